using QuarterlyCycle.App.Mail;
using Xunit;

namespace QuarterlyCycle.App.Tests.Mail;

public sealed class GroupedMailTests : IDisposable
{
    private readonly OutboxBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notices_to_one_person_at_one_moment_share_a_message_with_a_section_each()
    {
        OutboxRow request = TestMail.Row("E1");
        OutboxRow review = TestMail.Row("E30") with { Instance = "2025-26-Q2.review.o0417" };
        await Post(request, review);
        await _bench.RunSweep();
        OutgoingMail mail = Assert.Single(_bench.Sender.Sent);
        Assert.Equal(request.MailKey, mail.Key);
        Assert.Contains(TestMail.UrlOf(request), mail.Html, StringComparison.Ordinal);
        Assert.Contains(TestMail.UrlOf(review), mail.Html, StringComparison.Ordinal);
        Assert.Contains(TestMail.UrlOf(review), mail.Text, StringComparison.Ordinal);
        Assert.EndsWith(" and 1 more notice", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(["note.txt", "note-2.txt"], mail.Attachments.Select(attachment => attachment.FileName));
        OutboxRow grouped = await _bench.Read(review);
        Assert.Equal((MailState.Grouped, request.MailKey), (grouped.State, grouped.GroupedInto));
        Assert.Equal(mail.Html, (await _bench.Outbox.ReadMessage(grouped, Token))!.Html);
        Assert.Equal(MailState.Accepted, (await _bench.Read(request)).State);
        Assert.Empty(await _bench.Open.List(Token));
    }

    [Theory]
    [InlineData("E3")]
    [InlineData("E41")]
    [InlineData("E52")]
    [InlineData("E60")]
    [InlineData("E61")]
    [InlineData("E62")]
    [InlineData("E70")]
    [InlineData("E71")]
    [InlineData("E7")]
    public async Task Some_mails_always_stand_alone(string purpose)
    {
        await Post(TestMail.Row("E1"), TestMail.Row(purpose), TestMail.Row(purpose, "2"));
        await _bench.RunSweep();
        Assert.Equal(3, _bench.Sender.Sent.Count);
    }

    [Fact]
    public async Task Notices_to_others_or_for_another_morning_are_not_drawn_in()
    {
        OutboxRow tomorrow = TestMail.Row("E30") with { NotBeforeUtc = TestMail.Monday9Am.AddDays(1) };
        await Post(TestMail.Row("E1"), TestMail.Row("E1", recipient: "o0500"), tomorrow);
        await _bench.RunSweep();
        Assert.Equal(2, _bench.Sender.Sent.Count);
        Assert.Equal(0, await _bench.Arrived(tomorrow));
    }

    [Fact]
    public async Task A_section_that_nobody_needs_is_left_out_and_a_single_one_looks_like_any_mail()
    {
        OutboxRow request = TestMail.Row("E1");
        OutboxRow review = TestMail.Row("E30");
        await Post(request, review);
        _bench.Composer.NotNeeded.Add(request.MailKey);
        await _bench.RunSweep();
        OutgoingMail mail = Assert.Single(_bench.Sender.Sent);
        Assert.DoesNotContain("more", mail.Subject, StringComparison.Ordinal);
        Assert.Equal((0, 1), (await _bench.Arrived(request), await _bench.Arrived(review)));
    }

    [Fact]
    public async Task A_group_that_nobody_needs_is_not_sent()
    {
        OutboxRow request = TestMail.Row("E1");
        OutboxRow review = TestMail.Row("E30");
        await Post(request, review);
        _bench.Composer.NotNeeded.UnionWith([request.MailKey, review.MailKey]);
        await _bench.RunSweep();
        Assert.Empty(_bench.Sender.Sent);
        Assert.Equal(MailState.NotNeeded, (await _bench.Read(request)).State);
        Assert.Equal(MailState.NotNeeded, (await _bench.Read(review)).State);
        Assert.Empty(await _bench.Open.List(Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_section_that_cannot_be_written_does_not_hold_back_the_others(int broken)
    {
        OutboxRow[] rows = [TestMail.Row("E1"), TestMail.Row("E30")];
        await Post(rows);
        _bench.Composer.Broken.Add(rows[broken].MailKey);
        for (int minute = 0; minute < 10; minute++)
        {
            await _bench.RunSweep();
            _bench.Clock.NowUtc = _bench.Clock.NowUtc.AddMinutes(1);
        }

        Assert.Equal((0, 1), (await _bench.Arrived(rows[broken]), await _bench.Arrived(rows[1 - broken])));
        _bench.Composer.Broken.Clear();
        await _bench.RunSweep();
        _bench.Clock.NowUtc = _bench.Clock.NowUtc.AddMinutes(5);
        await _bench.RunSweep();
        Assert.Equal(1, await _bench.Arrived(rows[broken]));
    }

    [Fact]
    public async Task A_group_that_was_not_sent_is_tried_again_with_all_its_sections()
    {
        OutboxRow request = TestMail.Row("E1");
        OutboxRow review = TestMail.Row("E30");
        await Post(request, review);
        _bench.Sender.Answers.Enqueue(new SendResult.NotSent("Too many.", TimeSpan.FromMinutes(1)));
        await _bench.RunSweep();
        _bench.Clock.NowUtc = TestMail.Monday9Am.AddMinutes(1);
        await _bench.RunSweep();
        Assert.Equal((1, 1), (await _bench.Arrived(request), await _bench.Arrived(review)));
        Assert.Single(await _bench.Folder.List());
    }

    [Fact]
    public async Task A_row_settled_by_itself_still_draws_in_the_others()
    {
        OutboxRow request = TestMail.Row("E1");
        OutboxRow review = TestMail.Row("E30");
        await Post(request, review);
        await _bench.Outbox.Settle(review, Token);
        Assert.Equal(review.MailKey, Assert.Single(_bench.Sender.Sent).Key);
        Assert.Equal((1, 1), (await _bench.Arrived(request), await _bench.Arrived(review)));
    }

    public void Dispose() => _bench.Dispose();

    private async Task Post(params OutboxRow[] rows)
    {
        foreach (OutboxRow row in rows)
        {
            await _bench.Outbox.Post(row, Token);
        }
    }
}
