namespace DurableTask.Core.Exceptions;

/// <summary>A fault that the engine itself knows.</summary>
public class OrchestrationException : Exception
{
    /// <summary>A fault without a word.</summary>
    public OrchestrationException()
    {
    }

    /// <summary>A fault with a message.</summary>
    public OrchestrationException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with a message and its cause.</summary>
    public OrchestrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The event at which it showed.</summary>
    public int EventId { get; set; }

    /// <summary>Why the task failed, if it is about one.</summary>
    public FailureDetails? FailureDetails { get; set; }
}

/// <summary>A failed task, in the core's own form: what a retry policy is asked about.</summary>
public class TaskFailedException : OrchestrationException
{
    /// <summary>A fault without a word.</summary>
    public TaskFailedException()
    {
    }

    /// <summary>A fault with a message.</summary>
    public TaskFailedException(string reason)
        : base(reason)
    {
    }

    /// <summary>A fault with a message and its cause.</summary>
    public TaskFailedException(string reason, Exception innerException)
        : base(reason, innerException)
    {
    }
}

/// <summary>The code no longer does what the history says it did.</summary>
public class NonDeterministicOrchestrationException : OrchestrationException
{
    /// <summary>A fault without a word.</summary>
    public NonDeterministicOrchestrationException()
    {
    }

    /// <summary>A fault with a message.</summary>
    public NonDeterministicOrchestrationException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with a message and its cause.</summary>
    public NonDeterministicOrchestrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The difference at one event.</summary>
    public NonDeterministicOrchestrationException(int eventId, string eventDetails)
        : base("Non-Deterministic workflow detected: " + eventDetails) => EventId = eventId;
}

/// <summary>An orchestration of this id is there already.</summary>
public class OrchestrationAlreadyExistsException : InvalidOperationException
{
    /// <summary>A fault without a word.</summary>
    public OrchestrationAlreadyExistsException()
    {
    }

    /// <summary>A fault with a message.</summary>
    public OrchestrationAlreadyExistsException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with a message and its cause.</summary>
    public OrchestrationAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
