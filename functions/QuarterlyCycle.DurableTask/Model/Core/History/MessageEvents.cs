namespace DurableTask.Core.History;

/// <summary>An orchestration called another.</summary>
public class SubOrchestrationInstanceCreatedEvent(int eventId) : HistoryEvent(eventId)
{
    /// <inheritdoc/>
    public override EventType EventType => EventType.SubOrchestrationInstanceCreated;

    /// <summary>The name of the called orchestrator.</summary>
    public string? Name { get; set; }

    /// <summary>The version of the called orchestrator.</summary>
    public string? Version { get; set; }

    /// <summary>The id of the called orchestration.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The input as text.</summary>
    public string? Input { get; set; }
}

/// <summary>A called orchestration gave its result.</summary>
public class SubOrchestrationInstanceCompletedEvent : HistoryEvent
{
    /// <summary>The result of a call.</summary>
    public SubOrchestrationInstanceCompletedEvent(int eventId, int taskScheduledId, string? result)
        : base(eventId)
    {
        TaskScheduledId = taskScheduledId;
        Result = result;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.SubOrchestrationInstanceCompleted;

    /// <summary>The sequence number of the call.</summary>
    public int TaskScheduledId { get; }

    /// <summary>The result as text.</summary>
    public string? Result { get; }
}

/// <summary>A called orchestration failed.</summary>
public class SubOrchestrationInstanceFailedEvent : HistoryEvent
{
    /// <summary>The failure of a call.</summary>
    public SubOrchestrationInstanceFailedEvent(
        int eventId, int taskScheduledId, string? reason, string? details, FailureDetails? failureDetails)
        : base(eventId)
    {
        TaskScheduledId = taskScheduledId;
        Reason = reason;
        Details = details;
        FailureDetails = failureDetails;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.SubOrchestrationInstanceFailed;

    /// <summary>The sequence number of the call.</summary>
    public int TaskScheduledId { get; }

    /// <summary>The message of the failure.</summary>
    public string? Reason { get; }

    /// <summary>What else is known of it.</summary>
    public string? Details { get; }

    /// <summary>The failure and those inside it.</summary>
    public FailureDetails? FailureDetails { get; }
}

/// <summary>An orchestration sent an event to another.</summary>
public class EventSentEvent(int eventId) : HistoryEvent(eventId)
{
    /// <inheritdoc/>
    public override EventType EventType => EventType.EventSent;

    /// <summary>The id of the orchestration that it was sent to.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The name of the event.</summary>
    public string? Name { get; set; }

    /// <summary>The payload as text.</summary>
    public string? Input { get; set; }
}

/// <summary>An event came to an orchestration.</summary>
public class EventRaisedEvent : HistoryEvent
{
    /// <summary>An event with its payload.</summary>
    public EventRaisedEvent(int eventId, string? input)
        : base(eventId) => Input = input;

    /// <inheritdoc/>
    public override EventType EventType => EventType.EventRaised;

    /// <summary>The name of the event.</summary>
    public string? Name { get; set; }

    /// <summary>The payload as text.</summary>
    public string? Input { get; set; }
}
