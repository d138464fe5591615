using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.Orchestrations.Tests.Rehearsing;

/// <summary>Quarter 2 of 2025-26 as printed in the guide: two outcome groups and a board.</summary>
internal static class Quarter2
{
    public const string Cycle = "2025-26-Q2";
    public const string StaySafe = "stay-safe";
    public const string BeHealthy = "be-healthy";
    public const string Board = "commissioning-board";

    public static Timetable Timetable { get; } = new(
        Cycle,
        1,
        null,
        [.. Enumerable.Range(0, 9).Select(week => new DateOnly(2025, 10, 6).AddDays(7 * week))],
        At(29, 9, 9),
        At(6, 10, 9),
        [
            new(ChasingStep.Notice, At(29, 9, 9)),
            new(ChasingStep.Request, At(6, 10, 9)),
            new(ChasingStep.Reminder, At(14, 10, 9)),
            new(ChasingStep.DueToday, At(17, 10, 9)),
            new(ChasingStep.Overdue, At(20, 10, 9)),
            new(ChasingStep.LastCall, At(21, 10, 9)),
        ],
        At(17, 10, 17),
        At(21, 10, 9),
        At(22, 10, 17),
        At(20, 10, 9),
        At(22, 10, 9),
        [At(20, 10, 9), At(21, 10, 9), At(22, 10, 9), At(23, 10, 9), At(24, 10, 9)],
        At(24, 10, 17),
        At(27, 10, 9),
        At(27, 10, 9),
        At(31, 10, 17),
        [Group(StaySafe), Group(BeHealthy)],
        new BoardDates(
            Board,
            new DateOnly(2025, 11, 25),
            At(13, 11, 9),
            At(17, 11, 9),
            At(17, 11, 17),
            At(26, 11, 9),
            At(1, 12, 9),
            At(5, 12, 17),
            At(5, 12, 17)),
        At(5, 12, 17));

    /// <summary>An instant of 2025 on London's clocks.</summary>
    public static DateTime At(int day, int month, int hour, int minute = 0) => LondonTime.ToUtc(new DateOnly(2025, month, day), new TimeOnly(hour, minute));

    private static GroupDates Group(string body) => new(
        body,
        new DateOnly(2025, 11, 4),
        At(5, 11, 9),
        At(11, 11, 17),
        At(12, 11, 9),
        At(13, 11, 9),
        At(14, 11, 17),
        At(17, 11, 17));
}
