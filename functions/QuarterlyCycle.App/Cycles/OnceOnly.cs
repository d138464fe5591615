using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace QuarterlyCycle.App.Cycles;

/// <summary>Starts an instance that may exist already.</summary>
public static class OnceOnly
{
    // With any status left out, a second start would end the running instance and put a new one in its place.
    private static readonly OrchestrationRuntimeStatus[] EveryStatus =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>True when this call started it.</summary>
    public static async Task<bool> Start(DurableTaskClient client, string orchestrator, string instance, object brief, CancellationToken cancellation = default)
    {
        StartOrchestrationOptions options = new StartOrchestrationOptions(instance).WithDedupeStatuses(EveryStatus);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, brief, options, cancellation);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }
}
