using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Calendar;

/// <summary>The partnership's working days: Monday to Friday, without bank holidays and closures.</summary>
public sealed class WorkingDays
{
    private readonly Dictionary<DateOnly, CalendarOverride> _overrides = [];

    /// <summary>Creates a calendar. Overrides add to the rule and never replace it; for one day a closure wins over a forced working day, and that over a holiday.</summary>
    public WorkingDays(IEnumerable<CalendarOverride> overrides)
    {
        foreach (CalendarOverride change in overrides)
        {
            if (!_overrides.TryGetValue(change.Date, out CalendarOverride? known) || Weight(change.Kind) > Weight(known.Kind))
            {
                _overrides[change.Date] = change;
            }
        }
    }

    /// <summary>The calendar by rule alone.</summary>
    public static WorkingDays ByRule { get; } = new([]);

    /// <summary>Whether the day is worked.</summary>
    public bool IsWorkingDay(DateOnly day) => WhyNot(day) is null;

    /// <summary>Why the day is not worked, in words; null when it is worked.</summary>
    public string? WhyNot(DateOnly day)
    {
        if (_overrides.TryGetValue(day, out CalendarOverride? change))
        {
            return change.Kind == CalendarOverrideKind.WorkingDay ? null : change.Reason;
        }

        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? day.DayOfWeek.ToString() : BankHolidays.NameOf(day);
    }

    /// <summary>The last working day before the day.</summary>
    public DateOnly Before(DateOnly day)
    {
        DateOnly earlier = day.AddDays(-1);
        while (!IsWorkingDay(earlier))
        {
            earlier = earlier.AddDays(-1);
        }

        return earlier;
    }

    /// <summary>The first working day after the day.</summary>
    public DateOnly After(DateOnly day) => OnOrAfter(day.AddDays(1));

    /// <summary>The day itself when it is worked, else the next working day.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        DateOnly later = day;
        while (!IsWorkingDay(later))
        {
            later = later.AddDays(1);
        }

        return later;
    }

    /// <summary>The working day that is so many working days after the day, or before it when the number is negative; zero gives the day itself.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        DateOnly moved = day;
        for (int step = 0; step < Math.Abs(workingDays); step++)
        {
            moved = workingDays > 0 ? After(moved) : Before(moved);
        }

        return moved;
    }

    /// <summary>How many working days lie between two days, neither counted: the clear days of a meeting.</summary>
    public int Between(DateOnly earlier, DateOnly later)
    {
        int count = 0;
        for (DateOnly day = earlier.AddDays(1); day < later; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    private static int Weight(CalendarOverrideKind kind) => kind switch
    {
        CalendarOverrideKind.Closure => 2,
        CalendarOverrideKind.WorkingDay => 1,
        _ => 0,
    };
}
