using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.Orchestrations.Boards;

/// <summary>The board's pack and its dates.</summary>
public sealed record BoardPackBrief(PackKey Pack, int TimetableVersion, BoardDates Dates);
