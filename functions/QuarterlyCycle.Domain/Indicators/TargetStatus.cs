namespace QuarterlyCycle.Domain.Indicators;

/// <summary>The bands of both schemes, and the reasons for having no status.</summary>
public enum TargetBand
{
    /// <summary>Target met.</summary>
    Met,

    /// <summary>Just off target.</summary>
    JustOff,

    /// <summary>Off target.</summary>
    Off,

    /// <summary>Better than target.</summary>
    Better,

    /// <summary>On target.</summary>
    On,

    /// <summary>Worse than target.</summary>
    Worse,

    /// <summary>No target is set that a result can be held against.</summary>
    NoTarget,

    /// <summary>There is no figure; the words give its reason.</summary>
    NoFigure,

    /// <summary>Neither way is better.</summary>
    Neutral,

    /// <summary>Nothing is asked this quarter.</summary>
    NotDue,

    /// <summary>The measure only holds its parts together.</summary>
    InParts,

    /// <summary>The figure is a forecast, which is no result.</summary>
    Forecast,

    /// <summary>The definition changed within the year, so that the year so far cannot be held against its target.</summary>
    NotComparable,

    /// <summary>Withheld, because it would reveal a hidden figure.</summary>
    Withheld,
}

/// <summary>How a result stands against its target: words first, then symbol, then colour, and the rule that produced it.</summary>
/// <param name="Band">The band.</param>
/// <param name="Words">The words that are printed.</param>
/// <param name="SymbolName">The symbol's name for those who cannot see it; null without a status.</param>
/// <param name="Symbol">The symbol; null without a status.</param>
/// <param name="Colour">The colour's name; null without a status.</param>
/// <param name="Rule">The rule in a sentence.</param>
public sealed record TargetStatus(TargetBand Band, string Words, string? SymbolName, string? Symbol, string? Colour, string Rule)
{
    /// <summary>Why there is no figure to judge; else null.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>Whether there is a status at all.</summary>
    public bool IsJudged => Band <= TargetBand.Worse;

    /// <summary>Whether the result misses its target beyond tolerance, so that it is an exception in the pack.</summary>
    public bool IsOffTarget => Band is TargetBand.Off or TargetBand.Worse;

    /// <summary>Whether the result misses its target at all.</summary>
    public bool Misses => Band is TargetBand.JustOff or TargetBand.Off or TargetBand.Worse;

    /// <summary>A band of either scheme with its words, symbol and colour.</summary>
    public static TargetStatus Of(TargetBand band, string rule) => band switch
    {
        TargetBand.Met => new TargetStatus(band, "Target met", "circle", "●", "Green", rule),
        TargetBand.JustOff => new TargetStatus(band, "Just off target", "diamond", "◆", "Amber", rule),
        TargetBand.Off => new TargetStatus(band, "Off target", "triangle", "▲", "Red", rule),
        TargetBand.Better => new TargetStatus(band, "Better than target", "star", "★", "Green", rule),
        TargetBand.On => new TargetStatus(band, "On target", "circle", "●", "Blue", rule),
        TargetBand.Worse => new TargetStatus(band, "Worse than target", "triangle", "▲", "Red", rule),
        TargetBand.NoTarget => Without(band, "No target set", rule),
        TargetBand.Neutral => Without(band, "No status", rule),
        TargetBand.NotDue => Without(band, "Not due", rule),
        TargetBand.InParts => Without(band, "See its parts", rule),
        TargetBand.Forecast => Without(band, "Forecast only", rule),
        TargetBand.NotComparable => Without(band, "Not comparable", rule),
        TargetBand.Withheld => Without(band, "Withheld", rule),
        _ => Without(band, "Figure not supplied", rule),
    };

    /// <summary>No status because there is no figure: its reason in words.</summary>
    public static TargetStatus NoFigure(ReasonCode reason) =>
        Without(TargetBand.NoFigure, ReasonCodes.Printed(reason), "There is no figure, so there is no status.") with { Reason = reason };

    private static TargetStatus Without(TargetBand band, string words, string rule) => new(band, words, null, null, null, rule);
}
