namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has begun and has not ended.</summary>
    Running,

    /// <summary>It has returned a result.</summary>
    Completed,

    /// <summary>Not used; kept for its number.</summary>
    [Obsolete("Not used: an orchestration that continues as new is Running.")]
    ContinuedAsNew,

    /// <summary>It has ended with an exception.</summary>
    Failed,

    /// <summary>Not used; kept for its number.</summary>
    [Obsolete("Not used: an orchestration that is stopped is Terminated.")]
    Canceled,

    /// <summary>It has been stopped from outside.</summary>
    Terminated,

    /// <summary>It has been asked for and has not begun.</summary>
    Pending,

    /// <summary>It is held from outside until it is resumed.</summary>
    Suspended,
}
