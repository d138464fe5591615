namespace QuarterlyCycle.DurableTask.Tests.Stage;

/// <summary>How a story is staged where it is not as usual.</summary>
internal sealed record Staging
{
    public string DefaultVersion { get; init; } = "1.0";

    /// <summary>Makes the clock of each playing; null for one that skips.</summary>
    public Func<TimeProvider>? Clock { get; init; }

    /// <summary>Episodes and activities run at the same time: what happens is then certain, and the order is not.</summary>
    public bool AllAtOnce { get; init; }
}
