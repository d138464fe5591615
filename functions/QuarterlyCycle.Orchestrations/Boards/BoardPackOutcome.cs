using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Boards;

/// <summary>How the board's part of the quarter ended, and how many of its steps failed after all their retries.</summary>
public sealed record BoardPackOutcome(BoardPackResult Result, int FailedSteps) : Outcome(FailedSteps);
