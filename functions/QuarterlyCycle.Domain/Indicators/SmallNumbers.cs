using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Which rule hides a figure.</summary>
public enum HidingRule
{
    /// <summary>A published count is small.</summary>
    Primary,

    /// <summary>A percentage, rate or ratio would reveal a small count.</summary>
    Derived,

    /// <summary>The officer said that there are too few to share.</summary>
    TooFew,

    /// <summary>Parts and totals of the same table would give a hidden figure.</summary>
    Secondary,

    /// <summary>Quarters and years to date would give a hidden figure.</summary>
    BetweenQuarters,

    /// <summary>What an earlier version shows or hides would give a hidden figure, or a revision by few.</summary>
    BetweenEditions,
}

/// <summary>The counts that are hidden in everything that leaves the service, both ends included; zero is shown.</summary>
public sealed record SmallNumbers(int Low = 1, int High = 5)
{
    /// <summary>The range that a partnership has set.</summary>
    public static SmallNumbers Of(PartnershipSettings partnership) => new(partnership.SuppressLow, partnership.SuppressHigh);

    /// <summary>Whether a count is hidden.</summary>
    public bool IsSmall(decimal count) => count >= Low && count <= High;

    /// <summary>Why a figure is hidden when it is looked at alone; null when it is shown.</summary>
    public HidingRule? WhyHidden(Figure figure, bool isPartOfWhole)
    {
        if (figure.Reason == ReasonCode.TooFew)
        {
            return HidingRule.TooFew;
        }

        if (figure.Unit == IndicatorUnit.Count)
        {
            return figure.Value is { } count && IsSmall(count) ? HidingRule.Primary : null;
        }

        if (figure.Unit is not (IndicatorUnit.Percent or IndicatorUnit.Rate or IndicatorUnit.Ratio) || figure.Denominator is not { } denominator)
        {
            return null;
        }

        // A numerator that was not given can be worked back from the value and the denominator.
        decimal? numerator = figure.Numerator
            ?? (figure.Value is { } value ? Math.Round(value * denominator / Figure.Factor(figure.Unit, figure.Multiplier), MidpointRounding.AwayFromZero) : null);
        bool reveals = IsSmall(denominator)
            || (numerator is { } above && (IsSmall(above) || (isPartOfWhole && IsSmall(denominator - above))));
        return reveals ? HidingRule.Derived : null;
    }

    /// <summary>The counts of a figure that may not be stated anywhere.</summary>
    public IReadOnlyList<decimal> HiddenCounts(Figure figure)
    {
        decimal?[] counts =
        [
            figure.Unit == IndicatorUnit.Count ? figure.Value : null,
            figure.Numerator,
            figure.Denominator,
            figure.Unit == IndicatorUnit.Percent ? figure.Denominator - figure.Numerator : null,
        ];
        return [.. counts.OfType<decimal>().Where(IsSmall).Distinct()];
    }
}
