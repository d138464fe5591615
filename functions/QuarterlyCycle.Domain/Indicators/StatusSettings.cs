using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>How one measure is held against its target: the partnership's settings with the measure's own in their place.</summary>
public sealed record StatusSettings
{
    /// <summary>The scheme of words and symbols.</summary>
    public StatusScheme Scheme { get; init; } = StatusScheme.Rag;

    /// <summary>How the tolerance is counted.</summary>
    public ToleranceKind ToleranceKind { get; init; } = ToleranceKind.Relative;

    /// <summary>The tolerance: points, or per cent of the target.</summary>
    public decimal Tolerance { get; init; } = 5;

    /// <summary>How much better than the target, in per cent of it, counts as better.</summary>
    public decimal BetterPct { get; init; } = 10;

    /// <summary>The least advantage that counts as better.</summary>
    public decimal BetterFloor { get; init; } = 1;

    /// <summary>Whether a red that improved on the same quarter last year is amber.</summary>
    public bool ImprovementSoftens { get; init; }

    /// <summary>Whether the measure is itself a percentage change, so that only points count.</summary>
    public bool PointsOnly { get; init; }

    /// <summary>The unit in which limits are printed.</summary>
    public IndicatorUnit Unit { get; init; }

    /// <summary>The least value that a figure can have; null when there is none.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest value that a figure can have; null when there is none.</summary>
    public decimal? Most { get; init; }

    /// <summary>Who set the tolerance, when and why, in words; null for the partnership's own.</summary>
    public string? ToleranceSetBy { get; init; }

    /// <summary>What the settings had to change to be usable, in words.</summary>
    public string? Warning { get; init; }

    /// <summary>The settings that hold for a measure.</summary>
    public static StatusSettings Of(PartnershipSettings partnership, Indicator indicator)
    {
        ToleranceKind kind = indicator.Tolerance?.Kind ?? partnership.ToleranceKind;
        decimal amount = indicator.Tolerance?.Amount ?? partnership.Tolerance;

        // A share of a percentage change means nothing: an inherited relative tolerance becomes 0 points.
        bool unusable = indicator.IsChange && kind == ToleranceKind.Relative && amount != 0;
        return new StatusSettings
        {
            Scheme = partnership.StatusScheme,
            ToleranceKind = unusable ? ToleranceKind.Absolute : kind,
            Tolerance = unusable ? 0 : amount,
            BetterPct = indicator.BetterPct ?? partnership.BetterPct,
            BetterFloor = indicator.BetterFloor ?? partnership.BetterFloor ?? UsualFloor(indicator.Unit),
            ImprovementSoftens = partnership.ImprovementSoftens,
            PointsOnly = indicator.IsChange,
            Unit = indicator.Unit,
            Least = !indicator.IsChange && (indicator.Unit is IndicatorUnit.Count or IndicatorUnit.Rate || IsShare(indicator)) ? 0m : null,
            Most = IsShare(indicator) ? 100m : null,
            ToleranceSetBy = indicator.Tolerance is { } own ? SetBy(own) : null,
            Warning = unusable ? $"{indicator.Code} is a percentage change, so the relative tolerance of {FigureText.Exact(amount)}% does not apply to it; its tolerance is 0 points." : null,
        };
    }

    private static bool IsShare(Indicator indicator) => indicator is { Unit: IndicatorUnit.Percent, Whole: true, IsChange: false };

    private static decimal UsualFloor(IndicatorUnit unit) =>
        unit is IndicatorUnit.Percent or IndicatorUnit.Rate or IndicatorUnit.Ratio ? 0.1m : 1m;

    private static string? SetBy(Tolerance tolerance)
    {
        string words = (tolerance.By is { } by ? $" by {by}" : "")
            + (tolerance.On is { } on ? $" on {Calendar.BritishWords.Date(on)}" : "")
            + (tolerance.Why is { } why ? $": {why.TrimEnd('.')}" : "");
        return words.Length == 0 ? null : $"Tolerance set{words}.";
    }
}
