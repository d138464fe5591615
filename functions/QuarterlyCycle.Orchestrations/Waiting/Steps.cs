using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.Orchestrations.Waiting;

/// <summary>The steps of one orchestration that may fail without stopping it: each failure is recorded, counted and shown in the outcome.</summary>
public sealed class Steps(TaskOrchestrationContext context)
{
    // Reasons are for one line on a page; the whole error is in the activity's log.
    private const int LongestReason = 300;

    /// <summary>How many steps failed after all their retries.</summary>
    public int Failed { get; private set; }

    /// <summary>Takes a step; after a failure the project manager is told and the next step goes on.</summary>
    public async Task<bool> Attempt<TResult>(IActivityCall<TResult> call)
    {
        try
        {
            await context.CallActivity(call);
            return true;
        }
        catch (TaskFailedException failure)
        {
            await RecordFailure(call.GetType().Name, failure);
            return false;
        }
    }

    /// <summary>Asks the record; after a failure the project manager is told and the other answer stands.</summary>
    public async Task<TResult> Ask<TResult>(IActivityCall<TResult> call, TResult otherwise)
    {
        try
        {
            return await context.CallActivity(call);
        }
        catch (TaskFailedException failure)
        {
            await RecordFailure(call.GetType().Name, failure);
            return otherwise;
        }
    }

    /// <summary>Counts the failure of a step or of a child and tells the project manager.</summary>
    public async Task RecordFailure(string step, TaskFailedException failure)
    {
        Failed++;
        string reason = failure.FailureDetails.ErrorMessage;
        reason = reason.Length > LongestReason ? reason[..LongestReason] : reason;
        try
        {
            await context.CallActivity(new RecordNeedsAttention(InstanceIds.CycleOf(context.InstanceId), step, reason, context.InstanceId));
        }
        catch (TaskFailedException)
        {
            // The store has been away for a day and the step is counted; the hourly look for silence finds what is missing.
        }
    }
}
