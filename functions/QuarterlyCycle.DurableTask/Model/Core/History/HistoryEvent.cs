namespace DurableTask.Core.History;

/// <summary>One thing that happened to an orchestration.</summary>
public abstract class HistoryEvent
{
    /// <summary>An event with the number of its call, or -1.</summary>
    protected HistoryEvent(int eventId) => EventId = eventId;

    /// <summary>The sequence number of the call that this made, or -1.</summary>
    public int EventId { get; }

    /// <summary>Whether the code has been through it.</summary>
    public bool IsPlayed { get; set; }

    /// <summary>When it happened, in UTC.</summary>
    public DateTime Timestamp { get; set; }

    /// <summary>What kind of thing happened.</summary>
    public abstract EventType EventType { get; }
}

/// <summary>What kinds of thing happen to an orchestration.</summary>
public enum EventType
{
    /// <summary>It was started.</summary>
    ExecutionStarted,

    /// <summary>It ended, well or badly.</summary>
    ExecutionCompleted,

    /// <summary>Not used; kept for its number.</summary>
    ExecutionFailed,

    /// <summary>It was stopped from outside.</summary>
    ExecutionTerminated,

    /// <summary>It called an activity.</summary>
    TaskScheduled,

    /// <summary>An activity gave its result.</summary>
    TaskCompleted,

    /// <summary>An activity failed.</summary>
    TaskFailed,

    /// <summary>It called another orchestration.</summary>
    SubOrchestrationInstanceCreated,

    /// <summary>A called orchestration gave its result.</summary>
    SubOrchestrationInstanceCompleted,

    /// <summary>A called orchestration failed.</summary>
    SubOrchestrationInstanceFailed,

    /// <summary>It set a timer.</summary>
    TimerCreated,

    /// <summary>A timer came due.</summary>
    TimerFired,

    /// <summary>An episode began.</summary>
    OrchestratorStarted,

    /// <summary>An episode ended.</summary>
    OrchestratorCompleted,

    /// <summary>It sent an event to another orchestration.</summary>
    EventSent,

    /// <summary>An event came to it.</summary>
    EventRaised,

    /// <summary>It began again.</summary>
    ContinueAsNew,

    /// <summary>Not used; kept for its number.</summary>
    GenericEvent,

    /// <summary>Not used; kept for its number.</summary>
    HistoryState,

    /// <summary>It was held from outside.</summary>
    ExecutionSuspended,

    /// <summary>It was let go on.</summary>
    ExecutionResumed,

    /// <summary>Not used; kept for its number.</summary>
    ExecutionRewound,
}
