using System.Globalization;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.Domain.Tests.Timetables;

internal static class Cycles
{
    public static IReadOnlyList<Body> Bodies { get; } =
    [
        new Body { Code = "BH", Name = "Be Healthy", Kind = BodyKind.OutcomeGroup },
        new Body { Code = "CB", Name = "Commissioning Board", Kind = BodyKind.Board },
    ];

    public static TimetableDraft Draw(
        string quarter,
        IReadOnlyList<Meeting>? meetings = null,
        TimetableSettings? settings = null,
        IReadOnlyList<StageRow>? stages = null) =>
        TimetablePlanner.Draw(Quarter.Parse(quarter), settings ?? new TimetableSettings(), stages ?? StageTemplates.Derby, meetings ?? [], Bodies, WorkingDays.ByRule);

    public static Meeting Meeting(string body, DateOnly on, string? cycle = null) =>
        new() { Body = body, Date = on, Cycle = cycle is null ? null : Period.Parse(cycle) };

    public static StageRow Collect(int closesDay, TimeOnly closesAt) =>
        new() { Template = "derby", Stage = StageName.Collect, Role = "compiling officers", OpensDay = 1, ClosesDay = closesDay, ClosesAt = closesAt };

    public static Timetable Drawn(string quarter) => Draw(quarter).Timetable!;

    public static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
