using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Works out April to the end of a quarter from the quarters' figures.</summary>
public static class YearToDate
{
    /// <summary>Whether the year to date of a measure is the sum of its quarters' values.</summary>
    public static bool IsSum(Indicator indicator) =>
        indicator is { Kind: IndicatorKind.Cumulative, Unit: IndicatorUnit.Count or IndicatorUnit.Money or IndicatorUnit.Days };

    /// <summary>Whether the year to date of a measure repeats its latest quarter, and does not add quarters up.</summary>
    public static bool Repeats(Indicator indicator) =>
        indicator.Kind is IndicatorKind.Snapshot or IndicatorKind.Rolling12 || indicator.Frequency == Frequency.Annual;

    /// <summary>The year to date; null when the measure is asked in no quarter so far.</summary>
    public static Figure? Of(IndicatorHistory history, Quarter quarter)
    {
        Indicator indicator = history.Indicator;
        if (LastAsked(indicator, quarter) is not { } last)
        {
            return null;
        }

        Period period = Period.YearToDate(quarter);
        if (!Repeats(indicator))
        {
            return AddedUp(history, quarter, period);
        }

        return Latest(history, quarter) is { } latest
            ? latest with { Period = period, DataPeriod = latest.PeriodOfData }
            : Missing(indicator, period, last);
    }

    /// <summary>Whether a measure's frequency asks for a figure in a quarter.</summary>
    public static bool IsDue(Indicator indicator, Quarter quarter) => indicator.Frequency switch
    {
        Frequency.Annual => quarter.Number == 4,
        Frequency.HalfYearly => quarter.Number is 2 or 4,
        _ => true,
    };

    private static Quarter? LastAsked(Indicator indicator, Quarter quarter)
    {
        for (int number = quarter.Number; number >= 1; number--)
        {
            Quarter each = new(quarter.StartYear, number);
            if (IsDue(indicator, each))
            {
                return each;
            }
        }

        return null;
    }

    private static Figure? Latest(IndicatorHistory history, Quarter quarter)
    {
        for (int number = quarter.Number; number >= 1; number--)
        {
            Quarter each = new(quarter.StartYear, number);
            if (IsDue(history.Indicator, each) && history.At(each) is { Value: not null } figure)
            {
                return figure;
            }
        }

        return null;
    }

    private static Figure AddedUp(IndicatorHistory history, Quarter quarter, Period period)
    {
        Indicator indicator = history.Indicator;
        decimal value = 0m;
        decimal numerator = 0m;
        decimal denominator = 0m;
        bool haveCounts = true;
        Finality finality = Finality.Final;
        for (int number = 1; number <= quarter.Number; number++)
        {
            Quarter each = new(quarter.StartYear, number);
            if (!IsDue(indicator, each))
            {
                continue;
            }

            if (history.At(each) is not { } figure || (figure.Value is null && figure.Reason != ReasonCode.NoCases))
            {
                return Missing(indicator, period, each);
            }

            value += figure.Value ?? 0m;
            numerator += figure.Numerator ?? 0m;
            denominator += figure.Denominator ?? 0m;
            haveCounts &= figure is { Numerator: not null, Denominator: not null };
            finality = LessFinal(finality, figure.Finality);
        }

        if (IsSum(indicator))
        {
            return Figure.Of(indicator, period, value, finality);
        }

        // A mean of percentages is not the percentage of the year: only counts can be added up.
        return haveCounts
            ? Figure.OfCounts(indicator, period, numerator, denominator, finality)
            : Figure.Without(indicator, period, ReasonCode.NotKnown, "The counts behind the quarters were not given, so they cannot be added up.");
    }

    // A sum is as provisional as its most provisional part; a revised quarter leaves it final.
    private static Finality LessFinal(Finality one, Finality other) =>
        one == Finality.Provisional || other == Finality.Provisional ? Finality.Provisional
        : one == Finality.Estimated || other == Finality.Estimated ? Finality.Estimated
        : Finality.Final;

    private static Figure Missing(Indicator indicator, Period period, Quarter quarter) =>
        Figure.Without(indicator, period, ReasonCode.NotKnown, $"There is no figure for {quarter.Period.Code}.");
}
