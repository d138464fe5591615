using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>A target as a result is held against it: the values from low to high meet it, and a missing end is open.</summary>
public sealed record AimedTarget(decimal? Low, decimal? High)
{
    /// <summary>Whether the target is a range with two ends, or one exact value.</summary>
    public bool IsRange => Low is not null && High is not null;

    /// <summary>The value of a target with one end.</summary>
    public decimal? Value => Low is null ? High : High is null || High == Low ? Low : null;

    /// <summary>Reads a row of the plan's targets; null for a target that is only text, or a neutral measure's.</summary>
    public static AimedTarget? Of(Target target, Polarity polarity)
    {
        TargetOperator? wanted = target.Operator ?? polarity switch
        {
            Polarity.High => TargetOperator.AtLeast,
            Polarity.Low => TargetOperator.AtMost,
            Polarity.Range => TargetOperator.Exactly,
            _ => null,
        };
        return wanted switch
        {
            _ when target is { Low: { } low, High: { } high } && wanted is not null => new AimedTarget(low, high),
            TargetOperator.AtLeast when target.Value is { } least => new AimedTarget(least, null),
            TargetOperator.AtMost when target.Value is { } most => new AimedTarget(null, most),
            TargetOperator.Exactly when target.Value is { } exact => new AimedTarget(exact, exact),
            _ => null,
        };
    }

    /// <summary>The target times a factor, such as a quarter's part of the year.</summary>
    public AimedTarget Times(decimal factor) => new(Low * factor, High * factor);

    /// <summary>How far a value lies outside the target; 0 when it meets it.</summary>
    public decimal DistanceOf(decimal value) => Math.Max(0m, Math.Max((Low ?? value) - value, value - (High ?? value)));

    /// <summary>How much better than a target with one end a value is; negative when it misses it.</summary>
    public decimal AdvantageOf(decimal value) => Low is { } low ? value - low : High!.Value - value;

    /// <summary>The target in words: "75% or more", "10% or less", "from 5 to 8".</summary>
    public string InWords(IndicatorUnit unit)
    {
        if (IsRange)
        {
            return Low == High
                ? $"exactly {FigureText.ExactWithUnit(Low!.Value, unit)}"
                : $"from {FigureText.ExactWithUnit(Low!.Value, unit)} to {FigureText.ExactWithUnit(High!.Value, unit)}";
        }

        // A count cannot be less than nothing.
        if (High == 0 && unit == IndicatorUnit.Count)
        {
            return FigureText.ExactWithUnit(0, unit);
        }

        return Low is { } low ? $"{FigureText.ExactWithUnit(low, unit)} or more" : $"{FigureText.ExactWithUnit(High!.Value, unit)} or less";
    }
}
