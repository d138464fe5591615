using Microsoft.DurableTask;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.OutcomeGroups;

/// <summary>One outcome group's weeks: papers, meeting, update, and the chair's signature on exactly the version that was issued.</summary>
[DurableTask(nameof(OutcomeGroupOrchestrator))]
public sealed class OutcomeGroupOrchestrator : TaskOrchestrator<OutcomeGroupBrief, OutcomeGroupOutcome>
{
    /// <inheritdoc/>
    public override async Task<OutcomeGroupOutcome> RunAsync(TaskOrchestrationContext context, OutcomeGroupBrief input)
    {
        Doorbell<PackIssued> issue = new(context);
        Doorbell<PackSignedOff> signature = new(context);
        Doorbell<PackSentBack> sentBack = new(context);
        Doorbell<FigureRevised> revision = new(context);
        Doorbell<GroupUpdateRecorded> update = new(context);
        Doorbell<TimetableRevised> timetable = new(context);
        Doorbell<CycleCancelled> cancellation = new(context);
        Steps steps = new(context);
        PackKey pack = input.Pack;
        DatesInUse dates = new(steps, pack.Cycle, input.TimetableVersion);
        Agenda<GroupStep> agenda = new(GroupSteps.Of(input.Dates));
        GroupReport report = new(context, steps, pack);
        DateTime lastUtc = input.Dates.LastUtc;

        void Follow(Timetable revised)
        {
            if (revised.Groups.FirstOrDefault(group => group.Body == pack.Body) is { } moved)
            {
                agenda.Move(GroupSteps.Of(moved));
                lastUtc = moved.LastUtc;
            }
        }

        if (!cancellation.HasRung && context.CurrentUtcDateTime < lastUtc)
        {
            await report.BuildPapers();
        }

        while (true)
        {
            await context.Until(
                agenda.NextUtc, issue.Ring, signature.Ring, sentBack.Ring, revision.Ring, update.Ring, timetable.Ring, cancellation.Ring);
            DateTime nowUtc = context.CurrentUtcDateTime;

            if (issue.HasRung)
            {
                await report.Issue(await issue.Answer());
            }
            else if (signature.HasRung)
            {
                await report.Sign(await signature.Answer());
            }
            else if (sentBack.HasRung)
            {
                await report.SendBack(await sentBack.Answer());
            }
            else if (revision.HasRung)
            {
                report.ReviseFigure(await revision.Answer());
            }
            else if (update.HasRung)
            {
                await update.Answer();
                agenda.Drop(GroupStep.AskUpdate);
                agenda.Drop(GroupStep.UpdateDue);
                await report.BuildReport();
            }
            else if (timetable.HasRung)
            {
                if (await dates.Newer(await timetable.Answer()) is { } revised)
                {
                    Follow(revised);
                }
            }
            else if (cancellation.HasRung)
            {
                await steps.Attempt(new WithdrawPacks(pack));
                return new OutcomeGroupOutcome(OutcomeGroupResult.Cancelled, steps.Failed);
            }
            else if (nowUtc >= lastUtc)
            {
                // Before anything that is overdue too: nobody is asked to sign what is already printed.
                if (await dates.Newest() is { } moved)
                {
                    Follow(moved);
                    continue;
                }

                OutcomeGroupResult result = await context.CallActivity(new RecordSignOff(pack));
                return new OutcomeGroupOutcome(result, steps.Failed);
            }
            else if (agenda.Take(nowUtc) is { } due)
            {
                await Take(due, agenda, report, nowUtc);
            }
        }
    }

    private static Task Take(Dated<GroupStep> due, Agenda<GroupStep> agenda, GroupReport report, DateTime nowUtc) => due.Step switch
    {
        // Of two steps that are overdue together the first has become stale.
        GroupStep.AskUpdate when agenda.IsDue(GroupStep.UpdateDue, nowUtc) => Task.CompletedTask,
        GroupStep.RemindChair when agenda.IsDue(GroupStep.SignOffDue, nowUtc) => Task.CompletedTask,
        GroupStep.AskUpdate => report.AskForUpdate(),
        GroupStep.UpdateDue => report.BuildReport(),
        GroupStep.AskSignOff => report.OpenSignOff(),
        GroupStep.RemindChair => report.RemindChair(due.AtUtc),
        GroupStep.SignOffDue => report.SignOffIsDue(),
        _ => Task.CompletedTask,
    };
}
