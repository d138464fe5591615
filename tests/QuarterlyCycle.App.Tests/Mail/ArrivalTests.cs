using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using Xunit;

namespace QuarterlyCycle.App.Tests.Mail;

/// <summary>What a mail system reports and what people send, once the host has let it in.</summary>
public sealed class ArrivalTests
{
    private static readonly byte[] Body = "[{}]"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bounce_settles_the_email_and_is_told_to_the_project_manager_once()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string key = await SendRequest(bench);
        InboxRow row = Report(key, DeliveryKind.Bounced).ToRow("test", bench.Clock.NowUtc);
        for (int time = 0; time < 2; time++)
        {
            await bench.Get<Arrivals>().Take(bench.Client, await bench.Get<Arrivals>().Store("inbox/test/1.json", Body, [row], Token), Token);
        }

        await bench.Deliver();
        OutgoingMail told = Assert.Single(bench.Sent, mail => mail.ToAddress == SmallPlan.Pat);
        Assert.Equal("An email to Ann Able did not arrive", told.Subject);
        Assert.Equal(Body, await bench.Get<IFileStore>().Read("inbox/test/1.json", Token));
    }

    [Fact]
    public async Task A_report_that_was_stored_before_a_crash_is_taken_up_by_the_sweep()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string key = await SendRequest(bench);
        await bench.Get<Arrivals>().Store("inbox/test/1.json", Body, [Report(key, DeliveryKind.Delivered).ToRow("test", bench.Clock.NowUtc)], Token);
        await bench.Get<ActSweep>().Run(bench.Client, bench.Clock.NowUtc.AddMinutes(2), Token);
        string[] parts = key.Split('/');
        Assert.Equal(MailState.Delivered, (await bench.Get<Outbox>().Get(parts[0], parts[1], Token))!.State);
    }

    [Theory]
    [InlineData("nobody/E1.1")]
    [InlineData("no key")]
    [InlineData("a/b/c")]
    [InlineData("/")]
    public async Task A_report_about_no_email_is_rejected(string key)
    {
        using QuarterBench bench = await QuarterBench.Opened();
        InboxRow row = Report(key, DeliveryKind.Delivered).ToRow("test", bench.Clock.NowUtc);
        await bench.Get<Arrivals>().Store("inbox/test/1.json", Body, [row], Token);
        InboxRow rejected = await bench.Get<Arrivals>().Take(bench.Client, row, Token);
        Assert.Equal(InboxState.Rejected, rejected.State);
        Assert.Contains(key, rejected.Why!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_told_twice_that_a_mailbox_was_not_ready_costs_no_second_try()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string[] parts = (await SendRequest(bench)).Split('/');
        Outbox outbox = bench.Get<Outbox>();
        await outbox.Record(parts[0], parts[1], new DeliveryEvent(DeliveryKind.NotReady), Token);
        OutboxRow again = (await outbox.Record(parts[0], parts[1], new DeliveryEvent(DeliveryKind.NotReady), Token))!;
        Assert.Equal(MailState.Queued, again.State);
    }

    [Fact]
    public async Task Two_emails_of_one_sender_with_one_subject_are_two_things_to_look_at()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        foreach (string id in new[] { "<1@example.org>", "<2@example.org>", "<2@example.org>" })
        {
            InboxRow row = new IncomingMail(id, "ann@example.org", "Re: figures\r\n", "inbox/test/1").ToRow("test", bench.Clock.NowUtc);
            await bench.Get<Arrivals>().Take(bench.Client, await bench.Get<Arrivals>().Store("inbox/test/1", Body, [row], Token), Token);
        }

        IReadOnlyList<Attention> open = await bench.Records.NeedsAttention.Open(SmallPlan.Cycle, Token);
        Assert.Equal(2, open.Count);
        Assert.All(open, attention => Assert.EndsWith("from ann@example.org: Re: figures", attention.Step, StringComparison.Ordinal));
    }

    private static DeliveryReport Report(string key, DeliveryKind kind) => new("event-1", key, new DeliveryEvent(kind, Why: "The address does not exist."));

    private static async Task<string> SendRequest(QuarterBench bench)
    {
        string ann = await bench.Number(SmallPlan.Ann);
        await bench.Call(new SendChasingMail(new DataRequestKey(SmallPlan.Cycle, 1, ann), ChasingStep.Request, 1));
        await bench.Deliver();
        bench.Sent.Clear();
        return $"{SmallPlan.Cycle}.request.{ann}/E1.1";
    }
}
