using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Access;

/// <summary>A store, a clock and a key for the tests of this folder.</summary>
public abstract class AccessTests : IDisposable
{
    protected static readonly LinkOptions Key = new() { Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)] };

    private readonly TestClock _clock = new(new DateTime(2025, 10, 6, 8, 0, 0, DateTimeKind.Utc));

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected MemoryRecordStore Store { get; } = new();

    protected TimeProvider Clock => _clock;

    protected DateTime NowUtc => _clock.NowUtc;

    protected void Pass(TimeSpan time) => _clock.NowUtc += time;

    public void Dispose()
    {
        Store.Dispose();
        GC.SuppressFinalize(this);
    }
}
