using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The words, symbols and arrows of the rules as a pack prints them.</summary>
internal static class StatusPrint
{
    public static PackStatus Of(TargetStatus status) => new(status.Words, SymbolOf(status.SymbolName), ColourOf(status.Colour));

    public static PackDirection Of(DirectionOfTravel direction) => new(
        direction.Words,
        direction switch
        {
            { Arrow: null } => PackArrow.None,
            { Direction: Direction.Improved } => PackArrow.Better,
            { Direction: Direction.GotWorse } => PackArrow.Worse,
            { Direction: Direction.NoChange } => PackArrow.Same,
            _ => PackArrow.None,
        },
        direction.Reason);

    public static string GoodIs(Polarity polarity) => polarity switch
    {
        Polarity.High => "High",
        Polarity.Low => "Low",
        Polarity.Range => "In range",
        _ => "Neither",
    };

    private static PackSymbol SymbolOf(string? name) => name switch
    {
        "circle" => PackSymbol.Circle,
        "diamond" => PackSymbol.Diamond,
        "triangle" => PackSymbol.Triangle,
        "star" => PackSymbol.Star,
        _ => PackSymbol.None,
    };

    private static PackColour ColourOf(string? name) => name switch
    {
        "Green" => PackColour.Green,
        "Amber" => PackColour.Amber,
        "Red" => PackColour.Red,
        "Blue" => PackColour.Blue,
        _ => PackColour.None,
    };
}
