using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Cycles;

/// <summary>How a quarter ended, what the records lack, and how many steps failed in all.</summary>
public sealed record QuarterlyCycleOutcome(QuarterlyCycleResult Result, int Gaps, int FailedSteps) : Outcome(FailedSteps);

/// <summary>How a quarter ended.</summary>
public enum QuarterlyCycleResult
{
    /// <summary>Everything was supplied, signed and decided, and no step failed.</summary>
    Closed,

    /// <summary>Something is missing, unsigned or undecided, or a step failed.</summary>
    ClosedWithGaps,

    /// <summary>The project manager cancelled it.</summary>
    Cancelled,
}
