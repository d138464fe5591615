namespace DurableTask.Core;

/// <summary>Which orchestration, and which execution of it.</summary>
public class OrchestrationInstance
{
    /// <summary>The id of the orchestration.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The id of its execution: another one after each new beginning.</summary>
    public string? ExecutionId { get; set; }

    /// <summary>Both ids.</summary>
    public override string ToString() => $"[InstanceId: {InstanceId}, ExecutionId: {ExecutionId}]";
}

/// <summary>The orchestration that called this one, and at which of its calls.</summary>
public class ParentInstance
{
    /// <summary>The name of its orchestrator.</summary>
    public string? Name { get; set; }

    /// <summary>Which orchestration it is.</summary>
    public OrchestrationInstance? OrchestrationInstance { get; set; }

    /// <summary>The sequence number of the call.</summary>
    public int TaskScheduleId { get; set; }
}

/// <summary>Where an orchestration stands, in the core's own form.</summary>
public enum OrchestrationStatus
{
    /// <summary>It has begun and has not ended.</summary>
    Running,

    /// <summary>It has returned a result.</summary>
    Completed,

    /// <summary>It has begun again.</summary>
    ContinuedAsNew,

    /// <summary>It has ended with an exception.</summary>
    Failed,

    /// <summary>It has been stopped in an orderly way.</summary>
    Canceled,

    /// <summary>It has been stopped from outside.</summary>
    Terminated,

    /// <summary>It has been asked for and has not begun.</summary>
    Pending,

    /// <summary>It is held from outside until it is resumed.</summary>
    Suspended,
}
