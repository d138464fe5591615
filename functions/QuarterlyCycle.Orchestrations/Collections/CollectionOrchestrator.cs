using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.DataRequests;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Collections;

/// <summary>Starts the data requests of one chunk and waits for them all.</summary>
[DurableTask(nameof(CollectionOrchestrator))]
public sealed class CollectionOrchestrator : TaskOrchestrator<CollectionBrief, CollectionOutcome>
{
    /// <inheritdoc/>
    public override async Task<CollectionOutcome> RunAsync(TaskOrchestrationContext context, CollectionBrief input)
    {
        Doorbell<TimetableRevised> timetable = new(context);
        Doorbell<CycleCancelled> cancellation = new(context);
        Steps steps = new(context);
        Children children = new(context, steps);

        context.SetCustomStatus("Collecting figures");
        DataRequestList list = await context.CallActivity(new ListDataRequests(input.Cycle, input.Chunk));
        List<Task<DataRequestOutcome?>> dataRequests = [.. list.Officers.Select(officer => children.Start<DataRequestOutcome>(
            nameof(DataRequestOrchestrator),
            InstanceIds.DataRequest(input.Cycle, officer),
            new DataRequestBrief(new DataRequestKey(input.Cycle, input.Chunk, officer), input.TimetableVersion, input.Chasing, input.AnswersStopUtc)))];

        await children.WaitForAll(timetable, cancellation);

        List<DataRequestOutcome> outcomes = [];
        foreach (Task<DataRequestOutcome?> dataRequest in dataRequests)
        {
            if (await dataRequest is { } outcome)
            {
                outcomes.Add(outcome);
            }
        }

        int Count(DataRequestResult result) => outcomes.Count(outcome => outcome.Result == result);
        return new CollectionOutcome(
            Count(DataRequestResult.Returned),
            Count(DataRequestResult.ReturnedInPart),
            Count(DataRequestResult.NotReturned),
            Count(DataRequestResult.Cancelled),
            children.Failed,
            steps.Failed + children.FailedSteps);
    }
}
