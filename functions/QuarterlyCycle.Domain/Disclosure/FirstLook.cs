using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>
/// Tells a family's years in which nothing is small, which most are, from those whose equations have to be written down. Looked at
/// wrongly it may only say that something could be small.
/// </summary>
internal sealed class FirstLook(IReadOnlyList<IndicatorHistory> family, FamilyTables tables, SmallNumbers small)
{
    /// <summary>The first quarter of the year in which a figure, or what is missing between figures, is small; null when there is none.</summary>
    public int? FirstSmall(int startYear, int lastQuarter)
    {
        for (int number = 1; number <= lastQuarter; number++)
        {
            Quarter quarter = new(startYear, number);
            foreach (IndicatorHistory history in family)
            {
                if (IsSmall(history, quarter))
                {
                    return number;
                }
            }

            foreach ((int parent, int[] parts) in tables.Totals)
            {
                if (LeavesFew(parent, parts, quarter, isYearToDate: false) || LeavesFew(parent, parts, quarter, isYearToDate: true))
                {
                    return number;
                }
            }
        }

        return null;
    }

    private static Figure? FigureAt(IndicatorHistory history, Quarter quarter, bool isYearToDate) =>
        (isYearToDate ? history.YearToDateAt(quarter) : history.At(quarter)) is { Value: not null } figure ? figure : null;

    private static decimal? Of(Figure figure, Addend addend) => addend switch
    {
        Addend.Value => Cell.CountsStandBehind(figure) ? null : figure.Value,
        Addend.Numerator => Cell.CountsStandBehind(figure) ? figure.Numerator : null,
        _ => Cell.CountsStandBehind(figure) ? figure.Denominator : null,
    };

    private bool IsSmall(IndicatorHistory history, Quarter quarter)
    {
        Indicator indicator = history.Indicator;
        Figure? own = FigureAt(history, quarter, isYearToDate: false);
        Figure? yearToDate = FigureAt(history, quarter, isYearToDate: true);

        return IsSmall(indicator, own) || IsSmall(indicator, yearToDate) || (yearToDate is not null && MissesQuarters(history, quarter, yearToDate));
    }

    // A quarter that is not known by itself, or not by its counts, is what is missing from the year to date.
    private static bool MissesQuarters(IndicatorHistory history, Quarter quarter, Figure yearToDate)
    {
        for (int number = 1; number <= quarter.Number; number++)
        {
            Quarter each = new(quarter.StartYear, number);
            if (!YearToDate.IsDue(history.Indicator, each))
            {
                continue;
            }

            if (FigureAt(history, each, isYearToDate: false) is not { } own || (Cell.CountsStandBehind(yearToDate) && !Cell.CountsStandBehind(own)))
            {
                return true;
            }
        }

        return false;
    }

    // A percentage without counts may be worked back by the denominator of another part of its population.
    private bool IsSmall(Indicator indicator, Figure? figure) =>
        figure is not null && (small.WhyHidden(figure, indicator.Whole) is not null || (family.Count > 1 && indicator.Population is not null && figure.Unit != IndicatorUnit.Count && !Cell.CountsStandBehind(figure)));

    private bool LeavesFew(int parent, int[] parts, Quarter quarter, bool isYearToDate)
    {
        if (FigureAt(family[parent], quarter, isYearToDate) is not { } total)
        {
            return false;
        }

        foreach (Addend addend in Cell.Addends)
        {
            if (Of(total, addend) is not { } rest)
            {
                continue;
            }

            bool isAny = false;
            foreach (int part in parts)
            {
                if (FigureAt(family[part], quarter, isYearToDate) is { } figure && figure.Unit == total.Unit && Of(figure, addend) is { } amount)
                {
                    isAny = true;
                    rest -= amount;
                }
            }

            if (isAny && small.IsSmall(rest))
            {
                return true;
            }
        }

        return false;
    }
}
