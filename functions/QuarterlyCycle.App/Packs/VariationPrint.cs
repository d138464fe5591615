using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>A control chart as a pack prints it: its lines, its signals and its rule, from the figures that this edition shows.</summary>
internal static class VariationPrint
{
    private const int PastQuarters = 8;

    public static ControlChart? Chart(QuarterFacts facts, IndicatorHistory history, HiddenFigures hidden) =>
        ControlChartRule.For(history, facts.Quarter, facts.Plan.Partnership, figure => !hidden.IsHidden(history.Indicator, figure));

    /// <summary>How many quarters are printed: two years show a season and its repeat, and limits want the figures that they were fixed on.</summary>
    public static int QuartersOf(ControlChart? chart) => chart is { Kind: not ChartKind.Line } ? Suppression.PrintedQuarters : PastQuarters;

    public static PackVariation? Of(ControlChart? chart, Indicator indicator)
    {
        if (chart is null)
        {
            return null;
        }

        string trial = chart.Kind == ChartKind.TrialLimits ? "Trial " : "";
        return new PackVariation
        {
            FromPeriod = IndicatorHistory.PeriodOf(indicator, chart.Points[0].Quarter).Code,
            Centre = Line(chart.Kind == ChartKind.Median ? "Median" : "Average", chart.Centre, indicator),
            Upper = Line(trial.Length > 0 ? $"{trial}upper" : "Upper", chart.Upper, indicator),
            Lower = Line(trial.Length > 0 ? $"{trial}lower" : "Lower", chart.Lower, indicator),
            Words = chart.Words,
        };
    }

    /// <summary>The signal of one quarter in words, or null.</summary>
    public static string? Signal(ControlChart? chart, Quarter quarter) => chart?.SignalAt(quarter)?.Words;

    /// <summary>The break in series that falls between two quarters, or null.</summary>
    public static string? Break(IndicatorHistory history, Quarter earlier, Quarter later) =>
        history.DefinitionChanges.FirstOrDefault(change => change.Kind == DefinitionChangeKind.Break && change.FromPeriod.FirstDay > earlier.FirstDay && change.FromPeriod.FirstDay <= later.LastDay) is { } change
            ? $"Definition changed from {change.FromPeriod.Code}"
            : null;

    private static PackLine? Line(string words, decimal? value, Indicator indicator) =>
        value is { } place ? new PackLine($"{words} {FigureText.WithUnit(place, indicator.Unit, Math.Max(indicator.Decimals, 1))}", place) : null;
}
