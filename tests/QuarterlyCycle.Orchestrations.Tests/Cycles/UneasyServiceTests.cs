using QuarterlyCycle.Orchestrations.Cycles;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.Cycles;

/// <summary>What people are sent does not depend on how often the service stops, or on messages that come twice.</summary>
public sealed class UneasyServiceTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_busy_quarter_is_the_same_however_often_the_service_restarts_or_hears_things_twice(bool restartsOften, bool deliversTwice)
    {
        await using Rehearsal easy = WholeQuarter.Busy(Rehearsal.Begin());
        QuarterlyCycleOutcome expected = await easy.Run();
        await using Rehearsal uneasy = WholeQuarter.Busy(Rehearsal.BeginUneasily(restartsOften, deliversTwice));

        QuarterlyCycleOutcome outcome = await uneasy.Run();

        Assert.Equal(expected, outcome);
        Assert.Equal(easy.Trace.Whole(), uneasy.Trace.Whole());
    }
}
