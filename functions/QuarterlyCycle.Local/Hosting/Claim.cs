namespace QuarterlyCycle.Local.Hosting;

/// <summary>That nobody else runs a service on the same records, until it is given free or lost.</summary>
internal sealed class Claim(Func<ValueTask> release, CancellationToken lost) : IAsyncDisposable
{
    /// <summary>Cancelled as soon as somebody else may run there.</summary>
    public CancellationToken Lost => lost;

    public ValueTask DisposeAsync() => release();
}
