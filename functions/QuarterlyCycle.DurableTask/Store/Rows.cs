using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>The orchestration that waits for this one, and at which of its calls.</summary>
internal sealed record ParentCall(string Instance, string Name, long Execution, int TaskId);

/// <summary>One row of the instance table.</summary>
internal sealed record InstanceRow(string Id, string Name, string Version, long Execution, OrchestrationRuntimeStatus Status)
{
    public ParentCall? Parent { get; init; }

    public string? CustomStatus { get; init; }

    public string? Input { get; init; }

    public string? Output { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public DateTime CreatedUtc { get; init; }

    public DateTime UpdatedUtc { get; init; }

    public long LastSequence { get; init; }

    public bool IsOver => Status
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;
}

/// <summary>An instance with its history.</summary>
internal sealed record LoadedInstance(InstanceRow Row, List<HistoryEvent> History);

/// <summary>An orchestration to be started.</summary>
internal sealed record NewInstance(string Id, string Name, string Version, string? Input, long Execution, DateTime AtUtc)
{
    public ParentCall? Parent { get; init; }

    public DateTime? StartAtUtc { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>All that one episode changes; it is stored as a whole or not at all.</summary>
internal sealed class EpisodeCommit(InstanceRow before)
{
    /// <summary>The row as the episode found it: execution and last sequence must still be these.</summary>
    public InstanceRow Before { get; } = before;

    /// <summary>The row as the episode leaves it.</summary>
    public InstanceRow After { get; set; } = before;

    public List<HistoryEvent> History { get; } = [];

    public List<InboxMessage> Consumed { get; } = [];

    public List<WaitingTask> Tasks { get; } = [];

    public List<InboxMessage> Messages { get; } = [];

    public List<NewInstance> Children { get; } = [];

    public List<long> CancelledTimers { get; } = [];
}

/// <summary>What a commit has brought: told to the dispatcher afterwards, in the order of the commits.</summary>
internal sealed class Arrivals
{
    public List<InboxMessage> Messages { get; } = [];

    public List<WaitingTask> Tasks { get; } = [];

    public List<long> CancelledTimers { get; } = [];

    public List<InstanceRow> Moved { get; } = [];
}

/// <summary>What waits in the file when the hub opens it.</summary>
internal sealed record Waiting(List<InboxMessage> Messages, List<WaitingTask> Tasks);

/// <summary>A filter over instances, page by page in the order of their ids.</summary>
internal sealed record InstanceFilter
{
    public DateTime? CreatedFromUtc { get; init; }

    public DateTime? CreatedToUtc { get; init; }

    public DateTime? UpdatedFromUtc { get; init; }

    public DateTime? UpdatedToUtc { get; init; }

    public IReadOnlyCollection<OrchestrationRuntimeStatus>? Statuses { get; init; }

    public string? Prefix { get; init; }

    public string? AfterId { get; init; }

    public int Limit { get; init; } = OrchestrationQuery.DefaultPageSize;
}
