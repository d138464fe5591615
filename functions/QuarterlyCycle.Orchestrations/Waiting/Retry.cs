using Microsoft.DurableTask;

namespace QuarterlyCycle.Orchestrations.Waiting;

/// <summary>The one rule for trying an activity again; nothing else in the product retries.</summary>
public static class Retry
{
    /// <summary>12 attempts, the second after 30 seconds, then twice as long each time but never over an hour, and a day in all.</summary>
    public static TaskOptions Usual { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 12,
        firstRetryInterval: TimeSpan.FromSeconds(30),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromHours(1),
        retryTimeout: TimeSpan.FromHours(24))
    {
        HandleFailure = IsPassing,
    });

    // A wrong argument or a wrong state is wrong again an hour later.
    private static bool IsPassing(TaskFailureDetails failure) =>
        !failure.IsCausedBy<ArgumentException>() && !failure.IsCausedBy<InvalidOperationException>();
}
