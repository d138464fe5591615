using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>What is known of one measure: its settings, its targets and every figure so far.</summary>
public sealed record IndicatorHistory
{
    // Made on first use; it knows its figures, so that a copy with other figures makes its own.
    private FigureIndex? _index;

    /// <summary>The measure.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>How it is held against its targets.</summary>
    public required StatusSettings Status { get; init; }

    /// <summary>Its targets.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>Its figures, one for each period; of two for one period the last counts.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Changes of its definition.</summary>
    public IReadOnlyList<DefinitionChange> DefinitionChanges { get; init; } = [];

    /// <summary>A measure of a plan with the figures that the service has collected on top of the plan's own.</summary>
    public static IndicatorHistory Of(Plan plan, Indicator indicator, IEnumerable<Figure> collected) => new()
    {
        Indicator = indicator,
        Status = StatusSettings.Of(plan.Partnership, indicator),
        Targets = plan.TargetsOf(indicator.Code),
        Figures = [.. plan.FiguresOf(indicator.Code).Select(figure => Figure.Of(indicator, figure)), .. collected],
        DefinitionChanges = plan.DefinitionChangesOf(indicator.Code),
    };

    /// <summary>The same history with one more figure.</summary>
    public IndicatorHistory With(Figure figure) => this with { Figures = [.. Figures, figure] };

    /// <summary>The period for which a quarter's figure is reported: the quarter, or the year of an annual measure.</summary>
    public static Period PeriodOf(Indicator indicator, Quarter quarter) =>
        indicator.Frequency == Frequency.Annual ? Period.OfYear(quarter.StartYear) : quarter.Period;

    /// <summary>The figure of a quarter; the year's figure stands in for quarter 4 where the measure does not add up.</summary>
    public Figure? At(Quarter quarter)
    {
        if (Indicator.Frequency == Frequency.Annual)
        {
            Period year = Period.OfYear(quarter.StartYear);
            return quarter.Number < 4 ? null : Latest(year) ?? As(year, Latest(quarter.Period));
        }

        Figure? figure = Latest(quarter.Period);
        bool yearStandsIn = figure is null && quarter.Number == 4 && Indicator.Kind is IndicatorKind.Snapshot or IndicatorKind.Rolling12;
        return yearStandsIn ? As(quarter.Period, Latest(Period.OfYear(quarter.StartYear))) : figure;
    }

    /// <summary>The year to date at a quarter: worked out, or as it stood in the plan where the quarters are not known.</summary>
    public Figure? YearToDateAt(Quarter quarter)
    {
        Figure? worked = YearToDate.Of(Indicator, quarter, At);
        if (worked?.Value is not null)
        {
            return worked;
        }

        Figure? stated = Latest(Period.YearToDate(quarter)) ?? (quarter.Number == 4 ? Latest(Period.OfYear(quarter.StartYear)) : null);
        return As(Period.YearToDate(quarter), stated) ?? worked;
    }

    private static Figure? As(Period period, Figure? figure) => figure is null ? null : figure with { Period = period };

    private Figure? Latest(Period period) => (_index is { } known && ReferenceEquals(known.Figures, Figures) ? known : _index = new FigureIndex(Figures)).Latest(period);

    private sealed class FigureIndex
    {
        private readonly Dictionary<Period, Figure> _latest;

        public FigureIndex(IReadOnlyList<Figure> figures)
        {
            Figures = figures;
            _latest = new Dictionary<Period, Figure>(figures.Count);
            foreach (Figure figure in figures)
            {
                _latest[figure.Period] = figure;
            }
        }

        public IReadOnlyList<Figure> Figures { get; }

        public Figure? Latest(Period period) => _latest.GetValueOrDefault(period);
    }
}
