using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.OutcomeGroups;

/// <summary>How an outcome group's part of the quarter ended, and how many of its steps failed after all their retries.</summary>
public sealed record OutcomeGroupOutcome(OutcomeGroupResult Result, int FailedSteps) : Outcome(FailedSteps);
