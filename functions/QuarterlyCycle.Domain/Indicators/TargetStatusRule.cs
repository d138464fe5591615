using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Holds an unrounded result against a target. A boundary belongs to the better band, and equality is met.</summary>
public static class TargetStatusRule
{
    /// <summary>The status of a result; a red that improved on last year is amber where the partnership says so.</summary>
    public static TargetStatus Judge(decimal value, AimedTarget target, StatusSettings settings, DirectionOfTravel? onLastYear = null)
    {
        decimal tolerance = ToleranceOf(value, target, settings);
        string rule = Rule(target, tolerance, settings);
        TargetBand band = settings.Scheme == StatusScheme.Rag
            ? RagBand(target.AdvantageOf(value), tolerance)
            : StarBand(value, target, tolerance, settings);
        if (band == TargetBand.Off && settings.ImprovementSoftens && onLastYear?.Direction == Direction.Improved)
        {
            return TargetStatus.Of(TargetBand.JustOff, rule + " It is off target, and shown as just off target because it improved on the same quarter last year.");
        }

        return TargetStatus.Of(band, rule);
    }

    /// <summary>The result in per cent of the target, in words; "not defined" where the target is zero or a range.</summary>
    public static string PercentageOfTarget(decimal value, AimedTarget target) =>
        target.Value is { } aimed && aimed != 0 ? FigureText.Number(value / aimed * 100m, 0) + "%" : "not defined";

    private static TargetBand RagBand(decimal advantage, decimal tolerance)
    {
        if (advantage >= 0)
        {
            return TargetBand.Met;
        }

        return advantage >= -tolerance ? TargetBand.JustOff : TargetBand.Off;
    }

    private static TargetBand StarBand(decimal value, AimedTarget target, decimal tolerance, StatusSettings settings)
    {
        decimal advantage = target.AdvantageOf(value);
        if (advantage < -tolerance)
        {
            return TargetBand.Worse;
        }

        // Inside a range nothing is better than anything else.
        return !target.IsRange && advantage >= LeastAdvantage(target, settings) ? TargetBand.Better : TargetBand.On;
    }

    private static decimal LeastAdvantage(AimedTarget target, StatusSettings settings)
    {
        decimal aimed = Math.Abs(target.Value ?? 0m);
        return settings.PointsOnly || aimed == 0 ? settings.BetterFloor : Math.Max(settings.BetterPct / 100m * aimed, settings.BetterFloor);
    }

    // A share of zero is zero: against a zero target only an absolute tolerance helps.
    private static decimal ToleranceOf(decimal value, AimedTarget target, StatusSettings settings)
    {
        if (settings.ToleranceKind == ToleranceKind.Absolute)
        {
            return settings.Tolerance;
        }

        decimal missedEnd = target.IsRange && value > target.High ? target.High!.Value : target.Low ?? target.High!.Value;
        return settings.Tolerance / 100m * Math.Abs(missedEnd);
    }

    private static string Rule(AimedTarget target, decimal tolerance, StatusSettings settings)
    {
        string aim = target.InWords(settings.Unit);
        string by = settings.ToleranceKind == ToleranceKind.Absolute
            ? $"a tolerance of {FigureText.Exact(settings.Tolerance)}"
            : $"a tolerance of {FigureText.Exact(settings.Tolerance)}% of the target";
        string rule = settings.Scheme == StatusScheme.Rag ? RagRule(target, tolerance, settings, aim, by) : StarRule(target, tolerance, settings, aim, by);
        return settings.ToleranceSetBy is { } setBy ? $"{rule} {setBy}" : rule;
    }

    private static string RagRule(AimedTarget target, decimal tolerance, StatusSettings settings, string aim, string by)
    {
        string met = $"Target met: {aim}.";
        return tolerance == 0
            ? $"{met} Off target: anything else."
            : $"{met} Just off target: {Widened(target, tolerance).InWords(settings.Unit)}, with {by}. Off target: anything else.";
    }

    private static string StarRule(AimedTarget target, decimal tolerance, StatusSettings settings, string aim, string by)
    {
        string worse = tolerance == 0
            ? $"Worse than target: anything but {aim}."
            : $"Worse than target: anything but {Widened(target, tolerance).InWords(settings.Unit)}, with {by}.";
        if (target.IsRange)
        {
            return $"On target: {aim}. {worse}";
        }

        decimal least = LeastAdvantage(target, settings);
        AimedTarget better = new(target.Low + least, target.High - least);
        return $"Better than target: {better.InWords(settings.Unit)}. {worse} On target: in between.";
    }

    private static AimedTarget Widened(AimedTarget target, decimal tolerance) => new(target.Low - tolerance, target.High + tolerance);
}
