using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>Prints figures for one edition: where small numbers are hidden, <c>[c]</c> stands in their place.</summary>
internal sealed class HiddenFigures(SmallNumbers smallNumbers, bool hides)
{
    public const string Hidden = "[c]";

    public bool Hides => hides;

    public bool IsHidden(Indicator indicator, Figure figure) => hides && smallNumbers.WhyHidden(figure, indicator.Whole) is not null;

    /// <summary>Whether the year to date would give away a quarter that is hidden, by what is left when the others are taken from it.</summary>
    public bool HidesYearToDate(IndicatorHistory history, Quarter quarter, Figure yearToDate)
    {
        Indicator indicator = history.Indicator;
        bool addsUp = indicator.Kind is IndicatorKind.Cumulative or IndicatorKind.Average;
        return IsHidden(indicator, yearToDate)
            || (addsUp && Enumerable.Range(1, quarter.Number)
                .Select(number => history.At(new Quarter(quarter.StartYear, number)))
                .Any(figure => figure is not null && IsHidden(indicator, figure)));
    }

    /// <summary>The figure in words, hidden where it must be.</summary>
    public string Words(Indicator indicator, Figure figure) => IsHidden(indicator, figure) ? Hidden : FigureText.InWords(figure);
}
