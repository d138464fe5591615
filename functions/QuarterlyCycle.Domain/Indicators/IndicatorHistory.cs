using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>What is known of one measure: its settings, its targets and every figure so far.</summary>
public sealed record IndicatorHistory
{
    // Made on first use; it knows what it was made of, so that a copy with other figures makes its own.
    private FigureIndex? _index;

    /// <summary>The measure.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>How it is held against its targets.</summary>
    public required StatusSettings Status { get; init; }

    /// <summary>Its targets.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>Its figures, one for each period; of two for one period the last counts.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Whether a figure was revised after corrections had stopped, so that a report may have printed another.</summary>
    public bool IsRevised { get; init; }

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
        FigureIndex index = Index();
        if (Indicator.Frequency == Frequency.Annual)
        {
            return quarter.Number < 4 ? null : index.Year(quarter.StartYear) ?? As(Period.OfYear(quarter.StartYear), index.Own(quarter));
        }

        Figure? figure = index.Own(quarter);
        bool yearStandsIn = figure is null && quarter.Number == 4 && Indicator.Kind is IndicatorKind.Snapshot or IndicatorKind.Rolling12;
        return yearStandsIn ? As(quarter.Period, index.Year(quarter.StartYear)) : figure;
    }

    /// <summary>The year to date at a quarter: worked out, or as it stood in the plan where the quarters are not known.</summary>
    public Figure? YearToDateAt(Quarter quarter)
    {
        FigureIndex index = Index();
        if (index.YearToDate(quarter) is { } known)
        {
            return known;
        }

        Figure? worked = YearToDate.Of(this, quarter);
        Figure? stated = worked?.Value is not null ? null : index.Stated(quarter) ?? (quarter.Number == 4 ? index.Year(quarter.StartYear) : null);
        return index.Keep(quarter, As(Period.YearToDate(quarter), stated) ?? worked);
    }

    private static Figure? As(Period period, Figure? figure) => figure is null ? null : figure with { Period = period };

    private FigureIndex Index() =>
        _index is { } known && ReferenceEquals(known.Figures, Figures) && ReferenceEquals(known.Indicator, Indicator) ? known : _index = new FigureIndex(Indicator, Figures);

    // Four places for each year from the first figure's to the last one's. Two threads may work out the same place: both come to the same.
    private sealed class FigureIndex
    {
        private readonly int _firstYear;
        private readonly Figure?[] _own;
        private readonly Figure?[] _stated;
        private readonly Figure?[] _years;
        private readonly Figure?[] _yearsToDate;

        public FigureIndex(Indicator indicator, IReadOnlyList<Figure> figures)
        {
            Indicator = indicator;
            Figures = figures;
            int[] startYears =
            [
                .. figures.Select(figure => figure.Period)
                    .Where(period => period.Kind is PeriodKind.Quarter or PeriodKind.YearToDate or PeriodKind.Year)
                    .Select(period => period.StartYear).DefaultIfEmpty(),
            ];
            _firstYear = startYears.Min();

            // Stryker disable once Arithmetic : more places than years change nothing but the memory that they take
            int years = startYears.Max() - _firstYear + 1;
            _own = new Figure?[4 * years];
            _stated = new Figure?[4 * years];
            _years = new Figure?[years];
            _yearsToDate = new Figure?[4 * years];
            foreach (Figure figure in figures)
            {
                int year = figure.Period.StartYear - _firstYear;
                switch (figure.Period.Kind)
                {
                    case PeriodKind.Quarter:
                        _own[(4 * year) + figure.Period.QuarterNumber!.Value - 1] = figure;
                        break;
                    case PeriodKind.YearToDate:
                        _stated[(4 * year) + figure.Period.QuarterNumber!.Value - 1] = figure;
                        break;
                    case PeriodKind.Year:
                        _years[year] = figure;
                        break;
                    default:
                        break;
                }
            }
        }

        public Indicator Indicator { get; }

        public IReadOnlyList<Figure> Figures { get; }

        public Figure? Own(Quarter quarter) => PlaceOf(quarter) is var place and >= 0 ? _own[place] : null;

        public Figure? Stated(Quarter quarter) => PlaceOf(quarter) is var place and >= 0 ? _stated[place] : null;

        public Figure? Year(int startYear) => (uint)(startYear - _firstYear) < (uint)_years.Length ? _years[startYear - _firstYear] : null;

        public Figure? YearToDate(Quarter quarter) => PlaceOf(quarter) is var place and >= 0 ? _yearsToDate[place] : null;

        public Figure? Keep(Quarter quarter, Figure? yearToDate)
        {
            if (PlaceOf(quarter) is var place and >= 0)
            {
                _yearsToDate[place] = yearToDate;
            }

            return yearToDate;
        }

        private int PlaceOf(Quarter quarter)
        {
            int place = (4 * (quarter.StartYear - _firstYear)) + quarter.Number - 1;
            return place >= 0 && place < _own.Length ? place : -1;
        }
    }
}
