using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.Domain.Challenges;

/// <summary>A question that the figure itself raises, before any reviewer has asked one.</summary>
public sealed record UnaskedQuestion(ChallengeReason Reason, string Words);

/// <summary>Which figures are challenged unasked, and for what: fired queries without an explanation, signals of concern, and targets that no longer fit. The reviewer decides whether to put the question.</summary>
public static class UnaskedRule
{
    /// <summary>The questions about one sent figure, the most telling first; empty for a figure that raises none.</summary>
    public static IReadOnlyList<UnaskedQuestion> Of(Submission submission, QuarterResult? result, IndicatorHistory? history, ControlChart? chart)
    {
        List<UnaskedQuestion> questions = [.. submission.Queries.Where(query => IsOpen(query, submission)).Select(query => new UnaskedQuestion(ReasonFor(query.Code), query.Message))];
        if (result is null || history is null)
        {
            return questions;
        }

        if (chart?.SignalAt(result.Quarter) is { Meaning: SignalMeaning.Concern } signal)
        {
            questions.Add(new UnaskedQuestion(ChallengeReason.WhatExplainsIt, $"{result.Quarter.Period.Code} is {signal.Words}. What explains it?"));
        }

        if (result.YearToDate is { } year && ProfiledTarget.OutOfReach(history.Indicator, history.Targets, year, result.Quarter) is { } outOfReach)
        {
            questions.Add(new UnaskedQuestion(ChallengeReason.Other, $"{outOfReach} What is to become of the target?"));
        }

        if (result.Target is { } target && ProfiledTarget.OlderDefinition(target.Row, history.DefinitionChanges, result.Quarter) is { } older)
        {
            questions.Add(new UnaskedQuestion(ChallengeReason.Definition, $"{older} Does it still hold?"));
        }

        return questions;
    }

    // An explanation settles what the figure raised; what the comment says is not settled by it.
    private static bool IsOpen(FiredQuery query, Submission submission) => !query.IsShownBeforeSending || string.IsNullOrWhiteSpace(submission.Explanation);

    private static ChallengeReason ReasonFor(QueryCode code) => code switch
    {
        QueryCode.Q1 => ChallengeReason.DecimalPoint,
        QueryCode.Q5 => ChallengeReason.Period,
        QueryCode.Q6 or QueryCode.Q7 or QueryCode.Q8 => ChallengeReason.Definition,
        QueryCode.Q2 or QueryCode.Q3 or QueryCode.Q4 or QueryCode.Q9 or QueryCode.Q14 => ChallengeReason.WhatExplainsIt,
        _ => ChallengeReason.Other,
    };
}
