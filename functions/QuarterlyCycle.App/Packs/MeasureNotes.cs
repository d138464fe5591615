using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The notes behind a measure, each a sentence.</summary>
internal static class MeasureNotes
{
    public static IEnumerable<string> Of(QuarterFacts facts, IndicatorHistory history, QuarterResult result, bool isHidden, ControlChart? chart)
    {
        Indicator indicator = history.Indicator;
        if (result.Figure is { } figure)
        {
            foreach (string note in OfFigure(figure, isHidden))
            {
                yield return note;
            }
        }

        if (facts.Requested.TryGetValue(indicator.Code, out RequestedFigure? asked) && asked.IsOutstanding && asked.AnswersStopUtc(facts.Timetable) > facts.AtUtc)
        {
            yield return $"More time is given until {BritishWords.Instant(asked.AnswersStopUtc(facts.Timetable))}.";
        }

        if (asked is { WaitsForReview: true } && facts.AtUtc >= facts.Timetable.CorrectionsStopUtc)
        {
            yield return "Not reviewed by the lead officer.";
        }

        if (result.YearToDate is { Value: null, ReasonWords: { Length: > 0 } why } && result.Figure?.Value is not null)
        {
            yield return $"Year to date: {why}";
        }

        if (result.Target is { Aim: not null, Note: { Length: > 0 } spread })
        {
            yield return $"Target: {spread}";
        }

        if (result.Target is { Aim: not null, Row: { By: { } by } })
        {
            yield return $"Target to be reached by {BritishWords.Date(by)}.";
        }

        if (result.Target is { } target && ProfiledTarget.OlderDefinition(target.Row, history.DefinitionChanges, facts.Quarter) is { } older)
        {
            yield return older;
        }

        if (!isHidden && result.YearToDate is { } year && ProfiledTarget.OutOfReach(indicator, history.Targets, year, facts.Quarter) is not null)
        {
            yield return "The year's target can no longer be met.";
        }

        if (chart?.SignalAt(facts.Quarter) is { } signal)
        {
            yield return $"Chart: {signal.Words}.";
        }

        foreach (DefinitionChange change in ChangesAt(facts, indicator))
        {
            yield return $"{Kind(change.Kind)}: {Sentence(change.Reason)}";
        }
    }

    /// <summary>The break in series that falls into the quarter, or null.</summary>
    public static DefinitionChange? BreakAt(QuarterFacts facts, Indicator indicator) =>
        ChangesAt(facts, indicator).FirstOrDefault(change => change.Kind == DefinitionChangeKind.Break);

    /// <summary>The changes of definition since the first quarter that is printed, each a sentence.</summary>
    public static IEnumerable<string> DefinitionChanges(QuarterFacts facts, IEnumerable<string> codes) =>
        codes.Distinct(StringComparer.Ordinal)
            .SelectMany(facts.Plan.DefinitionChangesOf)
            .Where(change => change.FromPeriod.FirstDay >= facts.Quarter.SameLastYear.SameLastYear.FirstDay && change.FromPeriod.FirstDay <= facts.Quarter.LastDay)
            .Select(change => $"{change.Indicator}, from {change.FromPeriod.Code}: {LowerFirst(Kind(change.Kind))}. {Sentence(change.Reason)}");

    private static IEnumerable<string> OfFigure(Figure figure, bool isHidden)
    {
        if (figure.Value is null && figure.Reason is { } reason and not ReasonCode.NotSupplied)
        {
            yield return figure.ReasonWords is { Length: > 0 } words ? $"{ReasonCodes.Words(reason)}: {Sentence(words)}" : $"{ReasonCodes.Words(reason)}.";
        }

        if (figure.DataPeriod is { } other && other != figure.Period)
        {
            yield return $"The data are for {other.Code}.";
        }

        if (figure.Finality == Finality.Estimated)
        {
            yield return "Estimated.";
        }

        if (figure.IsForecast)
        {
            yield return "A forecast, and no result.";
        }

        if (figure.IsUnreliable)
        {
            yield return "Of low reliability.";
        }

        if (!isHidden && figure is { Numerator: { } above, Denominator: { } below })
        {
            yield return $"{FigureText.Exact(above)} of {FigureText.Exact(below)}.";
        }
    }

    private static IEnumerable<DefinitionChange> ChangesAt(QuarterFacts facts, Indicator indicator) =>
        facts.Plan.DefinitionChangesOf(indicator.Code)
            .Where(change => change.FromPeriod.FirstDay >= facts.Quarter.FirstDay && change.FromPeriod.FirstDay <= facts.Quarter.LastDay);

    private static string Kind(DefinitionChangeKind kind) => kind switch
    {
        DefinitionChangeKind.Break => "Break in series",
        DefinitionChangeKind.Rebase => "Lines of the chart started again",
        _ => "Definition reworded",
    };

    private static string LowerFirst(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static string Sentence(string words) => words.TrimEnd().TrimEnd('.') + ".";
}
