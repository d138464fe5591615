using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Timetables;

/// <summary>The latest day on which papers can be published for a public meeting.</summary>
public static class Publication
{
    // Clear days: neither the day of publication nor the day of the meeting counts. Local Government Act 1972, section 100B.
    /// <summary>The latest working day that leaves so many clear working days before the meeting.</summary>
    public static DateOnly LatestDay(DateOnly meeting, int clearDays, WorkingDays workingDays) =>
        workingDays.Add(meeting, -(clearDays + 1));
}
