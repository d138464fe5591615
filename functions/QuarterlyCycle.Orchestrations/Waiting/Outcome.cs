namespace QuarterlyCycle.Orchestrations.Waiting;

/// <summary>What every outcome tells: how many steps failed after all their retries, so that a failure never looks like success.</summary>
public abstract record Outcome(int FailedSteps);
