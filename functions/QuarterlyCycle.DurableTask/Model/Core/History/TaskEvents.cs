namespace DurableTask.Core.History;

/// <summary>An orchestration called an activity.</summary>
public class TaskScheduledEvent : HistoryEvent
{
    /// <summary>A call of an activity.</summary>
    public TaskScheduledEvent(int eventId, string name, string? version = null, string? input = null)
        : base(eventId)
    {
        Name = name;
        Version = version;
        Input = input;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.TaskScheduled;

    /// <summary>The name of the activity.</summary>
    public string? Name { get; set; }

    /// <summary>The version of the activity.</summary>
    public string? Version { get; set; }

    /// <summary>The input as text.</summary>
    public string? Input { get; set; }
}

/// <summary>An activity gave its result.</summary>
public class TaskCompletedEvent : HistoryEvent
{
    /// <summary>The result of a call.</summary>
    public TaskCompletedEvent(int eventId, int taskScheduledId, string? result)
        : base(eventId)
    {
        TaskScheduledId = taskScheduledId;
        Result = result;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.TaskCompleted;

    /// <summary>The sequence number of the call.</summary>
    public int TaskScheduledId { get; }

    /// <summary>The result as text.</summary>
    public string? Result { get; }
}

/// <summary>An activity failed.</summary>
public class TaskFailedEvent : HistoryEvent
{
    /// <summary>The failure of a call.</summary>
    public TaskFailedEvent(int eventId, int taskScheduledId, string? reason, string? details, FailureDetails? failureDetails)
        : base(eventId)
    {
        TaskScheduledId = taskScheduledId;
        Reason = reason;
        Details = details;
        FailureDetails = failureDetails;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.TaskFailed;

    /// <summary>The sequence number of the call.</summary>
    public int TaskScheduledId { get; }

    /// <summary>The message of the failure.</summary>
    public string? Reason { get; }

    /// <summary>What else is known of it.</summary>
    public string? Details { get; }

    /// <summary>The failure and those inside it.</summary>
    public FailureDetails? FailureDetails { get; }
}

/// <summary>An orchestration set a timer.</summary>
public class TimerCreatedEvent : HistoryEvent
{
    /// <summary>A timer with its instant.</summary>
    public TimerCreatedEvent(int eventId, DateTime fireAt)
        : base(eventId) => FireAt = fireAt;

    /// <inheritdoc/>
    public override EventType EventType => EventType.TimerCreated;

    /// <summary>When it is due, in UTC.</summary>
    public DateTime FireAt { get; set; }
}

/// <summary>A timer came due.</summary>
public class TimerFiredEvent : HistoryEvent
{
    /// <summary>A timer with its instant.</summary>
    public TimerFiredEvent(int eventId, DateTime fireAt)
        : base(eventId) => FireAt = fireAt;

    /// <inheritdoc/>
    public override EventType EventType => EventType.TimerFired;

    /// <summary>The sequence number of the timer.</summary>
    public int TimerId { get; set; }

    /// <summary>When it was due, in UTC.</summary>
    public DateTime FireAt { get; set; }
}
