using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Cycles;

/// <summary>Looks every hour for what should have happened and did not: a request not sent, a pack not built, an instance that failed or never began.</summary>
public sealed class SilenceSweep(QuarterRecords records, Outbox outbox, TimeProvider clock)
{
    // Retries and the engine's own recovery come first.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    public async Task Run(DurableTaskClient client, CancellationToken cancellation = default)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        foreach (Cycle cycle in await records.Cycles.Running(cancellation))
        {
            Timetable timetable = await records.Timetables.InForce(cycle, cancellation);
            await LookForInstances(client, cycle, nowUtc, cancellation);
            await LookForRequests(cycle, timetable, nowUtc, cancellation);
            await LookForPacks(cycle, timetable, nowUtc, cancellation);
        }
    }

    private async Task LookForInstances(DurableTaskClient client, Cycle cycle, DateTime nowUtc, CancellationToken cancellation)
    {
        string root = InstanceIds.Cycle(cycle.Code);
        if (nowUtc >= cycle.StartUtc + Patience && await client.GetInstanceAsync(root, cancellation: cancellation) is null)
        {
            await Record(cycle, root, "Starting the quarter", "It was planned and nothing runs for it.", nowUtc, cancellation);
        }

        OrchestrationQuery failed = new() { InstanceIdPrefix = root, Statuses = [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated] };
        await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync(failed).WithCancellation(cancellation))
        {
            await Record(cycle, instance.InstanceId, "Running the quarter", $"{instance.InstanceId} has failed and goes no further.", nowUtc, cancellation);
        }
    }

    private async Task LookForRequests(Cycle cycle, Timetable timetable, DateTime nowUtc, CancellationToken cancellation)
    {
        if (nowUtc < timetable.OpensUtc + Patience)
        {
            return;
        }

        foreach (DataRequest request in await records.DataRequests.All(cycle.Code, cancellation))
        {
            string instance = InstanceIds.DataRequest(cycle.Code, request.Officer);
            bool isOwed = request.State == DataRequestState.Planned
                && (await records.Figures.OfOfficer(cycle.Code, request.Officer, cancellation)).Any(figure => figure.IsOutstanding);
            if (isOwed && !(await outbox.List(instance, cancellation)).Any(mail => mail.Purpose == ChasingNeed.Purpose(ChasingStep.Request)))
            {
                await Record(cycle, instance, "Asking for figures", $"The request to officer {request.Officer} has not been written.", nowUtc, cancellation);
            }
        }
    }

    private async Task LookForPacks(Cycle cycle, Timetable timetable, DateTime nowUtc, CancellationToken cancellation)
    {
        foreach (GroupDates group in timetable.Groups)
        {
            if (nowUtc >= timetable.CollateUtc + Patience && (await records.Packs.All(cycle.Code, group.Body, cancellation)).Count == 0)
            {
                await Record(cycle, InstanceIds.OutcomeGroup(cycle.Code, group.Body), "Building a report", $"The {group.Body} report has not been built.", nowUtc, cancellation);
            }
        }

        if (nowUtc >= timetable.Board.BuildUtc + Patience && (await records.Packs.All(cycle.Code, timetable.Board.Body, cancellation)).Count == 0)
        {
            await Record(cycle, InstanceIds.BoardPack(cycle.Code), "Building a report", "The board's report has not been built.", nowUtc, cancellation);
        }
    }

    private Task<bool> Record(Cycle cycle, string instance, string step, string reason, DateTime nowUtc, CancellationToken cancellation) =>
        records.NeedsAttention.Record(cycle.Code, instance, step, reason, nowUtc, cancellation);
}
