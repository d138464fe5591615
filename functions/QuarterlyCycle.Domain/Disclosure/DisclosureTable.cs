using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>What everything published up to a quarter hides, and by which rule.</summary>
public sealed class DisclosureTable
{
    private readonly SmallNumbers _small;
    private readonly IReadOnlyDictionary<(string Code, Period Period), HidingRule> _hidden;

    internal DisclosureTable(SmallNumbers small, IReadOnlyDictionary<(string Code, Period Period), HidingRule> hidden, IReadOnlyList<Figure> exposed)
    {
        _small = small;
        _hidden = hidden;
        Exposed = exposed;
    }

    /// <summary>The counts that are hidden.</summary>
    public SmallNumbers SmallNumbers => _small;

    /// <summary>Figures that are hidden now although what was published before gives them away.</summary>
    public IReadOnlyList<Figure> Exposed { get; }

    /// <summary>The rule that hides a figure, or null when it is shown.</summary>
    public HidingRule? WhyHidden(Indicator indicator, Figure figure) =>
        _hidden.TryGetValue((indicator.Code, figure.Period), out HidingRule rule) ? rule
        : indicator.CountsPeople || figure.Reason == ReasonCode.TooFew ? _small.WhyHidden(figure, indicator.Whole)
        : null;

    /// <summary>A measure's figures as a quarter's pack prints them, the oldest first and the year to date last.</summary>
    public IEnumerable<PublishedFigure> Printed(IndicatorHistory history, Quarter quarter)
    {
        List<Figure?> figures = [];
        for (Quarter each = Suppression.FirstPrinted(quarter); each <= quarter; each = each.Next)
        {
            figures.Add(history.At(each));
        }

        figures.Add(history.YearToDateAt(quarter));
        return figures.OfType<Figure>().Where(figure => figure.Value is not null).Select(figure => PublishedFigure.Of(figure, WhyHidden(history.Indicator, figure)));
    }

    /// <summary>The numbers of a hidden figure that no text may state; of percentages the value as well.</summary>
    public IReadOnlyList<decimal> Unspeakable(Indicator indicator, Figure figure)
    {
        if (WhyHidden(indicator, figure) is null)
        {
            return [];
        }

        decimal? rest = indicator.Whole ? figure.Denominator - figure.Numerator : null;
        decimal? below = figure.Denominator is { } denominator && _small.IsSmall(denominator) ? denominator : null;
        return [.. new[] { figure.Unit == IndicatorUnit.Percent ? null : figure.Value, figure.Numerator, rest, below }.OfType<decimal>().Where(number => number != 0).Distinct()];
    }

    /// <summary>What a reader knows of a hidden year to date from the quarters: the least and the most that it can be, or null without both.</summary>
    internal (int Least, int Most)? RangeOfYearToDate(IndicatorHistory history, Quarter quarter)
    {
        decimal least = 0m;
        decimal most = 0m;
        for (int number = 1; number <= quarter.Number; number++)
        {
            Quarter each = new(quarter.StartYear, number);
            if (!YearToDate.IsDue(history.Indicator, each))
            {
                continue;
            }

            if (history.At(each) is not { Value: { } value } figure)
            {
                return null;
            }

            switch (WhyHidden(history.Indicator, figure))
            {
                case null:
                    least += value;
                    most += value;
                    break;
                case HidingRule.Primary:
                    least += _small.Low;
                    most += _small.High;
                    break;
                default:
                    return null;
            }
        }

        return ((int)least, (int)most);
    }
}
