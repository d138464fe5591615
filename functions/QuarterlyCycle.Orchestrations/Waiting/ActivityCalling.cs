using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.Orchestrations.Waiting;

/// <summary>Calling an activity by its call record.</summary>
public static class ActivityCalling
{
    /// <summary>Calls the activity named like the record, with the record as its input, and tries again as usual.</summary>
    public static Task<TResult> CallActivity<TResult>(this TaskOrchestrationContext context, IActivityCall<TResult> call) =>
        context.CallActivityAsync<TResult>(call.GetType().Name, call, Retry.Usual);
}
