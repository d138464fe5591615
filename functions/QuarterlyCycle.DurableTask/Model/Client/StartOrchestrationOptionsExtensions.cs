namespace Microsoft.DurableTask.Client;

/// <summary>Says in which statuses an existing instance refuses a start.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>The statuses that may be listed.</summary>
    public static readonly IReadOnlyList<OrchestrationRuntimeStatus> ValidDedupeStatuses =
    [
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,

        // Obsolete by name, still a status that callers may list.
        (OrchestrationRuntimeStatus)4,
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>The same options, refusing a start when the id is in one of these statuses.</summary>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses) =>
        options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
}
