using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>One measure as its officer sees it while answering.</summary>
public sealed record MeasureModel
{
    public required OfficerRequest Found { get; init; }

    public required RequestedFigure Figure { get; init; }

    /// <summary>The measure; null for a milestone.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>The milestone or line of the business plan; null for a measure.</summary>
    public Promise? Milestone { get; init; }

    /// <summary>The question that the page's heading asks.</summary>
    public required string Question { get; init; }

    /// <summary>Good is high or low, last figure, target: one fact a line.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>What is counted, for whom, and under which reference; what the plan leaves open has no line.</summary>
    public IReadOnlyList<string> HowItIsCounted { get; init; } = [];

    /// <summary>What was typed before.</summary>
    public SubmissionForm? Form { get; init; }

    /// <summary>The queries that fired and have to be explained.</summary>
    public IReadOnlyList<FiredQuery> Queries { get; init; } = [];

    public string Code => Figure.Code;

    /// <summary>The figure as it was typed, with the sign of its unit where that is plain.</summary>
    public string EnteredWords => Form switch
    {
        { Value: { Length: > 0 } value } when Indicator?.Unit == IndicatorUnit.Percent && !value.EndsWith('%') && !value.Contains('/', StringComparison.Ordinal) => $"{value}%",
        { Value: { Length: > 0 } value } => value,
        { Numerator: { } above, Denominator: { } below } => $"{above} of {below}",
        _ => "",
    };

    public bool IsMilestone => Figure.IsMilestone;
}

/// <summary>Gathers what the pages of one measure show.</summary>
public sealed class MeasureModels(FigureHistory history)
{
    public async Task<MeasureModel> Of(OfficerRequest found, RequestedFigure figure, SubmissionForm? form)
    {
        if (found.Plan.Indicator(figure.Code) is not { } indicator)
        {
            BusinessPlanLine? line = found.Plan.BusinessPlanLine(figure.Code);
            Promise milestone = found.Plan.Promise(figure.Code)
                ?? throw new InvalidOperationException($"{figure.Code} is asked for in {found.Cycle}, but its plan does not hold it.");
            return new MeasureModel
            {
                Found = found,
                Figure = figure,
                Milestone = milestone,
                Question = line is null ? "Where is this milestone?" : "Where is this activity of the business plan?",
                Facts = [.. FactsOf(milestone, line)],
                Form = form,
            };
        }

        IndicatorHistory known = await history.Before(found.Cycle, found.Plan, indicator);
        QuarterResult result = QuarterResults.For(known, found.Quarter, SmallNumbers.Of(found.Plan.Partnership));
        return new MeasureModel
        {
            Found = found,
            Figure = figure,
            Indicator = indicator,
            Question = QuestionOf(indicator, found.Quarter),
            Facts = [.. FactsOf(indicator, known, found.Quarter, result, found.Plan)],
            HowItIsCounted = [.. MeasureDetail.HowItIsCounted(found.Plan, indicator)],
            Form = form,
        };
    }

    private static IEnumerable<string> FactsOf(Promise milestone, BusinessPlanLine? line)
    {
        if (milestone.DueText is { } words)
        {
            yield return $"Due: {words}";
        }
        else if (milestone.Due is { } day)
        {
            yield return $"Due: {BritishWords.Date(day)}";
        }

        if (line is not null)
        {
            yield return $"In the business plan: {line.Section}";
        }

        if (line?.SuccessText is { } success)
        {
            yield return $"How success will be known: {success}";
        }
    }

    private static string QuestionOf(Indicator indicator, Quarter quarter)
    {
        string when = indicator.Kind == IndicatorKind.Snapshot
            ? $"at the end of quarter {quarter.Number} ({BritishWords.Date(quarter.LastDay)})"
            : $"in quarter {quarter.Number} ({BritishWords.Months(quarter)})";
        return indicator.Unit switch
        {
            IndicatorUnit.Percent => $"What percentage of {indicator.Name} {when}?",
            IndicatorUnit.Count => $"How many {indicator.Name} {when}?",
            IndicatorUnit.Rate => $"What was the rate of {indicator.Name} {when}?",
            IndicatorUnit.Ratio => $"What was the ratio of {indicator.Name} {when}?",
            IndicatorUnit.Money => $"How much was {indicator.Name} {when}?",
            IndicatorUnit.Days => $"How many days was {indicator.Name} {when}?",
            _ => $"Was this so {when}: {indicator.Name}?",
        };
    }

    private static IEnumerable<string> FactsOf(Indicator indicator, IndicatorHistory known, Quarter quarter, QuarterResult result, Plan plan)
    {
        yield return indicator.Polarity switch
        {
            Polarity.High => "Good is high",
            Polarity.Low => "Good is low",
            Polarity.Range => "Good is within a range",
            _ => "Neither high nor low is better",
        };
        if (known.At(quarter.Previous) is { } last)
        {
            yield return $"Last quarter: {FigureText.InWords(last)}";
        }

        if (result.Target is { Aim: not null } target)
        {
            yield return $"Target by the end of this quarter: {target.Aim.InWords(indicator.Unit)}";
        }

        if (plan.TargetsOf(indicator.Code).FirstOrDefault(row => row.Text is { Length: > 0 }) is { } words)
        {
            yield return $"In the plan: {words.Text}";
        }
    }
}
