using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Local.Mail;
using Xunit;

namespace QuarterlyCycle.App.Tests.Mail;

public sealed class OutboxTests : IDisposable
{
    private readonly OutboxBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receipt_goes_at_once_and_its_row_knows_what_was_sent()
    {
        OutboxRow row = await _bench.Outbox.Post(TestMail.Row("E7"), Token);
        Assert.Equal(MailState.Accepted, row.State);
        Assert.Equal(TestMail.Monday9Am, row.SentUtc);
        Assert.Equal("<2025-26-Q2.request.o0417_E7.1@council.example.org>", row.MessageId);
        FolderMail mail = Assert.Single(await _bench.Folder.List());
        Assert.Equal("\"Officer o0417\" <o0417@example.org>", mail.To);
        Assert.Equal("\"Quarterly performance, Northtown Council\" <quarterly@council.example.org>", mail.From);
        OutgoingMail stored = (await _bench.Outbox.ReadMessage(row, Token))!;
        Assert.Equal((await _bench.Folder.Read(mail.Key))!.Html, stored.Html);
        Assert.Single(stored.Attachments);
        Assert.Equal(64, row.MessageHash!.Length);
        Assert.Empty(await _bench.Open.List(Token));
    }

    [Fact]
    public async Task A_request_waits_for_its_hour()
    {
        OutboxRow row = TestMail.Row("E1") with { NotBeforeUtc = TestMail.Monday9Am.AddHours(1) };
        await _bench.Outbox.Post(row, Token);
        await _bench.RunSweep();
        Assert.Empty(await _bench.Folder.List());
        Assert.Equal(row.NotBeforeUtc, await _bench.Outbox.NextDueUtc(Token));
        _bench.Clock.NowUtc = row.NotBeforeUtc;
        await _bench.RunSweep();
        Assert.Equal(1, await _bench.Arrived(row));
        Assert.Null(await _bench.Outbox.NextDueUtc(Token));
    }

    [Fact]
    public async Task Posting_again_under_the_same_key_sends_nothing_more()
    {
        OutboxRow row = TestMail.Row("E7");
        await _bench.Outbox.Post(row, Token);
        OutboxRow again = await _bench.Outbox.Post(row with { Recipient = "o0500" }, Token);
        Assert.Equal(("o0417", MailState.Accepted, 1), (again.Recipient, again.State, again.Attempts));
        Assert.Single(_bench.Sender.Sent);
        Assert.Empty(await _bench.Open.List(Token));
    }

    [Fact]
    public async Task A_mail_that_nobody_needs_any_more_is_not_sent()
    {
        OutboxRow row = TestMail.Row("E2");
        await _bench.Outbox.Post(row, Token);
        _bench.Composer.NotNeeded.Add(row.MailKey);
        await _bench.RunSweep();
        Assert.Equal(MailState.NotNeeded, (await _bench.Read(row)).State);
        Assert.Empty(await _bench.Folder.List());
        Assert.Empty(await _bench.Open.List(Token));
    }

    [Fact]
    public async Task A_mail_whose_time_has_passed_is_dropped_without_being_written()
    {
        OutboxRow row = TestMail.Row("E3");
        _bench.Clock.NowUtc = row.NotAfterUtc.AddSeconds(1);
        _bench.Composer.Broken.Add(row.MailKey);
        await _bench.Outbox.Post(row, Token);
        Assert.Equal(MailState.Dropped, (await _bench.Read(row)).State);
    }

    [Fact]
    public async Task What_was_certainly_not_sent_is_tried_again_later_and_later()
    {
        OutboxRow row = TestMail.Row("E7");
        _bench.Sender.Answers.Enqueue(new SendResult.NotSent("Too many.", TimeSpan.FromSeconds(1)));
        _bench.Sender.Answers.Enqueue(new SendResult.NotSent("Too many.", TimeSpan.FromMinutes(10)));
        await _bench.Outbox.Post(row, Token);
        Assert.Equal((MailState.Queued, "Too many."), ((await _bench.Read(row)).State, (await _bench.Read(row)).Why));
        Assert.Equal(TestMail.Monday9Am.AddMinutes(1), await _bench.Outbox.NextDueUtc(Token));
        await _bench.RunSweep();
        Assert.Equal(1, (await _bench.Read(row)).Attempts);

        _bench.Clock.NowUtc = TestMail.Monday9Am.AddMinutes(1);
        await _bench.RunSweep();
        Assert.Equal(TestMail.Monday9Am.AddMinutes(11), await _bench.Outbox.NextDueUtc(Token));

        _bench.Clock.NowUtc = TestMail.Monday9Am.AddMinutes(11);
        await _bench.RunSweep();
        OutboxRow sent = await _bench.Read(row);
        Assert.Equal((MailState.Accepted, 3, null), (sent.State, sent.Attempts, sent.Why));
        Assert.Equal(1, await _bench.Arrived(row));
    }

    [Fact]
    public async Task A_refused_address_drops_the_mail()
    {
        _bench.Sender.Answers.Enqueue(new SendResult.Refused("No such mailbox."));
        OutboxRow row = await _bench.Outbox.Post(TestMail.Row("E7"), Token);
        Assert.Equal((MailState.Dropped, "No such mailbox."), (row.State, row.Why));
        Assert.Empty(await _bench.Open.List(Token));
    }

    [Fact]
    public async Task An_unknown_outcome_is_tried_again_only_where_a_repeat_is_safe()
    {
        OutboxRow row = TestMail.Row("E7");
        _bench.Sender.Answers.Enqueue(new SendResult.Unknown("No answer."));
        Assert.Equal(MailState.Uncertain, (await _bench.Outbox.Post(row, Token)).State);
        await _bench.RunSweep();
        Assert.Equal(MailState.Accepted, (await _bench.Read(row)).State);
        Assert.Equal(1, await _bench.Arrived(row));
    }

    [Fact]
    public async Task An_unknown_outcome_waits_for_the_mail_system_and_is_listed_for_the_project_manager()
    {
        UseASenderThatRepeats();
        OutboxRow row = TestMail.Row("E7");
        _bench.Sender.Answers.Enqueue(new SendResult.Unknown("No answer."));
        await _bench.Outbox.Post(row, Token);
        Assert.Empty(await _bench.Outbox.ListUncertain(Token));
        _bench.Clock.NowUtc = TestMail.Monday9Am.AddMinutes(15);
        await _bench.RunSweep();
        Assert.Equal(MailState.Uncertain, (await _bench.Read(row)).State);
        Assert.Empty(await _bench.Folder.List());
        Assert.Equal(row.MailKey, Assert.Single(await _bench.Outbox.ListUncertain(Token)).MailKey);

        await _bench.Outbox.Record(row.Instance, row.Key, new DeliveryEvent(DeliveryKind.Delivered, "provider-1"), Token);
        OutboxRow delivered = await _bench.Read(row);
        Assert.Equal((MailState.Delivered, "provider-1"), (delivered.State, delivered.MessageId));
        Assert.Empty(await _bench.Outbox.ListUncertain(Token));
        Assert.Empty(await _bench.Open.List(Token));
    }

    [Theory]
    [InlineData(DeliveryKind.Delivered, MailState.Delivered)]
    [InlineData(DeliveryKind.Bounced, MailState.Bounced)]
    [InlineData(DeliveryKind.Dropped, MailState.Dropped)]
    public async Task A_final_state_is_never_overwritten_by_a_late_event(DeliveryKind first, MailState final)
    {
        OutboxRow row = await _bench.Outbox.Post(TestMail.Row("E7"), Token);
        await _bench.Outbox.Record(row.Instance, row.Key, new DeliveryEvent(first), Token);
        foreach (DeliveryKind late in Enum.GetValues<DeliveryKind>())
        {
            Assert.Equal(final, (await _bench.Outbox.Record(row.Instance, row.Key, new DeliveryEvent(late), Token))!.State);
        }

        Assert.Empty(await _bench.Open.List(Token));
    }

    [Fact]
    public async Task An_event_that_comes_before_the_senders_own_answer_stays()
    {
        OutboxRow row = TestMail.Row("E7");
        EarlySender early = new(_bench.Folder, () => _bench.Outbox.Record(row.Instance, row.Key, new DeliveryEvent(DeliveryKind.Delivered), Token));
        _bench.Sender = new TestSender(early);
        _bench.Start();
        OutboxRow sent = await _bench.Outbox.Post(row, Token);
        Assert.Equal(MailState.Delivered, sent.State);
        Assert.Equal("<2025-26-Q2.request.o0417_E7.1@council.example.org>", sent.MessageId);
        Assert.Empty(await _bench.Open.List(Token));
    }

    [Fact]
    public async Task An_event_about_an_unknown_mail_is_null() =>
        Assert.Null(await _bench.Outbox.Record("2025-26-Q2.request.o9999", "E1.1", new DeliveryEvent(DeliveryKind.Delivered), Token));

    [Fact]
    public async Task A_mail_system_that_was_not_ready_is_tried_once_more_and_then_it_is_a_bounce()
    {
        UseASenderThatRepeats();
        OutboxRow row = await _bench.Outbox.Post(TestMail.Row("E7"), Token);
        await _bench.Outbox.Record(row.Instance, row.Key, new DeliveryEvent(DeliveryKind.NotReady, Why: "452 Mailbox full"), Token);
        Assert.Equal(TestMail.Monday9Am.AddHours(4), await _bench.Outbox.NextDueUtc(Token));
        await _bench.RunSweep();
        Assert.Single(_bench.Sender.Sent);

        _bench.Clock.NowUtc = TestMail.Monday9Am.AddHours(4);
        await _bench.RunSweep();
        Assert.Equal(2, _bench.Sender.Sent.Count);
        Assert.Equal(MailState.Accepted, (await _bench.Read(row)).State);

        await _bench.Outbox.Record(row.Instance, row.Key, new DeliveryEvent(DeliveryKind.NotReady), Token);
        Assert.Equal(MailState.Bounced, (await _bench.Read(row)).State);
        Assert.Empty(await _bench.Open.List(Token));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_does_not_hold_back_the_others()
    {
        OutboxRow broken = TestMail.Row("E1", recipient: "o0001");
        OutboxRow good = TestMail.Row("E1", recipient: "o0002");
        _bench.Composer.Broken.Add(broken.MailKey);
        await _bench.Outbox.Post(broken, Token);
        await _bench.Outbox.Post(good, Token);
        Assert.Equal(1, await _bench.RunSweep());
        Assert.Equal(1, await _bench.Arrived(good));

        _bench.Composer.Broken.Clear();
        _bench.Clock.NowUtc = TestMail.Monday9Am.AddMinutes(5);
        Assert.Equal(0, await _bench.RunSweep());
        Assert.Equal(1, await _bench.Arrived(broken));
    }

    [Fact]
    public async Task Mails_go_in_the_order_of_time_and_key()
    {
        foreach (string recipient in new[] { "o0003", "o0001", "o0002" })
        {
            await _bench.Outbox.Post(TestMail.Row("E3", recipient: recipient) with { NotBeforeUtc = TestMail.Monday9Am.AddHours(1) }, Token);
        }

        await _bench.Outbox.Post(TestMail.Row("E3", recipient: "o0009") with { NotBeforeUtc = TestMail.Monday9Am.AddMinutes(30) }, Token);
        _bench.Clock.NowUtc = TestMail.Monday9Am.AddHours(2);
        await _bench.RunSweep();
        Assert.Equal(
            ["o0009@example.org", "o0001@example.org", "o0002@example.org", "o0003@example.org"],
            _bench.Sender.Sent.Select(mail => mail.ToAddress));
    }

    [Fact]
    public async Task A_key_that_no_file_can_have_is_refused_before_anything_is_written()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await _bench.Outbox.Post(TestMail.Row("E7", "../x"), Token));
        Assert.Empty(await _bench.Open.List(Token));
    }

    [Fact]
    public async Task An_entry_whose_row_was_never_written_is_forgotten_after_a_day_and_not_before()
    {
        await _bench.Open.Open(new OpenWorkRow { Partition = "p", Key = "E1.1", OpenedUtc = TestMail.Monday9Am, DueUtc = TestMail.Monday9Am }, Token);
        await _bench.RunSweep();
        Assert.Single(await _bench.Open.List(Token));
        _bench.Clock.NowUtc = TestMail.Monday9Am.AddDays(1).AddSeconds(1);
        await _bench.RunSweep();
        Assert.Empty(await _bench.Open.List(Token));
    }

    public void Dispose() => _bench.Dispose();

    private void UseASenderThatRepeats()
    {
        _bench.Sender = new TestSender(_bench.Folder) { RepeatsAreSafe = false };
        _bench.Start();
    }

    private sealed class EarlySender(IMailSender inner, Func<Task> beforeItAnswers) : IMailSender
    {
        public bool RepeatsAreSafe => true;

        public async Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default)
        {
            SendResult result = await inner.Send(mail, cancellation);
            await beforeItAnswers();
            return result;
        }
    }
}
