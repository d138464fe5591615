using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Packs;

/// <summary>The questions that reviewers asked about figures, open ones first, each with its thread.</summary>
internal static class Questions
{
    public static IEnumerable<PackQuestion> Of(QuarterFacts facts, string body, Naming naming) =>
        facts.Requested.Values
            .Where(figure => figure.Bodies.Contains(body))
            .OrderBy(figure => figure.Code, StringComparer.Ordinal)
            .SelectMany(figure => facts.Challenges[figure.Code].OrderBy(challenge => challenge.Number))
            .Select(challenge => Question(facts, challenge, naming))
            .OrderBy(question => question.IsOpen ? 0 : 1);

    private static PackQuestion Question(QuarterFacts facts, Challenge challenge, Naming naming) => new()
    {
        Code = challenge.Code,
        Name = facts.Plan.NameOf(challenge.Code) ?? challenge.Code,
        IsOpen = challenge.State is ChallengeState.Open or ChallengeState.LeftOpen,
        AskedBy = naming.Short(challenge.RaisedBy),
        AskedOn = LondonTime.DateOf(challenge.RaisedUtc),
        Question = challenge.SentBack ? $"{ReasonWords(challenge.Reason)} Sent back: {challenge.Words}" : $"{ReasonWords(challenge.Reason)} {challenge.Words}",
        Thread = [.. Thread(challenge, naming)],
    };

    private static IEnumerable<string> Thread(Challenge challenge, Naming naming)
    {
        string when = challenge.AnsweredUtc is { } at ? $" on {BritishWords.LongDate(LondonTime.DateOf(at))}" : "";
        if (challenge.Answer is { Length: > 0 } answer)
        {
            yield return $"{naming.Short(challenge.AnsweredBy ?? challenge.Officer)} answered{when}: {answer}";
        }
        else if (challenge.State == ChallengeState.Corrected || (challenge.AnsweredUtc is not null && challenge.State == ChallengeState.Closed))
        {
            yield return $"{naming.Short(challenge.AnsweredBy ?? challenge.Officer)} corrected the figure{when}.";
        }

        if (challenge.ClosedUtc is { } closed)
        {
            string day = BritishWords.LongDate(LondonTime.DateOf(closed));
            yield return challenge.State == ChallengeState.LeftOpen ? $"The question was open when corrections stopped on {day}." : $"The figure was agreed on {day}.";
        }
        else if (challenge.State == ChallengeState.Open)
        {
            yield return $"An answer is wanted by {BritishWords.LongDate(challenge.AnswerByDate)}.";
        }
    }

    private static string ReasonWords(ChallengeReason reason) => reason switch
    {
        ChallengeReason.Period => "About the period.",
        ChallengeReason.DecimalPoint => "About the decimal point.",
        ChallengeReason.Definition => "About the definition.",
        ChallengeReason.WhatExplainsIt => "About what explains the figure.",
        _ => "About the figure.",
    };
}
