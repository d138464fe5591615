using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Clinics;

/// <summary>How a clinic ended, and how many of its steps failed after all their retries.</summary>
public sealed record PerformanceClinicOutcome(ClinicResult Result, int FailedSteps) : Outcome(FailedSteps);

/// <summary>How a clinic ended.</summary>
public enum ClinicResult
{
    /// <summary>It was closed, or called off.</summary>
    Closed,

    /// <summary>Nobody closed it by its last instant.</summary>
    NotClosed,

    /// <summary>The cycle was cancelled.</summary>
    Cancelled,
}
