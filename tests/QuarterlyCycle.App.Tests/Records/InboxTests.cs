using Microsoft.Extensions.Logging.Abstractions;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Local.Storage;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Records;

public sealed class InboxTests : IDisposable
{
    private const string Request = "2025-26-Q2.request.o0417";
    private const string Review = "2025-26-Q2.review.o0032";
    private static readonly DateTime NowUtc = new(2025, 10, 7, 9, 30, 0, DateTimeKind.Utc);

    private readonly MemoryRecordStore _store = new();
    private readonly TestClock _clock = new(NowUtc);
    private readonly TestClient _client = new();
    private readonly Inbox _inbox;
    private readonly InboxSweep _sweep;

    public InboxTests()
    {
        _inbox = new Inbox(_store, _clock);
        _sweep = new InboxSweep(_store, _inbox, Arrivals(_inbox), NullLogger<InboxSweep>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_act_is_stored_once_and_every_orchestration_hears_it()
    {
        _client.Running.UnionWith([Request, Review]);
        (Stored<InboxRow> row, bool isNew) = await _inbox.Receive(Act(), Token);
        Assert.True(isNew);
        Assert.False((await _inbox.Receive(Act(), Token)).IsNew);
        InboxRow forwarded = await _inbox.Forward(_client, row, Token);
        Assert.Equal(InboxState.Forwarded, forwarded.State);
        Assert.Equal([(Request, "SubmissionReceived"), (Review, "SubmissionReceived")], _client.Raised.Select(told => (told.Instance, told.Event)));
        SubmissionReceived heard = Assert.IsType<SubmissionReceived>(_client.Raised[0].Payload);
        Assert.Equal("act-1", heard.Id);
        Assert.Equal(["SS1"], heard.Measures);
        Assert.Equal(NowUtc, heard.AtUtc);
        Assert.Empty(await OpenWork.OfInbox(_store).List(Token));
    }

    [Fact]
    public async Task An_act_that_was_forwarded_is_not_forwarded_again()
    {
        _client.Running.UnionWith([Request, Review]);
        (Stored<InboxRow> row, _) = await _inbox.Receive(Act(), Token);
        await _inbox.Forward(_client, row.Record, Token);
        await _inbox.Receive(Act(), Token);
        await _inbox.Forward(_client, row.Record, Token);
        Assert.Equal(2, _client.Raised.Count);
        Assert.Empty(await OpenWork.OfInbox(_store).List(Token));
    }

    [Fact]
    public async Task What_somebody_else_has_told_or_rejected_meanwhile_stays_as_it_stands()
    {
        _client.Running.UnionWith([Request, Review]);
        (Stored<InboxRow> row, _) = await _inbox.Receive(Act(), Token);
        await _inbox.Reject(row.Record, "The signature is wrong.", Token);

        Assert.Equal(InboxState.Rejected, (await _inbox.Forward(_client, row, Token)).State);

        Assert.Equal("The signature is wrong.", (await _inbox.Get(row.Record.Source, row.Record.Key, Token))!.Why);
    }

    [Fact]
    public async Task An_orchestration_that_has_not_begun_is_told_by_the_sweep_and_the_others_only_once()
    {
        _client.Running.Add(Review);
        (Stored<InboxRow> row, _) = await _inbox.Receive(Act(), Token);
        Assert.Equal(InboxState.Received, (await _inbox.Forward(_client, row, Token)).State);
        Assert.Single(_client.Raised);

        _client.Running.Add(Request);
        _clock.NowUtc = NowUtc.AddMinutes(1);
        await _sweep.Run(_client, _clock.NowUtc, Token);
        Assert.Single(_client.Raised);

        _clock.NowUtc = NowUtc.AddMinutes(2);
        Assert.Empty(await _sweep.Run(_client, _clock.NowUtc, Token));
        Assert.Equal([Review, Request], _client.Raised.Select(told => told.Instance));
        Assert.Equal(InboxState.Forwarded, (await _inbox.Get("page", "act-1", Token))!.State);
    }

    [Fact]
    public async Task An_act_that_one_orchestration_can_still_hear_is_not_too_late()
    {
        _client.Ended.Add(Request);
        _client.Running.Add(Review);
        (Stored<InboxRow> row, _) = await _inbox.Receive(Act(), Token);
        Assert.Equal(InboxState.Forwarded, (await _inbox.Forward(_client, row, Token)).State);
    }

    [Fact]
    public async Task An_act_that_nobody_can_hear_any_more_came_too_late()
    {
        _client.Ended.UnionWith([Request, Review]);
        (Stored<InboxRow> row, _) = await _inbox.Receive(Act(), Token);
        InboxRow late = await _inbox.Forward(_client, row, Token);
        Assert.Equal(InboxState.TooLate, late.State);
        Assert.NotNull(late.Why);
        Assert.Empty(await OpenWork.OfInbox(_store).List(Token));
    }

    [Fact]
    public async Task An_act_stored_and_never_told_is_told_by_the_sweep_and_lateness_is_reported()
    {
        _client.Ended.UnionWith([Request, Review]);
        await _inbox.Receive(Act(), Token);
        _clock.NowUtc = NowUtc.AddMinutes(2);
        Assert.Equal("act-1", Assert.Single(await _sweep.Run(_client, _clock.NowUtc, Token)).Key);
    }

    [Fact]
    public async Task Waiting_for_an_orchestration_that_never_begins_ends_after_two_weeks()
    {
        await _inbox.Receive(Act(), Token);
        _clock.NowUtc = NowUtc.AddDays(14);
        Assert.Single(await _sweep.Run(_client, _clock.NowUtc, Token));
        Assert.Empty(await OpenWork.OfInbox(_store).List(Token));
    }

    [Fact]
    public async Task A_signal_of_the_wrong_shape_is_never_raised_and_does_not_hold_back_others()
    {
        _client.Running.UnionWith([Request, Review]);
        await _inbox.Receive(Act() with { Key = "act-0", Signals = [new InboxSignal(Request, "NoSuchEvent", "{}")] }, Token);
        await _inbox.Receive(Act(), Token);
        _clock.NowUtc = NowUtc.AddMinutes(2);
        await _sweep.Run(_client, _clock.NowUtc, Token);
        Assert.DoesNotContain(_client.Raised, told => told.Event == "NoSuchEvent");
        Assert.Equal(2, _client.Raised.Count);
    }

    [Fact]
    public async Task A_rejected_message_says_why_and_is_told_to_nobody()
    {
        _client.Running.Add(Request);
        (Stored<InboxRow> row, _) = await _inbox.Receive(Act(), Token);
        await _inbox.Reject(row.Record, "The signature is wrong.", Token);
        Assert.Equal(InboxState.Rejected, (await _inbox.Forward(_client, row.Record, Token)).State);
        Assert.Empty(_client.Raised);
        Assert.Empty(await OpenWork.OfInbox(_store).List(Token));
    }

    [Fact]
    public async Task Killed_at_any_step_every_orchestration_hears_the_act()
    {
        int step = 0;
        for (bool wasKilled = true; wasKilled;)
        {
            step++;
            using MemoryRecordStore store = new();
            TestClient client = new();
            client.Running.UnionWith([Request, Review]);
            Fuse fuse = new(step);
            Inbox doomed = new(new KillableRecordStore(store, fuse), _clock);
            try
            {
                (Stored<InboxRow> row, _) = await doomed.Receive(Act(), Token);
                await doomed.Forward(client, row, Token);
            }
            catch (KilledException)
            {
                // Whoever acted saw a fault, and presses the button again.
            }

            Inbox inbox = new(store, _clock);
            await inbox.Receive(Act(), Token);
            await new InboxSweep(store, inbox, Arrivals(inbox), NullLogger<InboxSweep>.Instance).Run(client, NowUtc.AddMinutes(2), Token);
            Assert.Equal(InboxState.Forwarded, (await inbox.Get("page", "act-1", Token))!.State);
            Assert.Equal([Request, Review], client.Raised.Select(told => told.Instance).Distinct());
            Assert.Empty(await OpenWork.OfInbox(store).List(Token));
            wasKilled = fuse.HasBlown;
        }

        Assert.True(step > 8, $"Only {step} steps were tried.");
    }

    public void Dispose() => _store.Dispose();

    // Nothing that is posted comes here.
    private static Arrivals Arrivals(Inbox inbox) => new(null!, inbox, [], NullLogger<Arrivals>.Instance);

    private static InboxRow Act()
    {
        SubmissionReceived signal = new("act-1", NowUtc, "o0417", ["SS1"]);
        return new InboxRow
        {
            Source = "page",
            Key = "act-1",
            Kind = nameof(SubmissionReceived),
            ReceivedUtc = NowUtc,
            Signals = [InboxSignal.To(Request, signal), InboxSignal.To(Review, signal)],
        };
    }
}
