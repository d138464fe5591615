namespace DurableTask.Core.History;

/// <summary>An orchestration was started.</summary>
public class ExecutionStartedEvent : HistoryEvent
{
    /// <summary>A start with its input.</summary>
    public ExecutionStartedEvent(int eventId, string? input)
        : base(eventId) => Input = input;

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionStarted;

    /// <summary>Which orchestration, and which execution of it.</summary>
    public OrchestrationInstance? OrchestrationInstance { get; set; }

    /// <summary>The orchestration that called it, if one did.</summary>
    public ParentInstance? ParentInstance { get; set; }

    /// <summary>The name of the orchestrator.</summary>
    public string? Name { get; set; }

    /// <summary>The version of the orchestrator.</summary>
    public string? Version { get; set; }

    /// <summary>The input as text.</summary>
    public string? Input { get; set; }

    /// <summary>Words kept with the instance.</summary>
    public IDictionary<string, string>? Tags { get; set; }
}

/// <summary>An orchestration ended, well or badly.</summary>
public class ExecutionCompletedEvent : HistoryEvent
{
    /// <summary>An end with what came of it.</summary>
    public ExecutionCompletedEvent(int eventId, string? result, OrchestrationStatus orchestrationStatus, FailureDetails? failureDetails = null)
        : base(eventId)
    {
        Result = result;
        OrchestrationStatus = orchestrationStatus;
        FailureDetails = failureDetails;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionCompleted;

    /// <summary>How it ended.</summary>
    public OrchestrationStatus OrchestrationStatus { get; }

    /// <summary>The result as text.</summary>
    public string? Result { get; }

    /// <summary>Why it failed, if it did.</summary>
    public FailureDetails? FailureDetails { get; }
}

/// <summary>An orchestration was stopped from outside.</summary>
public class ExecutionTerminatedEvent : HistoryEvent
{
    /// <summary>A stop with its reason.</summary>
    public ExecutionTerminatedEvent(int eventId, string? input)
        : base(eventId) => Input = input;

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionTerminated;

    /// <summary>The reason.</summary>
    public string? Input { get; set; }
}

/// <summary>An orchestration was held from outside.</summary>
public class ExecutionSuspendedEvent : HistoryEvent
{
    /// <summary>A hold with its reason.</summary>
    public ExecutionSuspendedEvent(int eventId, string? reason)
        : base(eventId) => Reason = reason;

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionSuspended;

    /// <summary>The reason.</summary>
    public string? Reason { get; set; }
}

/// <summary>An orchestration was let go on.</summary>
public class ExecutionResumedEvent : HistoryEvent
{
    /// <summary>A resumption with its reason.</summary>
    public ExecutionResumedEvent(int eventId, string? reason)
        : base(eventId) => Reason = reason;

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionResumed;

    /// <summary>The reason.</summary>
    public string? Reason { get; set; }
}

/// <summary>An episode began; its instant is the time that the code sees.</summary>
public class OrchestratorStartedEvent(int eventId) : HistoryEvent(eventId)
{
    /// <inheritdoc/>
    public override EventType EventType => EventType.OrchestratorStarted;
}

/// <summary>An episode ended.</summary>
public class OrchestratorCompletedEvent(int eventId) : HistoryEvent(eventId)
{
    /// <inheritdoc/>
    public override EventType EventType => EventType.OrchestratorCompleted;
}
