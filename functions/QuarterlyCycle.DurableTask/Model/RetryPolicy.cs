using DurableTask.Core;
using DurableTask.Core.Exceptions;

namespace Microsoft.DurableTask;

/// <summary>How often, and how far apart, a failed call is tried again.</summary>
public class RetryPolicy
{
    /// <summary>A policy; intervals grow by the coefficient up to the largest one.</summary>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        if (maxRetryInterval is { } longest && longest != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(longest, firstRetryInterval, nameof(maxRetryInterval));
        }

        if (retryTimeout is { } inAll && inAll != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(inAll, firstRetryInterval, nameof(retryTimeout));
        }

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
        Handle = _ => true;
    }

    /// <summary>How many attempts there are in all, the first included.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>The wait after the first failure.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>By how much each wait is longer than the one before.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>The longest wait.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>The time after which no further attempt is made.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Whether a failure, given as an exception of the core, is worth another attempt.</summary>
    public Func<Exception, bool> Handle { get; private init; }

    /// <summary>Whether a failure is worth another attempt.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init
        {
            Handle = exception => exception is OrchestrationException { FailureDetails: FailureDetails failure }
                ? value(TaskFailureDetails.From(failure))
                : throw new InvalidOperationException("A retry policy is asked about failed tasks and failed sub-orchestrations only.");
        }
    }
}
