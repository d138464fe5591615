using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>Prints figures for one edition: where the public one hides a number, <c>[c]</c> stands in its place.</summary>
internal sealed class HiddenFigures(DisclosureTable disclosure, bool hides)
{
    public const string Hidden = "[c]";

    public bool Hides => hides;

    public bool IsHidden(Indicator indicator, Figure figure) => hides && Why(indicator, figure) is not null;

    /// <summary>The rule that hides a figure in the public edition, or null.</summary>
    public HidingRule? Why(Indicator indicator, Figure figure) => disclosure.WhyHidden(indicator, figure);

    /// <summary>The figure in words, hidden where it must be.</summary>
    public string Words(Indicator indicator, Figure figure) => IsHidden(indicator, figure) ? Hidden : FigureText.InWords(figure);

    /// <summary>For the edition that hides nothing: by which rule the public one does, in a sentence.</summary>
    public string? Note(Indicator indicator, Figure? figure, string what) =>
        !hides && figure is not null && Why(indicator, figure) is { } rule ? $"{what} is hidden in the public edition: {WordsOf(rule)}." : null;

    private string WordsOf(HidingRule rule) => rule switch
    {
        HidingRule.Primary => $"it is a count from {disclosure.SmallNumbers.Low} to {disclosure.SmallNumbers.High}",
        HidingRule.Derived => $"a count behind it is from {disclosure.SmallNumbers.Low} to {disclosure.SmallNumbers.High}",
        HidingRule.TooFew => "the officer said that there are too few to share",
        HidingRule.Secondary => "with the other parts and their total it would give away a hidden number",
        HidingRule.BetweenQuarters => "with the other quarters it would give away a hidden number",
        _ => "an earlier version hides it, or shows a number that differs by too few",
    };
}
