using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Cycles;

namespace QuarterlyCycle.App.Cycles;

/// <summary>Starts the orchestration of each cycle that is planned and due. Run by the page that planned one, and every five minutes.</summary>
public sealed class CycleStart(QuarterRecords records, TimeProvider clock)
{
    public async Task Run(DurableTaskClient client, CancellationToken cancellation = default)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        foreach (Cycle cycle in await records.Cycles.All(cancellation))
        {
            if (cycle.State == CycleState.Planned && cycle.StartUtc <= nowUtc)
            {
                QuarterlyCycleBrief brief = new(cycle.Code, cycle.TimetableVersion, cycle.Chunks);
                await OnceOnly.Start(client, nameof(QuarterlyCycleOrchestrator), InstanceIds.Cycle(cycle.Code), brief, cancellation);
            }
        }
    }
}
