using System.Globalization;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.Domain.Tests.Timetables;

internal static class Cycles
{
    public static IReadOnlyList<ReportingBody> Bodies { get; } =
    [
        new ReportingBody("BH", "Be Healthy", false),
        new ReportingBody("CB", "Commissioning Board", true),
    ];

    public static TimetableDraft Draw(
        string quarter,
        IReadOnlyList<PlannedMeeting>? meetings = null,
        TimetableSettings? settings = null,
        IReadOnlyList<StageDefinition>? stages = null) =>
        TimetablePlanner.Draw(Quarter.Parse(quarter), settings ?? new TimetableSettings(), stages ?? StageTemplates.Derby, meetings ?? [], Bodies, WorkingDays.ByRule);

    public static Timetable Drawn(string quarter) => Draw(quarter).Timetable!;

    public static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
