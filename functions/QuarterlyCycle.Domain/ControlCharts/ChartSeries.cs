using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.ControlCharts;

/// <summary>The quarters' own figures that may stand in one chart: those since the last break in series, change of unit or rebase.</summary>
internal sealed record ChartSeries
{
    /// <summary>The figures with a value, oldest first.</summary>
    public required IReadOnlyList<(Quarter Quarter, Figure Figure)> Figures { get; init; }

    /// <summary>The first quarter between two figures that has none, though it was asked; else null.</summary>
    public Quarter? Gap { get; init; }

    /// <summary>The recorded change at which the series starts; null when it starts with the first figure.</summary>
    public DefinitionChange? StartedBy { get; init; }

    /// <summary>Whether earlier figures were left out without a recorded change.</summary>
    public bool IsCut { get; init; }

    /// <summary>How many cases each figure counts; null where that is not known of all.</summary>
    public IReadOnlyList<decimal>? Cases
    {
        get
        {
            List<decimal> cases = [.. Figures.Select(entry => entry.Figure.Unit == IndicatorUnit.Count ? entry.Figure.Value : entry.Figure.Numerator).OfType<decimal>()];
            return cases.Count == Figures.Count ? cases : null;
        }
    }

    public static ChartSeries Of(IndicatorHistory history, Quarter quarter, Func<Figure, bool> isShown)
    {
        DefinitionChange? start = history.DefinitionChanges.LastOrDefault(change => change.Kind != DefinitionChangeKind.Wording && change.FromPeriod.FirstDay <= quarter.LastDay);
        Quarter? first = FirstQuarter(history, start);
        List<(Quarter Quarter, Figure Figure)> figures = [];
        Quarter? gap = null;
        Quarter? missing = null;
        bool isCut = false;
        for (Quarter each = first ?? quarter.Next; each <= quarter; each = each.Next)
        {
            if (!YearToDate.IsDue(history.Indicator, each))
            {
                continue;
            }

            if (history.At(each) is not { Value: not null } figure || !isShown(figure))
            {
                missing ??= figures.Count > 0 ? each : null;
                continue;
            }

            if (figures.Count > 0 && !GoTogether(figures[^1].Figure, figure, history.DefinitionChanges))
            {
                (isCut, gap, missing) = (true, null, null);
                figures.Clear();
            }

            // What is missing at the end is no gap yet: nothing is joined across it.
            gap ??= missing;
            figures.Add((each, figure));
        }

        return new ChartSeries { Figures = figures, Gap = gap, StartedBy = start, IsCut = isCut };
    }

    private static Quarter? FirstQuarter(IndicatorHistory history, DefinitionChange? start)
    {
        Figure? first = history.Figures.Where(figure => figure.Value is not null && figure.Period.Kind is PeriodKind.Quarter or PeriodKind.Year).MinBy(figure => figure.Period.LastDay);
        if (first is null)
        {
            return null;
        }

        Quarter known = Quarter.Containing(first.Period.LastDay);
        Quarter? from = start is null ? null : Quarter.Containing(start.FromPeriod.FirstDay);
        return from is { } later && later > known ? later : known;
    }

    private static bool GoTogether(Figure earlier, Figure later, IReadOnlyList<DefinitionChange> changes) =>
        earlier.Unit == later.Unit && earlier.Multiplier == later.Multiplier && !DirectionOfTravelRule.DefinitionChanged(later, earlier, changes);
}
