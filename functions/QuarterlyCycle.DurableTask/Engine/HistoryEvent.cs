using Microsoft.DurableTask;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>What kinds of thing happen to an orchestration. The numbers are stored: never change one.</summary>
internal enum EventKind
{
    EpisodeStarted = 1,
    ExecutionStarted = 2,
    TaskScheduled = 3,
    TaskCompleted = 4,
    TaskFailed = 5,
    TimerCreated = 6,
    TimerFired = 7,
    SubOrchestrationCreated = 8,
    SubOrchestrationCompleted = 9,
    SubOrchestrationFailed = 10,
    EventSent = 11,
    EventRaised = 12,
    ExecutionSuspended = 13,
    ExecutionResumed = 14,
    ExecutionTerminated = 15,
    ExecutionCompleted = 16,

    // Never stored: the code has awaited something that the engine does not know.
    Strayed = 100,
}

/// <summary>One thing that happened, as it stands in the history or waits in the inbox.</summary>
internal sealed record HistoryEvent(EventKind Kind, DateTime AtUtc)
{
    /// <summary>The sequence number of the call that this belongs to, or -1.</summary>
    public int TaskId { get; init; } = -1;

    /// <summary>The name of the orchestrator, activity or event.</summary>
    public string? Name { get; init; }

    public string? Version { get; init; }

    /// <summary>The other orchestration: the child, the addressee of an event, or the parent.</summary>
    public string? Other { get; init; }

    /// <summary>The input, result, payload or reason, as JSON.</summary>
    public string? Data { get; init; }

    /// <summary>The name of the parent on a start; the final status on an end.</summary>
    public string? Detail { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public DateTime? FireAtUtc { get; init; }

    /// <summary>The inbox message that a timer's firing will be.</summary>
    public long Message { get; init; }
}

/// <summary>An event on its way to an orchestration.</summary>
internal sealed record InboxMessage(long Id, string Instance, long Execution, HistoryEvent Event)
{
    /// <summary>Goes to whichever execution is current.</summary>
    public const long AnyExecution = 0;

    /// <summary>The instant before which it is not delivered, or null.</summary>
    public DateTime? DueUtc { get; init; }

    /// <summary>Belongs before all that waits already: the beginning of a new execution.</summary>
    public bool GoesFirst { get; init; }

    /// <summary>The activity that this is the result of; such a message is never stored, because the activity would run again.</summary>
    public long TaskRow { get; init; }
}

/// <summary>An activity that waits to run, or runs.</summary>
internal sealed record WaitingTask(long Id, string Instance, long Execution, int TaskId, string Name, string Version, string? Input);
