using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>A figure as a published version holds it: its true value and counts, and the rule that hid it there; null when it was shown.</summary>
public sealed record PublishedFigure(string Code, Period Period, decimal? Value, decimal? Numerator, decimal? Denominator, HidingRule? Hidden)
{
    /// <summary>A figure with the rule that hides it.</summary>
    public static PublishedFigure Of(Figure figure, HidingRule? hidden) =>
        new(figure.Indicator, figure.Period, figure.Value, figure.Numerator, figure.Denominator, hidden);

    /// <summary>Whether it is the same figure, to the count.</summary>
    public bool IsSameAs(Figure figure) => Value == figure.Value && Numerator == figure.Numerator && Denominator == figure.Denominator;

    /// <summary>Whether the difference to another figure for the same period is a small count, which a reader of both could take.</summary>
    public bool DiffersByFew(Figure figure, SmallNumbers small, bool isPartOfWhole)
    {
        bool IsFew(decimal? before, decimal? now) => before is { } old && now is { } current && old != current && small.IsSmall(Math.Abs(current - old));
        bool isCount = figure.Unit == Plans.IndicatorUnit.Count;
        return (isCount && IsFew(Value, figure.Value))
            || IsFew(Numerator, figure.Numerator)
            || IsFew(Denominator, figure.Denominator)
            || (isPartOfWhole && IsFew(Denominator - Numerator, figure.Denominator - figure.Numerator));
    }
}
