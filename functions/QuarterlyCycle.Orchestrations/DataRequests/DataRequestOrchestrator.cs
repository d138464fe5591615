using Microsoft.DurableTask;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.DataRequests;

/// <summary>Asks one officer for all their measures of the quarter, and reminds until they have answered or answers stop.</summary>
[DurableTask(nameof(DataRequestOrchestrator))]
public sealed class DataRequestOrchestrator : TaskOrchestrator<DataRequestBrief, DataRequestOutcome>
{
    /// <inheritdoc/>
    public override async Task<DataRequestOutcome> RunAsync(TaskOrchestrationContext context, DataRequestBrief input)
    {
        Doorbell<SubmissionReceived> submission = new(context);
        Doorbell<ExtensionGranted> extension = new(context);
        Doorbell<TimetableRevised> timetable = new(context);
        Doorbell<CycleCancelled> cancellation = new(context);
        Steps steps = new(context);
        DataRequestKey dataRequest = input.DataRequest;
        DatesInUse dates = new(steps, dataRequest.Cycle, input.TimetableVersion);
        ReminderLadder ladder = new(input.Chasing, input.AnswersStopUtc);

        while (true)
        {
            context.SetCustomStatus(StageOf(ladder.Last));
            await context.Until(ladder.NextUtc, submission.Ring, extension.Ring, timetable.Ring, cancellation.Ring);

            if (submission.HasRung)
            {
                await submission.Answer();
                int outstanding = await steps.Ask(new CountOutstanding(dataRequest), otherwise: 1);
                if (outstanding == 0)
                {
                    return new DataRequestOutcome(DataRequestResult.Returned, steps.Failed);
                }
            }
            else if (extension.HasRung)
            {
                if (await extension.Answer() is { } granted)
                {
                    ladder = ladder.With(granted);
                }
            }
            else if (timetable.HasRung)
            {
                if (await dates.Newer(await timetable.Answer()) is { } revised)
                {
                    ladder = ladder.With(revised, context.CurrentUtcDateTime);
                }
            }
            else if (cancellation.HasRung)
            {
                await steps.Attempt(new WithdrawDataRequest(dataRequest));
                return new DataRequestOutcome(DataRequestResult.Cancelled, steps.Failed);
            }
            else if (ladder.IsOver(context.CurrentUtcDateTime))
            {
                // Before any reminder that is overdue too: after the cut-off it would be stale.
                // The record decides: an extension or an outage may have moved the cut-off since.
                Closing closing = await context.CallActivity(new CloseDataRequest(dataRequest));
                if (closing.Result is { } result)
                {
                    return new DataRequestOutcome(result, steps.Failed);
                }

                ladder = ladder.With(closing, context.CurrentUtcDateTime);
            }
            else if (ladder.NewestDue(context.CurrentUtcDateTime) is { } due)
            {
                ladder = ladder.After(due);
                await steps.Attempt(new SendChasingMail(dataRequest, due.Step, due.Round));
            }
        }
    }

    private static string StageOf(ChasingStep? last) => last switch
    {
        null => "Not asked yet",
        ChasingStep.Notice => "Told, not asked yet",
        ChasingStep.Request => "Asked",
        ChasingStep.Reminder => "Reminded",
        ChasingStep.DueToday => "Due today",
        ChasingStep.Overdue => "Overdue",
        _ => "Last call made",
    };
}
