using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Mail;
using QuarterlyCycle.Functions.SendGrid;
using Xunit;

namespace QuarterlyCycle.Functions.Tests.SendGrid;

public sealed class DeliveryWebhookTests : IDisposable
{
    private const string Folder = "inbox/sendgrid-events/";

    private readonly FunctionsBench _bench = new();
    private readonly DeliveryWebhook _webhook;

    public DeliveryWebhookTests() => _webhook = _bench.Function<DeliveryWebhook>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"event":"delivered","response":"250 OK"}""", MailState.Delivered)]
    [InlineData("""{"event":"dropped","reason":"Bounced Address"}""", MailState.Dropped)]
    [InlineData("""{"event":"bounce","type":"bounce","status":"5.1.1","reason":"550 no such mailbox"}""", MailState.Bounced)]
    [InlineData("""{"event":"bounce","type":"bounce"}""", MailState.Bounced)]
    [InlineData("""{"event":"bounce","type":"blocked","status":"5.7.1"}""", MailState.Bounced)]
    [InlineData("""{"event":"bounce","type":"blocked","status":"4.2.2"}""", MailState.Queued)]
    [InlineData("""{"event":"bounce","type":"blocked"}""", MailState.Queued)]
    [InlineData("""{"event":"deferred","response":"400 try later"}""", MailState.Uncertain)]
    [InlineData("""{"event":"processed"}""", MailState.Uncertain)]
    [InlineData("""{"event":"open"}""", MailState.Uncertain)]
    public async Task An_event_settles_the_email_that_it_is_about(string told, MailState expected)
    {
        OutboxRow mail = await _bench.Uncertain();
        Assert.Equal(200, await Post(Events(mail, told)));
        Assert.Equal(expected, (await _bench.Read(mail)).State);
        Assert.Empty(await OpenWork.OfInbox(_bench.Store).List(Token));
    }

    [Fact]
    public async Task The_body_is_kept_as_it_came_and_each_event_has_its_row()
    {
        OutboxRow mail = await _bench.Uncertain();
        byte[] body = Events(mail, """{"event":"bounce","status":"5.1.1","reason":"550 no such mailbox"}""");
        await Post(body);
        string file = Assert.Single(await _bench.Files.List(Folder, Token));
        Assert.Equal($"{Folder}{InboxRow.KeyOf(body)}.json", file);
        Assert.Equal(body, await _bench.Files.Read(file, Token));
        InboxRow row = (await _bench.Get<Inbox>().Get("sendgrid-events", InboxRow.KeyOf("event-0"u8), Token))!;
        Assert.Equal(InboxState.Forwarded, row.State);
        Assert.Equal("550 no such mailbox", (await _bench.Read(mail)).Why);
    }

    [Fact]
    public async Task A_repeated_event_is_ignored_even_in_another_body()
    {
        OutboxRow mail = await _bench.Uncertain();
        const string NotReady = """{"event":"bounce","type":"blocked"}""";
        Assert.Equal(200, await Post(Events(mail, NotReady)));
        Assert.Equal(200, await Post(Events(mail, NotReady)));
        Assert.Equal(200, await Post(Events(mail, NotReady, """{"event":"open"}""")));
        Assert.Equal(MailState.Queued, (await _bench.Read(mail)).State);
    }

    [Fact]
    public async Task A_repeat_of_an_old_bounce_does_not_undo_the_second_try()
    {
        OutboxRow mail = await _bench.Uncertain();
        byte[] body = Events(mail, """{"event":"bounce","type":"blocked"}""");
        await Post(body);
        await new RecordTable<OutboxRow>(_bench.Store, "Outbox").Update(mail.Instance, mail.Key, row => row with { State = MailState.Accepted }, Token);
        Assert.Equal(200, await Post(body));
        Assert.Equal(MailState.Accepted, (await _bench.Read(mail)).State);
    }

    [Fact]
    public async Task Several_events_of_one_body_settle_each_its_email()
    {
        OutboxRow one = await _bench.Uncertain("1");
        OutboxRow other = await _bench.Uncertain("2");
        string body = $"[{Event(one, """{"event":"delivered"}""", 0)},{Event(other, """{"event":"bounce"}""", 1)}]";
        Assert.Equal(200, await Post(Encoding.UTF8.GetBytes(body)));
        Assert.Equal(MailState.Delivered, (await _bench.Read(one)).State);
        Assert.Equal(MailState.Bounced, (await _bench.Read(other)).State);
    }

    [Fact]
    public async Task An_event_about_no_email_of_ours_is_kept_and_rejected()
    {
        Assert.Equal(200, await Post(Events(TestMail.Row("E9"), """{"event":"delivered"}""")));
        InboxRow row = (await _bench.Get<Inbox>().Get("sendgrid-events", InboxRow.KeyOf("event-0"u8), Token))!;
        Assert.Equal(InboxState.Rejected, row.State);
        Assert.Empty(await OpenWork.OfInbox(_bench.Store).List(Token));
    }

    [Theory]
    [InlineData("1/E1#1")]
    [InlineData("../E1.1")]
    [InlineData("a\\b/c")]
    [InlineData("a/b/c")]
    [InlineData("/")]
    [InlineData("' or PartitionKey ne '/x")]
    public async Task A_key_that_no_email_of_ours_can_have_is_rejected_and_not_tried_again(string key)
    {
        string mailKey = System.Text.Json.JsonSerializer.Serialize(key);
        Assert.Equal(200, await Post(Encoding.UTF8.GetBytes($$"""[{"event":"delivered","sg_event_id":"event-0","mail_key":{{mailKey}}}]""")));
        Assert.Equal(InboxState.Rejected, (await _bench.Get<Inbox>().Get("sendgrid-events", InboxRow.KeyOf("event-0"u8), Token))!.State);
        Assert.Empty(await OpenWork.OfInbox(_bench.Store).List(Token));
    }

    [Theory]
    [InlineData("reason", MailState.Bounced)]
    [InlineData("sg_event_id", MailState.Uncertain)]
    [InlineData("sg_message_id", MailState.Uncertain)]
    [InlineData("mail_key", MailState.Uncertain)]
    public async Task Words_of_any_length_are_taken_and_the_body_is_kept_whole(string field, MailState expected)
    {
        OutboxRow mail = await _bench.Uncertain();
        string words = string.Concat(Enumerable.Repeat("é😀", 30_000));
        byte[] body = Events(mail, $$"""{"event":"bounce","status":"5.1.1","{{field}}":"{{words}}"}""");
        Assert.Equal(200, await Post(body));
        Assert.Equal(expected, (await _bench.Read(mail)).State);
        Assert.Equal(body, await _bench.Files.Read($"{Folder}{InboxRow.KeyOf(body)}.json", Token));
        Assert.Empty(await OpenWork.OfInbox(_bench.Store).List(Token));
    }

    [Theory]
    [InlineData("""[{"event":"delivered","sg_event_id":"\ud83d","mail_key":"a/b"}]""")]
    [InlineData("not JSON")]
    [InlineData("""{"event":"delivered"}""")]
    [InlineData("""[{"event":7}]""")]
    [InlineData("null")]
    public async Task A_signed_body_that_cannot_be_read_is_kept_and_rejected(string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        Assert.Equal(200, await Post(body));
        Assert.Equal(body, await _bench.Files.Read($"{Folder}{InboxRow.KeyOf(body)}.json", Token));
        Assert.Equal(InboxState.Rejected, (await _bench.Get<Inbox>().Get("sendgrid-events", InboxRow.KeyOf(body), Token))!.State);
    }

    [Fact]
    public async Task A_body_that_could_not_be_stored_is_answered_by_a_fault_and_done_when_it_comes_again()
    {
        OutboxRow mail = await _bench.Uncertain();
        byte[] body = Events(mail, """{"event":"delivered"}""");
        _bench.Store.Away = "Inbox";
        await Assert.ThrowsAsync<IOException>(() => Post(body));
        _bench.Store.Away = null;
        Assert.Equal(200, await Post(body));
        Assert.Equal(MailState.Delivered, (await _bench.Read(mail)).State);
    }

    [Fact]
    public async Task A_body_whose_file_could_not_be_written_is_answered_by_a_fault_and_leaves_no_row()
    {
        OutboxRow mail = await _bench.Uncertain();
        byte[] body = Events(mail, """{"event":"delivered"}""");
        Directory.CreateDirectory(_bench.FileAt($"{Folder}{InboxRow.KeyOf(body)}.json"));
        await Assert.ThrowsAsync<ArgumentException>(() => Post(body));
        Assert.Null(await _bench.Get<Inbox>().Get("sendgrid-events", InboxRow.KeyOf("event-0"u8), Token));
        Assert.Equal(MailState.Uncertain, (await _bench.Read(mail)).State);
    }

    [Fact]
    public async Task An_event_that_was_stored_and_not_acted_on_is_taken_up_by_the_sweep()
    {
        OutboxRow mail = await _bench.Uncertain();
        _bench.Store.Away = "Outbox";
        Assert.Equal(200, await Post(Events(mail, """{"event":"delivered"}""")));
        Assert.Equal(MailState.Uncertain, (await _bench.Read(mail)).State);
        _bench.Store.Away = null;
        await _bench.Get<InboxSweep>().Run(_bench.Client, _bench.Clock.NowUtc.AddMinutes(3), Token);
        Assert.Equal(MailState.Delivered, (await _bench.Read(mail)).State);
    }

    [Theory]
    [InlineData(-11)]
    [InlineData(11)]
    public async Task A_stamp_over_ten_minutes_off_is_refused(int minutes) =>
        await IsRefused(401, TestSignature.Event("[]"u8.ToArray(), TestMail.Monday9Am.AddMinutes(minutes)));

    [Theory]
    [InlineData(SignedPost.SignatureHeader)]
    [InlineData(SignedPost.StampHeader)]
    public async Task A_post_without_its_signature_or_stamp_is_refused(string header)
    {
        HttpRequest request = TestSignature.Event("[]"u8.ToArray(), TestMail.Monday9Am);
        request.Headers.Remove(header);
        await IsRefused(401, request);
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("MEUCIQ")]
    public async Task A_signature_that_is_none_is_refused(string signature)
    {
        HttpRequest request = TestSignature.Event("[]"u8.ToArray(), TestMail.Monday9Am);
        request.Headers[SignedPost.SignatureHeader] = signature;
        await IsRefused(401, request);
    }

    [Fact]
    public async Task A_body_other_than_the_signed_one_is_refused()
    {
        HttpRequest request = TestSignature.Event("[]"u8.ToArray(), TestMail.Monday9Am);
        request.Body = new MemoryStream("[ ]"u8.ToArray());
        await IsRefused(401, request);
    }

    [Fact]
    public async Task A_stamp_other_than_the_signed_one_is_refused()
    {
        HttpRequest request = TestSignature.Event("[]"u8.ToArray(), TestMail.Monday9Am);
        request.Headers[SignedPost.StampHeader] = new DateTimeOffset(TestMail.Monday9Am.AddSeconds(1)).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        await IsRefused(401, request);
    }

    [Fact]
    public async Task A_body_signed_with_the_other_webhooks_key_is_refused() =>
        await IsRefused(401, TestSignature.Mail("[]"u8.ToArray(), TestMail.Monday9Am, "x"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_whether_it_says_so_or_not(bool saysSo)
    {
        byte[] body = new byte[(1024 * 1024) + 1];
        HttpRequest request = TestSignature.Event(body, TestMail.Monday9Am);
        request.ContentLength = saysSo ? body.Length : null;
        await IsRefused(413, request);
    }

    public void Dispose() => _bench.Dispose();

    private static byte[] Events(OutboxRow mail, params string[] told) =>
        Encoding.UTF8.GetBytes($"[{string.Join(',', told.Select((text, number) => Event(mail, text, number)))}]");

    private static string Event(OutboxRow mail, string told, int number) =>
        $$"""{"email":"o0417@example.org","timestamp":1759737600,"sg_event_id":"event-{{number}}","sg_message_id":"m.1","mail_key":"{{mail.MailKey}}",{{told[1..]}}""";

    private async Task<int> Post(byte[] body) => await Answer(TestSignature.Event(body, _bench.Clock.NowUtc));

    private async Task<int> Answer(HttpRequest request) =>
        Assert.IsType<IStatusCodeActionResult>(await _webhook.Run(request, _bench.Client, Token), exactMatch: false).StatusCode ?? 0;

    private async Task IsRefused(int status, HttpRequest request)
    {
        Assert.Equal(status, await Answer(request));
        Assert.Empty(await _bench.Files.List("", Token));
        Assert.Empty(await OpenWork.OfInbox(_bench.Store).List(Token));
    }
}
