namespace QuarterlyCycle.Domain.Cycles;

/// <summary>One quarter's run: the frozen plan, the timetable in force and where it stands.</summary>
public sealed record Cycle
{
    /// <summary>The cycle's code, such as <c>2008-09-Q2</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The version of the plan that the cycle was opened with.</summary>
    public required int PlanVersion { get; init; }

    /// <summary>The version of the timetable in force, from 1.</summary>
    public required int TimetableVersion { get; init; }

    /// <summary>How many chunks of at most 75 data requests were cut at planning.</summary>
    public required int Chunks { get; init; }

    /// <summary>When the orchestration is to be started.</summary>
    public required DateTime StartUtc { get; init; }

    /// <summary>Where the cycle stands.</summary>
    public required CycleState State { get; init; }

    /// <summary>The stages that the project manager has closed early.</summary>
    public IReadOnlyList<string> ClosedStages { get; init; } = [];

    /// <summary>When the cycle ended, or null.</summary>
    public DateTime? EndedUtc { get; init; }

    /// <summary>Why the cycle was cancelled, or null.</summary>
    public string? CancelledBecause { get; init; }
}

/// <summary>Where a cycle stands.</summary>
public enum CycleState
{
    /// <summary>Its rows are written and its orchestration is not yet started.</summary>
    Planned,

    /// <summary>It runs.</summary>
    Open,

    /// <summary>It ended with everything supplied, signed and decided.</summary>
    Closed,

    /// <summary>It ended with something missing.</summary>
    ClosedWithGaps,

    /// <summary>The project manager cancelled it.</summary>
    Cancelled,
}
