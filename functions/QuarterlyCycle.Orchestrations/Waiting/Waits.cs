using Microsoft.DurableTask;

namespace QuarterlyCycle.Orchestrations.Waiting;

/// <summary>Waiting for an instant or a doorbell, whichever is first.</summary>
public static class Waits
{
    /// <summary>Waits until the instant or the first ring, and leaves no timer behind.</summary>
    public static async Task Until(this TaskOrchestrationContext context, DateTime instantUtc, params Task[] rings)
    {
        // A timer that would be cancelled or fire at once says nothing and costs three rows of history.
        if (instantUtc <= context.CurrentUtcDateTime || rings.Any(ring => ring.IsCompleted))
        {
            return;
        }

        using CancellationTokenSource unneeded = new();
        Task due = context.CreateTimer(instantUtc, unneeded.Token);
        await Task.WhenAny([.. rings, due]);
        if (!due.IsCompleted)
        {
            // CancelAsync would leave the orchestrator's thread (Azure/durabletask issue 1207).
            Cancel(unneeded);
        }
    }

    /// <summary>Waits until the instant, if there is one, or the first ring.</summary>
    public static Task Until(this TaskOrchestrationContext context, DateTime? instantUtc, params Task[] rings) =>
        instantUtc is { } instant ? context.Until(instant, rings) : Task.WhenAny(rings);

    private static void Cancel(CancellationTokenSource source) => source.Cancel();
}
