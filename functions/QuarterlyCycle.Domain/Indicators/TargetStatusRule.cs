using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Holds an unrounded result against a target. A boundary belongs to the better band, and equality is met.</summary>
public static class TargetStatusRule
{
    /// <summary>The status of a result; a red that improved on last year is amber where the partnership says so.</summary>
    public static TargetStatus Judge(decimal value, AimedTarget target, StatusSettings settings, DirectionOfTravel? onLastYear = null)
    {
        AimedTarget tolerated = Tolerated(target, settings);
        string rule = Rule(target, tolerated, settings);
        TargetBand band = BandOf(value, target, tolerated, settings);
        if (band == TargetBand.Off && settings.ImprovementSoftens && onLastYear?.Direction == Direction.Improved)
        {
            return TargetStatus.Of(TargetBand.JustOff, rule + " It is off target, and shown as just off target because it improved on the same quarter last year.");
        }

        return TargetStatus.Of(band, rule);
    }

    /// <summary>The result in per cent of the target, in words; "not defined" where the target is zero or a range.</summary>
    public static string PercentageOfTarget(decimal value, AimedTarget target) =>
        target.Value is { } aimed && aimed != 0 ? FigureText.Number(value / aimed * 100m, 0) + "%" : "not defined";

    /// <summary>The band of a result, as its status has it when nothing softens it.</summary>
    internal static TargetBand BandOf(decimal value, AimedTarget target, StatusSettings settings) => BandOf(value, target, Tolerated(target, settings), settings);

    private static TargetBand BandOf(decimal value, AimedTarget target, AimedTarget tolerated, StatusSettings settings) =>
        settings.Scheme == StatusScheme.Rag ? RagBand(value, target, tolerated) : StarBand(value, target, tolerated, settings);

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

    private static decimal LeastAdvantage(AimedTarget target, StatusSettings settings)
    {
        decimal aimed = Math.Abs(target.Value ?? 0m);
        return settings.PointsOnly || aimed == 0 ? settings.BetterFloor : Math.Max(settings.BetterPct / 100m * aimed, settings.BetterFloor);
    }

    // Each end of a range is widened by its own share. A share of zero is zero: against a zero target only an absolute tolerance helps.
    private static AimedTarget Tolerated(AimedTarget target, StatusSettings settings)
    {
        decimal? By(decimal? end) => settings.ToleranceKind == ToleranceKind.Absolute ? settings.Tolerance : settings.Tolerance / 100m * (end is { } value ? Math.Abs(value) : null);
        return new AimedTarget(target.Low - By(target.Low), target.High + By(target.High));
    }

    private static string Rule(AimedTarget target, AimedTarget tolerated, StatusSettings settings)
    {
        string by = settings.ToleranceKind == ToleranceKind.Absolute
            ? $"a tolerance of {FigureText.Exact(settings.Tolerance)}"
            : $"a tolerance of {FigureText.Exact(settings.Tolerance)}% of the target";
        string rule = settings.Scheme == StatusScheme.Rag ? RagRule(target, tolerated, settings, by) : StarRule(target, tolerated, settings, by);
        bool isShareOfZero = settings is { ToleranceKind: ToleranceKind.Relative, Tolerance: > 0 } && tolerated == target;
        string? zero = isShareOfZero ? "A tolerance in per cent does not apply to a target of zero." : null;
        return zero is null && settings.ToleranceSetBy is null && settings.Warning is null
            ? rule
            : string.Join(' ', new[] { rule, zero, settings.ToleranceSetBy, settings.Warning }.OfType<string>());
    }

    private static string RagRule(AimedTarget target, AimedTarget tolerated, StatusSettings settings, string by)
    {
        string met = $"Target met: {target.InWords(settings.Unit)}.";
        return tolerated == target
            ? $"{met} Off target: anything else."
            : $"{met} Just off target: {tolerated.InWords(settings.Unit)}, with {by}. Off target: anything else.";
    }

    private static string StarRule(AimedTarget target, AimedTarget tolerated, StatusSettings settings, string by)
    {
        string aim = target.InWords(settings.Unit);
        string worse = tolerated == target
            ? $"Worse than target: anything but {aim}."
            : $"Worse than target: anything but {tolerated.InWords(settings.Unit)}, with {by}.";
        if (target.IsRange)
        {
            return $"On target: {aim}. {worse}";
        }

        decimal least = LeastAdvantage(target, settings);
        AimedTarget better = new(target.Low + least, target.High - least);
        if (better.High < settings.Least || better.Low > settings.Most)
        {
            return $"{worse} On target: anything else. No figure can be better than this target.";
        }

        return $"Better than target: {better.InWords(settings.Unit)}. {worse} On target: in between.";
    }
}
