using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.Orchestrations.OutcomeGroups;

/// <summary>One outcome group's report and its dates.</summary>
public sealed record OutcomeGroupBrief(PackKey Pack, int TimetableVersion, GroupDates Dates);
