using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Tests.Indicators;

internal static class Measures
{
    public static readonly Quarter Now = Quarter.Parse("2025-26-Q2");

    public static Indicator Percentage(Polarity polarity = Polarity.High) => new()
    {
        Code = "SS1",
        Name = "Initial assessments on time",
        Bodies = ["SS"],
        Unit = IndicatorUnit.Percent,
        Kind = IndicatorKind.Average,
        Polarity = polarity,
        Profile = TargetProfile.Flat,
    };

    public static Indicator Count(Polarity polarity = Polarity.Low) => new()
    {
        Code = "SS4",
        Name = "Bullying incidents",
        Bodies = ["SS"],
        Unit = IndicatorUnit.Count,
        Kind = IndicatorKind.Cumulative,
        Polarity = polarity,
        Decimals = 0,
    };

    public static Figure Of(Indicator indicator, string quarter, decimal value) => Figure.Of(indicator, Period.Parse(quarter), value);

    public static Target Target(Indicator indicator, string period, decimal? value = null, decimal? low = null, decimal? high = null, TargetOperator? op = null) =>
        new() { Indicator = indicator.Code, Period = Period.Parse(period), Value = value, Low = low, High = high, Operator = op };

    public static IndicatorHistory History(Indicator indicator, IReadOnlyList<Figure>? figures = null, IReadOnlyList<Target>? targets = null, IReadOnlyList<DefinitionChange>? changes = null) => new()
    {
        Indicator = indicator,
        Status = StatusSettings.Of(new PartnershipSettings { Name = "Derby City Partnership" }, indicator),
        Figures = figures ?? [],
        Targets = targets ?? [],
        DefinitionChanges = changes ?? [],
    };

    public static QuarterResult Result(IndicatorHistory history, Quarter? quarter = null) => QuarterResults.For(history, quarter ?? Now, new SmallNumbers());
}
