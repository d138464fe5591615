using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Holds an unrounded result against a target. A boundary belongs to the better band, and equality is met.</summary>
public static class TargetStatusRule
{
    /// <summary>The status of a result; a red that improved on last year is amber where the partnership says so.</summary>
    public static TargetStatus Judge(
        decimal value,
        AimedTarget target,
        StatusSettings settings,
        DirectionOfTravel? onLastYear = null,
        string? profile = null,
        string? olderDefinition = null)
    {
        TargetBand band = BandOf(value, target, settings);
        bool isSoftened = band == TargetBand.Off && settings.ImprovementSoftens && onLastYear?.Direction == Direction.Improved;
        TargetRule rule = new(target, settings) { IsSoftened = isSoftened, Profile = profile, OlderDefinition = olderDefinition };
        return TargetStatus.Of(isSoftened ? TargetBand.JustOff : band, rule);
    }

    /// <summary>The result in per cent of the target, in words; "not defined" where the target is zero or a range.</summary>
    public static string PercentageOfTarget(decimal value, AimedTarget target) =>
        target.Value is { } aimed && aimed != 0 ? FigureText.Number(value / aimed * 100m, 0) + "%" : "not defined";

    /// <summary>The band of a result, as its status has it when nothing softens it.</summary>
    internal static TargetBand BandOf(decimal value, AimedTarget target, StatusSettings settings)
    {
        AimedTarget tolerated = Tolerated(target, settings);
        return settings.Scheme == StatusScheme.Rag ? RagBand(value, target, tolerated) : StarBand(value, target, tolerated, settings);
    }

    /// <summary>How much better than its target a result has to be to count as better.</summary>
    internal static decimal LeastAdvantage(AimedTarget target, StatusSettings settings)
    {
        decimal aimed = Math.Abs(target.Value ?? 0m);
        return settings.PointsOnly || aimed == 0 ? settings.BetterFloor : Math.Max(settings.BetterPct / 100m * aimed, settings.BetterFloor);
    }

    /// <summary>The target with its tolerance: each end of a range is widened by its own share.</summary>
    // A share of zero is zero: against a zero target only an absolute tolerance helps.
    internal static AimedTarget Tolerated(AimedTarget target, StatusSettings settings)
    {
        decimal? By(decimal? end) => settings.ToleranceKind == ToleranceKind.Absolute ? settings.Tolerance : settings.Tolerance / 100m * (end is { } value ? Math.Abs(value) : null);
        return new AimedTarget(target.Low - By(target.Low), target.High + By(target.High));
    }

    private static TargetBand RagBand(decimal value, AimedTarget target, AimedTarget tolerated)
    {
        if (target.DistanceOf(value) == 0)
        {
            return TargetBand.Met;
        }

        return tolerated.DistanceOf(value) == 0 ? TargetBand.JustOff : TargetBand.Off;
    }

    private static TargetBand StarBand(decimal value, AimedTarget target, AimedTarget tolerated, StatusSettings settings)
    {
        if (tolerated.DistanceOf(value) > 0)
        {
            return TargetBand.Worse;
        }

        // Inside a range nothing is better than anything else.
        return !target.IsRange && target.AdvantageOf(value) >= LeastAdvantage(target, settings) ? TargetBand.Better : TargetBand.On;
    }
}
