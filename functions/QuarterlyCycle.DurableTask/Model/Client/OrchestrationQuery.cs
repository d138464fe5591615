namespace Microsoft.DurableTask.Client;

/// <summary>Which orchestrations to list.</summary>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    /// <summary>How many are on a page if nothing else is said.</summary>
    public const int DefaultPageSize = 100;
}

/// <summary>Which ended orchestrations to purge.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>How long to go on for.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>How an orchestration is purged: alone or with those it called.</summary>
public record PurgeInstanceOptions(bool Recursive = false);

/// <summary>How an orchestration is terminated: with which output, and alone or with those it called.</summary>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);

/// <summary>How many orchestrations were purged.</summary>
public class PurgeResult
{
    /// <summary>A count.</summary>
    public PurgeResult(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
    }

    /// <summary>A count, and whether there is nothing left to purge.</summary>
    public PurgeResult(int count, bool? isComplete)
        : this(count) => IsComplete = isComplete;

    /// <summary>How many were purged.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether there is nothing left to purge, if known.</summary>
    public bool? IsComplete { get; }
}
