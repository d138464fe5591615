using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>The rule by which a result was judged. Its sentence takes far longer than the judging, so it is written when somebody reads it.</summary>
internal sealed record TargetRule(AimedTarget Target, StatusSettings Settings)
{
    private const string Softened = "It is off target, and shown as just off target because it improved on the same quarter last year.";
    private const string ShareOfZero = "A tolerance in per cent does not apply to a target of zero.";

    /// <summary>Whether an improvement on last year made a red amber.</summary>
    public bool IsSoftened { get; init; }

    /// <summary>How the target of a quarter was worked out from the year's; null for a target taken as it is.</summary>
    public string? Profile { get; init; }

    /// <summary>That the target was set on an older definition, in a sentence; else null.</summary>
    public string? OlderDefinition { get; init; }

    public string InWords()
    {
        AimedTarget tolerated = TargetStatusRule.Tolerated(Target, Settings);
        bool isShareOfZero = Settings is { ToleranceKind: ToleranceKind.Relative, Tolerance: > 0 } && tolerated == Target;
        string?[] sentences =
        [
            Settings.Scheme == StatusScheme.Rag ? InRag(tolerated) : InStars(tolerated),
            isShareOfZero ? ShareOfZero : null,
            Settings.ToleranceSetBy,
            Settings.Warning,
            IsSoftened ? Softened : null,
            Profile is null ? null : $"The target is {Profile}",
            OlderDefinition,
        ];
        return string.Join(' ', sentences.OfType<string>());
    }

    private string InRag(AimedTarget tolerated)
    {
        string met = $"Target met: {Target.InWords(Settings.Unit)}.";
        return tolerated == Target
            ? $"{met} Off target: anything else."
            : $"{met} Just off target: {tolerated.InWords(Settings.Unit)}, with {Tolerance()}. Off target: anything else.";
    }

    private string InStars(AimedTarget tolerated)
    {
        string aim = Target.InWords(Settings.Unit);
        string worse = tolerated == Target
            ? $"Worse than target: anything but {aim}."
            : $"Worse than target: anything but {tolerated.InWords(Settings.Unit)}, with {Tolerance()}.";
        if (Target.IsRange)
        {
            return $"On target: {aim}. {worse}";
        }

        decimal least = TargetStatusRule.LeastAdvantage(Target, Settings);
        AimedTarget better = new(Target.Low + least, Target.High - least);
        if (better.High < Settings.Least || better.Low > Settings.Most)
        {
            return $"{worse} On target: anything else. No figure can be better than this target.";
        }

        return $"Better than target: {better.InWords(Settings.Unit)}. {worse} On target: in between.";
    }

    private string Tolerance() => Settings.ToleranceKind == ToleranceKind.Absolute
        ? $"a tolerance of {FigureText.Exact(Settings.Tolerance)}"
        : $"a tolerance of {FigureText.Exact(Settings.Tolerance)}% of the target";
}
