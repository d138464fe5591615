using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Works out April to the end of a quarter from the quarters' figures.</summary>
public static class YearToDate
{
    /// <summary>Whether the year to date of a measure is the sum of its quarters' values.</summary>
    public static bool IsSum(Indicator indicator) =>
        indicator is { Kind: IndicatorKind.Cumulative, Unit: IndicatorUnit.Count or IndicatorUnit.Money or IndicatorUnit.Days };

    /// <summary>The year to date; null when the measure is asked in no quarter so far. <paramref name="figureOf"/> gives a quarter's figure or null.</summary>
    public static Figure? Of(Indicator indicator, Quarter quarter, Func<Quarter, Figure?> figureOf)
    {
        bool repeats = indicator.Kind is IndicatorKind.Snapshot or IndicatorKind.Rolling12 || indicator.Frequency == Frequency.Annual;
        Period period = Period.YearToDate(quarter);
        Quarter? asked = null;
        Figure? latest = null;
        List<Figure> figures = new(4);
        for (int number = 1; number <= quarter.Number; number++)
        {
            Quarter each = new(quarter.StartYear, number);
            if (!IsDue(indicator, each))
            {
                continue;
            }

            asked = each;
            Figure? figure = figureOf(each);
            latest = figure?.Value is null ? latest : figure;
            if (repeats)
            {
                continue;
            }

            if (figure is null || (figure.Value is null && figure.Reason != ReasonCode.NoCases))
            {
                return Missing(indicator, period, each);
            }

            figures.Add(figure);
        }

        if (asked is not { } last)
        {
            return null;
        }

        if (repeats)
        {
            return latest is null ? Missing(indicator, period, last) : latest with { Period = period, DataPeriod = latest.PeriodOfData };
        }

        Finality finality = figures.Any(figure => figure.Finality == Finality.Provisional) ? Finality.Provisional
            : figures.Any(figure => figure.Finality == Finality.Estimated) ? Finality.Estimated
            : Finality.Final;
        if (IsSum(indicator))
        {
            return Figure.Of(indicator, period, figures.Sum(figure => figure.Value ?? 0m), finality);
        }

        // A mean of percentages is not the percentage of the year: only counts can be added up.
        return figures.All(figure => figure is { Numerator: not null, Denominator: not null })
            ? Figure.OfCounts(indicator, period, figures.Sum(figure => figure.Numerator!.Value), figures.Sum(figure => figure.Denominator!.Value), finality)
            : Figure.Without(indicator, period, ReasonCode.NotKnown, "The counts behind the quarters were not given, so they cannot be added up.");
    }

    /// <summary>Whether a measure's frequency asks for a figure in a quarter.</summary>
    public static bool IsDue(Indicator indicator, Quarter quarter) => indicator.Frequency switch
    {
        Frequency.Annual => quarter.Number == 4,
        Frequency.HalfYearly => quarter.Number is 2 or 4,
        _ => true,
    };

    private static Figure Missing(Indicator indicator, Period period, Quarter quarter) =>
        Figure.Without(indicator, period, ReasonCode.NotKnown, $"There is no figure for {quarter.Period.Code}.");
}
