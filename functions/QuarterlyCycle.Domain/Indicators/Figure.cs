using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>How final a figure is.</summary>
public enum Finality
{
    /// <summary>Final.</summary>
    Final,

    /// <summary>Provisional, marked [p].</summary>
    Provisional,

    /// <summary>Estimated, marked [e].</summary>
    Estimated,

    /// <summary>Revised since it was last issued, marked [r].</summary>
    Revised,
}

/// <summary>A value of one measure for one period, or a coded reason why there is none; values are never rounded here.</summary>
public sealed record Figure
{
    /// <summary>The measure's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The period it is reported for.</summary>
    public required Period Period { get; init; }

    /// <summary>The period of the data, where it is another.</summary>
    public Period? DataPeriod { get; init; }

    /// <summary>The value, unrounded; 1 and 0 for yes and no.</summary>
    public decimal? Value { get; init; }

    /// <summary>The count above the line.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The count below the line.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The unit.</summary>
    public required IndicatorUnit Unit { get; init; }

    /// <summary>A rate's multiplier.</summary>
    public decimal? Multiplier { get; init; }

    /// <summary>Decimal places in print.</summary>
    public int Decimals { get; init; }

    /// <summary>How final it is.</summary>
    public Finality Finality { get; init; }

    /// <summary>Why there is no value; with <see cref="ReasonCode.TooFew"/> there is one, which is hidden.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>The reason in the officer's words.</summary>
    public string? ReasonWords { get; init; }

    /// <summary>Whether it is expected and not yet counted, marked [f]; it never replaces a result.</summary>
    public bool IsForecast { get; init; }

    /// <summary>Whether too few were asked or counted to rely on it, marked [u].</summary>
    public bool IsUnreliable { get; init; }

    /// <summary>The version of the definition it was counted by.</summary>
    public int DefinitionVersion { get; init; } = 1;

    /// <summary>The figure as it was written or printed.</summary>
    public string? Text { get; init; }

    /// <summary>Where it was taken from.</summary>
    public string? Source { get; init; }

    /// <summary>The period of the data, whether it is the one reported for or another.</summary>
    public Period PeriodOfData => DataPeriod ?? Period;

    /// <summary>What a ratio of counts is multiplied by: 100 for a percentage, a rate's multiplier, else 1.</summary>
    public static decimal Factor(IndicatorUnit unit, decimal? multiplier) => unit switch
    {
        IndicatorUnit.Percent => 100m,
        IndicatorUnit.Rate => multiplier ?? 1m,
        _ => 1m,
    };

    /// <summary>A figure without a value.</summary>
    public static Figure Without(Indicator indicator, Period period, ReasonCode reason, string? words = null) =>
        New(indicator, period, null, null, null, Finality.Final, reason, words);

    /// <summary>A figure with a value alone.</summary>
    public static Figure Of(Indicator indicator, Period period, decimal value, Finality finality = Finality.Final) =>
        New(indicator, period, value, null, null, finality, null);

    /// <summary>A figure from its two counts; without cases there is no value, and not a zero.</summary>
    public static Figure OfCounts(Indicator indicator, Period period, decimal numerator, decimal denominator, Finality finality = Finality.Final) =>
        denominator == 0
            ? New(indicator, period, null, numerator, denominator, finality, ReasonCode.NoCases)
            : New(indicator, period, numerator / denominator * Factor(indicator.Unit, indicator.Multiplier), numerator, denominator, finality, null);

    /// <summary>A figure that stood in the plan before the service did.</summary>
    public static Figure Of(Indicator indicator, PlanFigure earlier)
    {
        bool fromCounts = earlier is { Numerator: not null, Denominator: not null };
        Figure figure = fromCounts
            ? OfCounts(indicator, earlier.Period, earlier.Numerator!.Value, earlier.Denominator!.Value)
            : New(indicator, earlier.Period, earlier.Value, earlier.Numerator, earlier.Denominator, Finality.Final, null);
        bool withoutAnything = figure.Value is null && figure.Reason is null;
        return figure with
        {
            DataPeriod = earlier.DataPeriod,
            Finality = (Finality)earlier.Status,
            Reason = earlier.Reason is { } reason ? ReasonCodes.Of(reason) : withoutAnything ? ReasonCode.NotSupplied : figure.Reason,
            DefinitionVersion = earlier.DefinitionVersion ?? indicator.DefinitionVersion,
            Text = earlier.Text,
            IsForecast = FigureMarks.In(earlier.Text).Contains(FigureMarks.Forecast),
            IsUnreliable = FigureMarks.In(earlier.Text).Contains(FigureMarks.Unreliable),
            Source = earlier.Source,
        };
    }

    private static Figure New(
        Indicator indicator, Period period, decimal? value, decimal? numerator, decimal? denominator, Finality finality, ReasonCode? reason, string? words = null) => new()
        {
            Indicator = indicator.Code,
            Period = period,
            Value = value,
            Numerator = numerator,
            Denominator = denominator,
            Unit = indicator.Unit,
            Multiplier = indicator.Multiplier,
            Decimals = indicator.Decimals,
            Finality = finality,
            Reason = reason,
            ReasonWords = words,
            DefinitionVersion = indicator.DefinitionVersion,
        };
}
