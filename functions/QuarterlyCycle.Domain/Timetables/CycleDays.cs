using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Timetables;

/// <summary>The numbered working days of one cycle.</summary>
public sealed class CycleDays
{
    private const int DaysInWeek = 5;

    private readonly DateOnly _firstMonday;
    private readonly DateOnly _firstDay;
    private readonly WeekRule _weekRule;
    private readonly WorkingDays _workingDays;

    /// <summary>The days of the cycle for a quarter: day 1 is the first working day on or after the first Monday after the quarter ends.</summary>
    public CycleDays(Quarter quarter, WeekRule weekRule, WorkingDays workingDays)
        : this(MondayAfter(quarter.LastDay), weekRule, workingDays)
    {
    }

    private CycleDays(DateOnly startsOnOrAfter, WeekRule weekRule, WorkingDays workingDays)
    {
        _firstMonday = startsOnOrAfter.AddDays(-(((int)startsOnOrAfter.DayOfWeek + 6) % 7));
        _firstDay = workingDays.OnOrAfter(startsOnOrAfter);
        _weekRule = weekRule;
        _workingDays = workingDays;
    }

    /// <summary>The days counted from a given day 1.</summary>
    public static CycleDays From(DateOnly firstDay, WeekRule weekRule, WorkingDays workingDays) => new(firstDay, weekRule, workingDays);

    /// <summary>The date of a day of the cycle, from 1.</summary>
    public DateOnly Day(int number)
    {
        if (_weekRule == WeekRule.WorkingDays)
        {
            return _workingDays.Add(_firstDay, number - 1);
        }

        int week = (number - 1) / DaysInWeek;
        int weekday = (number - 1) % DaysInWeek;
        return _workingDays.OnOrAfter(_firstMonday.AddDays(7 * week + weekday));
    }

    /// <summary>The first working day of each week, up to the week of the last day.</summary>
    public IReadOnlyList<DateOnly> WeeksTo(int lastDay) =>
        [.. Enumerable.Range(0, (lastDay + DaysInWeek - 1) / DaysInWeek).Select(week => Day(week * DaysInWeek + 1))];

    private static DateOnly MondayAfter(DateOnly day) =>
        day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 6) % 7 + 1);
}
