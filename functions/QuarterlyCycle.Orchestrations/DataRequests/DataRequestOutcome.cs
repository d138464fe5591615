using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.DataRequests;

/// <summary>How a data request ended, and how many of its steps failed after all their retries.</summary>
public sealed record DataRequestOutcome(DataRequestResult Result, int FailedSteps) : Outcome(FailedSteps);
