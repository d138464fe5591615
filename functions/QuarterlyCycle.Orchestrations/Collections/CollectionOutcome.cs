using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Collections;

/// <summary>How the data requests of a chunk ended, how many of them failed, and how many steps failed in all.</summary>
public sealed record CollectionOutcome(int Returned, int ReturnedInPart, int NotReturned, int Cancelled, int Failed, int FailedSteps) : Outcome(FailedSteps);
