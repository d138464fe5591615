using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Reviews;

/// <summary>How a review ended, and how many of its steps failed after all their retries.</summary>
public sealed record ReviewOutcome(ReviewResult Result, int FailedSteps) : Outcome(FailedSteps);

/// <summary>How the reviews of a chunk ended, how many of them failed, and how many steps failed in all.</summary>
public sealed record ReviewChunkOutcome(int Agreed, int QuestionsOpen, int NotReviewed, int Cancelled, int Failed, int FailedSteps) : Outcome(FailedSteps);
