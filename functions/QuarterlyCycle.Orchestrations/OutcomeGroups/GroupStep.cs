using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.OutcomeGroups;

internal enum GroupStep
{
    AskUpdate,
    UpdateDue,
    AskSignOff,
    RemindChair,
    SignOffDue,
    Last,
}

internal static class GroupSteps
{
    public static IEnumerable<Dated<GroupStep>> Of(GroupDates dates) =>
    [
        new(GroupStep.AskUpdate, dates.AskUpdateUtc),
        new(GroupStep.UpdateDue, dates.UpdateDueUtc),
        new(GroupStep.AskSignOff, dates.AskSignOffUtc),
        new(GroupStep.RemindChair, dates.SignOffReminderUtc),
        new(GroupStep.SignOffDue, dates.SignOffDueUtc),
        new(GroupStep.Last, dates.LastUtc),
    ];
}
