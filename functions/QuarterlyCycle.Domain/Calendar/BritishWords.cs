using System.Globalization;

namespace QuarterlyCycle.Domain.Calendar;

/// <summary>Dates and times as people in Britain read them, always in London time; the same on every machine.</summary>
public static class BritishWords
{
    /// <summary>"17 October 2025".</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Friday 17 October 2025".</summary>
    public static string LongDate(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Friday 17 October", for use where the year is plain.</summary>
    public static string DayAndMonth(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>"17 October", for use where the year is plain.</summary>
    public static string ShortDate(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>"5pm", "8:30am", "midday" or "midnight".</summary>
    public static string Time(TimeOnly time)
    {
        if (time is { Minute: 0, Hour: 0 or 12 })
        {
            return time.Hour == 0 ? "midnight" : "midday";
        }

        string hour = (time.Hour % 12 == 0 ? 12 : time.Hour % 12).ToString(CultureInfo.InvariantCulture);
        string minute = time.Minute == 0 ? "" : time.Minute.ToString(":00", CultureInfo.InvariantCulture);
        return hour + minute + (time.Hour < 12 ? "am" : "pm");
    }

    /// <summary>"5pm on Friday 17 October 2025" for an instant in UTC.</summary>
    public static string Instant(DateTime instantUtc)
    {
        (DateOnly day, TimeOnly time) = LondonTime.FromUtc(instantUtc);
        return $"{Time(time)} on {LongDate(day)}";
    }

    /// <summary>"July to September 2025" for a quarter.</summary>
    public static string Months(Quarter quarter) =>
        $"{quarter.FirstDay.ToString("MMMM", CultureInfo.InvariantCulture)} to {quarter.LastDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}";
}
