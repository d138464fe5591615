using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Compares two figures of one measure.</summary>
public static class DirectionOfTravelRule
{
    /// <summary>The direction from an earlier figure to a later one; the ranges matter only where being in range is better, and the lengths of the periods only where a figure is counted over its period.</summary>
    public static DirectionOfTravel Judge(
        Figure? now,
        Figure? earlier,
        Polarity polarity,
        IReadOnlyList<DefinitionChange> changes,
        AimedTarget? rangeNow = null,
        AimedTarget? rangeEarlier = null,
        bool anyLength = false)
    {
        if (WhyNot(now, earlier, changes, anyLength) is { } reason)
        {
            return DirectionOfTravel.NotComparable(reason);
        }

        decimal current = now!.Value!.Value;
        decimal before = earlier!.Value!.Value;
        decimal difference = current - before;
        if (polarity == Polarity.Range)
        {
            if (rangeNow is null)
            {
                return DirectionOfTravel.NotComparable(DirectionOfTravel.NoRange);
            }

            difference = (rangeEarlier ?? rangeNow).DistanceOf(before) - rangeNow.DistanceOf(current);
        }

        // Under half the rounding unit nothing that is printed would show it.
        if (Math.Abs(difference) < FigureText.HalfUnit(now.Decimals))
        {
            return DirectionOfTravel.Of(Direction.NoChange, polarity == Polarity.Neutral);
        }

        bool rose = Math.Sign(difference) == 1;
        return polarity switch
        {
            Polarity.Neutral => DirectionOfTravel.Of(rose ? Direction.Increased : Direction.Decreased),
            Polarity.Low => DirectionOfTravel.Of(rose ? Direction.GotWorse : Direction.Improved),
            _ => DirectionOfTravel.Of(rose ? Direction.Improved : Direction.GotWorse),
        };
    }

    /// <summary>The same result with a hidden value on either side: the direction is withheld.</summary>
    public static DirectionOfTravel WithHidden(DirectionOfTravel judged, bool eitherIsHidden) =>
        eitherIsHidden ? DirectionOfTravel.NotComparable(DirectionOfTravel.ValueHidden) : judged;

    // An academic year beside a calendar year counts other months of the year.
    private static bool SameMonths(Period now, Period earlier) => now.Months < 12 || now.FirstDay.Month == earlier.FirstDay.Month;

    private static string? WhyNot(Figure? now, Figure? earlier, IReadOnlyList<DefinitionChange> changes, bool anyLength)
    {
        if (earlier is null)
        {
            return DirectionOfTravel.FirstPeriod;
        }

        if (now?.Value is null || earlier.Value is null)
        {
            return DirectionOfTravel.ValueMissing;
        }

        if (now.IsForecast || earlier.IsForecast)
        {
            return DirectionOfTravel.Forecast;
        }

        if (now.Unit != earlier.Unit || (now.Unit == IndicatorUnit.Rate && now.Multiplier != earlier.Multiplier))
        {
            return DirectionOfTravel.UnitDiffers;
        }

        // A rolling figure covers twelve months and a snapshot one day, whichever period it is reported for.
        if (!anyLength && now.PeriodOfData.Months != earlier.PeriodOfData.Months)
        {
            return DirectionOfTravel.PeriodDiffers;
        }

        if (DefinitionChanged(now, earlier, changes))
        {
            return DirectionOfTravel.DefinitionChanged;
        }

        if (now.PeriodOfData == earlier.PeriodOfData)
        {
            return DirectionOfTravel.SameData;
        }

        return anyLength || SameMonths(now.PeriodOfData, earlier.PeriodOfData) ? null : DirectionOfTravel.NoLongerLikeForLike;
    }

    /// <summary>Whether two figures were counted by different definitions: a version without a recorded change of wording has to count as another.</summary>
    internal static bool DefinitionChanged(Figure now, Figure earlier, IReadOnlyList<DefinitionChange> changes)
    {
        bool isExplained = false;
        foreach (DefinitionChange change in changes)
        {
            if (change.Kind == DefinitionChangeKind.Rebase || change.FromPeriod.FirstDay <= earlier.Period.FirstDay
                || change.FromPeriod.FirstDay > now.Period.LastDay)
            {
                continue;
            }

            if (change.Kind == DefinitionChangeKind.Break)
            {
                return true;
            }

            isExplained = true;
        }

        return now.DefinitionVersion != earlier.DefinitionVersion && !isExplained;
    }
}
