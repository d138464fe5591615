namespace QuarterlyCycle.Domain.Calendar;

/// <summary>Europe/London for dates from 1996 on, by rule, so that it does not depend on the machine's time zone data.</summary>
public static class LondonTime
{
    /// <summary>The UTC instant at which London's clocks show this time; a time skipped in spring counts as an hour later, a repeated one in autumn as its first.</summary>
    public static DateTime ToUtc(DateOnly day, TimeOnly time)
    {
        DateTime asWinter = day.ToDateTime(time, DateTimeKind.Utc);
        DateTime asSummer = asWinter.AddHours(-1);
        return IsSummer(asSummer) ? asSummer : asWinter;
    }

    /// <summary>The date and time on London's clocks at a UTC instant.</summary>
    public static (DateOnly Day, TimeOnly Time) FromUtc(DateTime instantUtc)
    {
        DateTime local = IsSummer(instantUtc) ? instantUtc.AddHours(1) : instantUtc;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <summary>The date in London at a UTC instant.</summary>
    public static DateOnly DateOf(DateTime instantUtc) => FromUtc(instantUtc).Day;

    // British Summer Time runs from 1am UTC on the last Sunday of March to 1am UTC on the last Sunday of October (the Summer Time Order 2002).
    private static bool IsSummer(DateTime instantUtc) =>
        instantUtc >= LastSunday(instantUtc.Year, 3) && instantUtc < LastSunday(instantUtc.Year, 10);

    private static DateTime LastSunday(int year, int month)
    {
        DateTime last = new(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
