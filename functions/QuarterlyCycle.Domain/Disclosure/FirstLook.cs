using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>
/// Tells a family's years in which nothing is small, which most are, from those whose equations have to be written down. Looked at
/// wrongly it may only say that something could be small.
/// </summary>
internal sealed class FirstLook(IReadOnlyList<IndicatorHistory> family, SmallNumbers small)
{
    private readonly IReadOnlyList<(IndicatorHistory Parent, IndicatorHistory[] Parts)> _tables = Tables(family);

    /// <summary>Whether neither a figure of the year nor what is missing between figures is small.</summary>
    public bool FindsNothing(int startYear, int lastQuarter)
    {
        for (int number = 1; number <= lastQuarter; number++)
        {
            Quarter quarter = new(startYear, number);
            foreach (IndicatorHistory history in family)
            {
                if (IsSmall(history, quarter))
                {
                    return false;
                }
            }

            foreach ((IndicatorHistory parent, IndicatorHistory[] parts) in _tables)
            {
                if (LeavesFew(parent, parts, quarter, isYearToDate: false) || LeavesFew(parent, parts, quarter, isYearToDate: true))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static Figure? FigureAt(IndicatorHistory history, Quarter quarter, bool isYearToDate) =>
        history.Indicator.HasFigure && (isYearToDate ? history.YearToDateAt(quarter) : history.At(quarter)) is { Value: not null } figure ? figure : null;

    private static List<(IndicatorHistory Parent, IndicatorHistory[] Parts)> Tables(IReadOnlyList<IndicatorHistory> family)
    {
        if (family.Count == 1)
        {
            return [];
        }

        ILookup<string, IndicatorHistory> parts = family.Where(history => history.Indicator.Parent is not null).ToLookup(history => history.Indicator.Parent!, StringComparer.Ordinal);
        return [.. family.Where(history => parts.Contains(history.Indicator.Code)).Select(parent => (parent, parts[parent.Indicator.Code].ToArray()))];
    }

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

    private bool LeavesFew(IndicatorHistory parent, IndicatorHistory[] parts, Quarter quarter, bool isYearToDate)
    {
        if (FigureAt(parent, quarter, isYearToDate) is not { } total)
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
            foreach (IndicatorHistory part in parts)
            {
                if (FigureAt(part, quarter, isYearToDate) is { } figure && figure.Unit == total.Unit && Of(figure, addend) is { } amount)
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
