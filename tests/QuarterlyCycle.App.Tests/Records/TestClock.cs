namespace QuarterlyCycle.App.Tests.Records;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class TestClock(DateTime nowUtc) : TimeProvider
{
    public DateTime NowUtc { get; set; } = nowUtc;

    public override DateTimeOffset GetUtcNow() => new(NowUtc, TimeSpan.Zero);
}
