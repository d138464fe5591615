using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Mail;
using QuarterlyCycle.Functions.Tests.Settings;
using Xunit;

namespace QuarterlyCycle.Functions.Tests;

public sealed class WatchTests : IDisposable
{
    private readonly FunctionsBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_in_one_line_how_much_waits_for_somebody()
    {
        await _bench.OpenCycle();
        await _bench.Get<QuarterRecords>().NeedsAttention.Record(FunctionsBench.Cycle, null, "Building a report", "It has not been built.", _bench.Clock.NowUtc, Token);
        foreach ((string ordinal, int minutesAgo) in new[] { ("1", 40), ("2", 31), ("3", 29) })
        {
            await _bench.Uncertain(ordinal);
            await OpenWork.OfOutbox(_bench.Store).Open(
                new OpenWorkRow { Partition = TestMail.Row("E1", ordinal).Instance, Key = TestMail.Row("E1", ordinal).Key, OpenedUtc = TestMail.Monday9Am, DueUtc = TestMail.Monday9Am.AddMinutes(-minutesAgo) },
                Token);
        }

        _bench.Clock.NowUtc = TestMail.Monday9Am.AddSeconds(1);
        Assert.Equal("Watch: 2 late, 0 uncertain, 1 for attention.", await Watch());
        _bench.Clock.NowUtc = TestMail.Monday9Am.AddMinutes(15);
        Assert.Equal("Watch: 3 late, 3 uncertain, 1 for attention.", await Watch());
    }

    [Fact]
    public async Task The_alerts_look_for_the_words_that_it_logs()
    {
        string alerts = Repository.Text("infra/modules/alerts.bicep");
        Assert.Equal("Watch: 0 late, 0 uncertain, 0 for attention.", await Watch());
        Assert.Contains("""message startswith "Watch:" | parse message with "Watch: " late:int " late, " uncertain:int " uncertain, " *""", alerts, StringComparison.Ordinal);
        Assert.Contains("""parse message with * "uncertain, " attention:int " for attention" *""", alerts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_looks_for_the_words_that_are_logged_of_a_bounce_and_they_hold_no_address()
    {
        LastLine<Undelivered> log = new();
        OutboxRow bounced = TestMail.Row("E1", "1") with { State = MailState.Bounced, Why = "550 no mailbox ann@example.org" };

        await new Undelivered(_bench.Get<QuarterRecords>(), _bench.Get<Mailings>(), log).Tell(bounced, Token);

        Assert.Equal($"An e-mail did not arrive: {bounced.MailKey}.", log.Words);
        string alerts = Repository.Text("infra/modules/alerts.bicep");
        Assert.Contains("""message startswith "An e-mail did not arrive"'""", alerts, StringComparison.Ordinal);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<string> Watch()
    {
        LastLine<WatchFunction> log = new();
        await new WatchFunction(_bench.Store, _bench.Get<Outbox>(), _bench.Get<QuarterRecords>(), _bench.Clock, log).Run(new TimerInfo(), Token);
        return log.Words;
    }

    private sealed class LastLine<T> : ILogger<T>
    {
        public string Words { get; private set; } = "";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Words = formatter(state, exception);
    }
}
