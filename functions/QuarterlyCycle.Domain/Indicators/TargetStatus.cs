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
public sealed record TargetStatus(TargetBand Band, string Words, string? SymbolName, string? Symbol, string? Colour)
{
    /// <summary>The rule in a sentence.</summary>
    public string Rule => By?.InWords() ?? Why;

    /// <summary>Why there is no figure to judge; else null.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>Whether there is a status at all.</summary>
    public bool IsJudged => Band <= TargetBand.Worse;

    /// <summary>Whether the result misses its target beyond tolerance, so that it is an exception in the pack.</summary>
    public bool IsOffTarget => Band is TargetBand.Off or TargetBand.Worse;

    /// <summary>Whether the result misses its target at all.</summary>
    public bool Misses => Band is TargetBand.JustOff or TargetBand.Off or TargetBand.Worse;

    // What it says without a rule.
    private string Why { get; init; } = "";

    private TargetRule? By { get; init; }

    /// <summary>A band of either scheme with its words, symbol and colour, and a sentence on why it is given.</summary>
    public static TargetStatus Of(TargetBand band, string rule) => Of(band, rule, by: null);

    /// <summary>No status because there is no figure: its reason in words.</summary>
    public static TargetStatus NoFigure(ReasonCode reason) =>
        Of(TargetBand.NoFigure, "There is no figure, so there is no status.") with { Words = ReasonCodes.Printed(reason), Reason = reason };

    /// <summary>The status that a rule gives.</summary>
    internal static TargetStatus Of(TargetBand band, TargetRule rule) => Of(band, why: "", rule);

    private static TargetStatus Of(TargetBand band, string why, TargetRule? by)
    {
        (string words, string? symbolName, string? symbol, string? colour) = band switch
        {
            TargetBand.Met => ("Target met", "circle", "●", "Green"),
            TargetBand.JustOff => ("Just off target", "diamond", "◆", "Amber"),
            TargetBand.Off => ("Off target", "triangle", "▲", "Red"),
            TargetBand.Better => ("Better than target", "star", "★", "Green"),
            TargetBand.On => ("On target", "circle", "●", "Blue"),
            TargetBand.Worse => ("Worse than target", "triangle", "▲", "Red"),
            TargetBand.NoTarget => ("No target set", null, null, null),
            TargetBand.Neutral => ("No status", null, null, null),
            TargetBand.NotDue => ("Not due", null, null, null),
            TargetBand.InParts => ("See its parts", null, null, null),
            TargetBand.Forecast => ("Forecast only", null, null, null),
            TargetBand.NotComparable => ("Not comparable", null, null, null),
            TargetBand.Withheld => ("Withheld", null, null, null),
            _ => ("Figure not supplied", (string?)null, (string?)null, (string?)null),
        };
        return new TargetStatus(band, words, symbolName, symbol, colour) { Why = why, By = by };
    }
}
