using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;

namespace QuarterlyCycle.Domain.Tests.ControlCharts;

/// <summary>Figures of one measure, quarter after quarter from April 2020 on.</summary>
internal static class Series
{
    /// <summary>Twelve figures with an average of 52 and a moving range of 4: limits 41.36 and 62.64, near limits 44.91 and 59.09.</summary>
    public static readonly decimal?[] Steady = [50, 54, 50, 54, 50, 54, 50, 54, 50, 54, 50, 54];

    public static readonly PartnershipSettings Settings = new() { Name = "Northton" };

    public static Indicator Measure(Polarity polarity = Polarity.High) => Measures.Percentage(polarity) with { Whole = false };

    public static Quarter At(int place)
    {
        Quarter quarter = new(2020, 1);
        for (int step = 0; step < place; step++)
        {
            quarter = quarter.Next;
        }

        return quarter;
    }

    public static IndicatorHistory History(Indicator indicator, IEnumerable<decimal?> values, IReadOnlyList<DefinitionChange>? changes = null, decimal? target = null)
    {
        List<Figure> figures = [.. values.Select((value, place) => value is { } known
            ? Figure.Of(indicator, At(place).Period, known)
            : Figure.Without(indicator, At(place).Period, ReasonCode.NotReady))];
        List<Target> targets = [.. Enumerable.Range(2020, 6).Select(year => Measures.Target(indicator, Period.OfYear(year).Code, target))];
        return Measures.History(indicator, figures, target is null ? [] : targets, changes);
    }

    public static ControlChart Chart(IEnumerable<decimal?> values, Polarity polarity = Polarity.High, PartnershipSettings? settings = null, IReadOnlyList<DefinitionChange>? changes = null, decimal? target = null)
    {
        List<decimal?> all = [.. values];
        return ControlChartRule.For(History(Measure(polarity), all, changes, target), At(all.Count - 1), settings ?? Settings)!;
    }

    public static DefinitionChange Change(int place, DefinitionChangeKind kind) =>
        new("SS1", At(place).Period, kind, "A new survey asks wider categories.", "Pat Manager", new DateOnly(2023, 4, 3));
}
