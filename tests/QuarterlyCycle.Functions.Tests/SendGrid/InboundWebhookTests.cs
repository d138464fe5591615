using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Mail;
using QuarterlyCycle.Functions.SendGrid;
using Xunit;

namespace QuarterlyCycle.Functions.Tests.SendGrid;

public sealed class InboundWebhookTests : IDisposable
{
    private const string Folder = "inbox/sendgrid-mail/";
    private const string Boundary = "xYzZY";

    private readonly FunctionsBench _bench = new();
    private readonly InboundWebhook _webhook;

    public InboundWebhookTests() => _webhook = _bench.Function<InboundWebhook>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_email_is_kept_as_it_came_and_put_before_the_project_manager()
    {
        await _bench.OpenCycle();
        byte[] body = Mail();
        Assert.Equal(200, await Post(body));
        string file = Assert.Single(await _bench.Files.List(Folder, Token));
        Assert.Equal(body, await _bench.Files.Read(file, Token));
        Attention attention = Assert.Single(await _bench.Get<QuarterRecords>().NeedsAttention.Open(FunctionsBench.Cycle, Token));
        Assert.Contains("Zoë Brontë <zoe@example.org>: Re: Quarter 2 figures", attention.Step, StringComparison.Ordinal);
        Assert.Contains(file, attention.Reason, StringComparison.Ordinal);
        Assert.Empty(await OpenWork.OfInbox(_bench.Store).List(Token));
    }

    [Fact]
    public async Task A_repeat_is_known_by_the_messages_id_though_its_bytes_differ()
    {
        await _bench.OpenCycle();
        Assert.Equal(200, await Post(Mail()));
        Assert.Equal(200, await Post(Mail(boundary: "other"), "other"));
        Assert.Single(await _bench.Get<QuarterRecords>().NeedsAttention.Open(FunctionsBench.Cycle, Token));
    }

    [Fact]
    public async Task One_message_to_two_of_our_addresses_is_two_emails()
    {
        await _bench.OpenCycle();
        await Post(Mail());
        await Post(Mail(to: "r-2@reply.example.org"));
        Assert.Equal(2, (await _bench.Get<QuarterRecords>().NeedsAttention.Open(FunctionsBench.Cycle, Token)).Count);
    }

    [Fact]
    public async Task A_subject_of_any_length_is_taken_and_the_email_is_kept_whole()
    {
        await _bench.OpenCycle();
        string subject = string.Concat(Enumerable.Repeat("é😀", 20_000));
        string mail = Encoding.UTF8.GetString(Mail()).Replace("\r\n\r\nRe: Quarter 2 figures", $"\r\n\r\n{subject}", StringComparison.Ordinal);
        byte[] body = Encoding.UTF8.GetBytes(mail);
        Assert.True(body.Length > 100_000);
        Assert.Equal(200, await Post(body));
        Assert.Equal(body, await _bench.Files.Read(Assert.Single(await _bench.Files.List(Folder, Token)), Token));
        Attention attention = Assert.Single(await _bench.Get<QuarterRecords>().NeedsAttention.Open(FunctionsBench.Cycle, Token));
        Assert.Contains(": é😀é", attention.Step, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-11)]
    [InlineData(11)]
    public async Task An_email_with_a_stale_stamp_is_refused_and_not_stored(int minutes)
    {
        Assert.Equal(401, await Answer(TestSignature.Mail(Mail(), TestMail.Monday9Am.AddMinutes(minutes), Boundary)));
        Assert.Empty(await _bench.Files.List("", Token));
    }

    [Fact]
    public async Task An_email_signed_with_the_other_webhooks_key_is_refused_and_not_stored()
    {
        HttpRequest request = TestSignature.Mail(Mail(), TestMail.Monday9Am, Boundary);
        request.Headers[SignedPost.SignatureHeader] = TestSignature.Event(Mail(), TestMail.Monday9Am).Headers[SignedPost.SignatureHeader];
        Assert.Equal(401, await Answer(request));
        Assert.Empty(await _bench.Files.List("", Token));
    }

    [Fact]
    public async Task An_email_while_no_quarter_is_open_is_kept()
    {
        Assert.Equal(200, await Post(Mail()));
        Assert.Single(await _bench.Files.List(Folder, Token));
        Assert.Empty(await OpenWork.OfInbox(_bench.Store).List(Token));
    }

    [Theory]
    [InlineData("this is no form")]
    [InlineData("--xYzZY\r\nContent-Disposition: form-data; name=\"from\"\r\n\r\nhalf a")]
    [InlineData("")]
    public async Task What_cannot_be_read_is_kept_and_put_before_the_project_manager(string text)
    {
        await _bench.OpenCycle();
        byte[] body = Encoding.UTF8.GetBytes(text);
        Assert.Equal(200, await Post(body));
        Assert.Equal(body, await _bench.Files.Read($"{Folder}{InboxRow.KeyOf(body)}.multipart", Token));
        Assert.Single(await _bench.Get<QuarterRecords>().NeedsAttention.Open(FunctionsBench.Cycle, Token));
    }

    [Fact]
    public async Task An_email_that_could_not_be_stored_is_answered_by_a_fault()
    {
        _bench.Store.Away = "Inbox";
        await Assert.ThrowsAsync<IOException>(() => Post(Mail()));
    }

    [Fact]
    public async Task An_unsigned_email_is_refused_and_not_stored()
    {
        HttpRequest request = TestSignature.Mail(Mail(), TestMail.Monday9Am, Boundary);
        request.Headers.Remove(SignedPost.SignatureHeader);
        Assert.Equal(401, await Answer(request));
        Assert.Empty(await _bench.Files.List("", Token));
    }

    [Fact]
    public async Task An_email_over_the_limit_that_does_not_say_so_is_refused_and_not_stored()
    {
        HttpRequest request = TestSignature.Mail(new byte[InboundWebhook.LargestBody + 1], TestMail.Monday9Am, Boundary);
        request.ContentLength = null;
        Assert.Equal(413, await Answer(request));
        Assert.Empty(await _bench.Files.List("", Token));
    }

    [Fact]
    public async Task An_email_over_the_limit_is_refused_before_it_is_read()
    {
        HttpRequest request = TestSignature.Mail(Mail(), TestMail.Monday9Am, Boundary);
        request.ContentLength = InboundWebhook.LargestBody + 1;
        Assert.Equal(413, await Answer(request));
        Assert.Equal(0, request.Body.Position);
    }

    public void Dispose() => _bench.Dispose();

    private static byte[] Mail(string to = "r-1@reply.example.org", string boundary = Boundary)
    {
        (string Name, string Value)[] fields =
        [
            ("headers", "Received: by example.org\r\nMessage-ID: <1@example.org>\r\nSubject: Re: Quarter 2 figures\r\n"),
            ("from", "Zoë Brontë <zoe@example.org>"),
            ("subject", "Re: Quarter 2 figures"),
            ("envelope", $$"""{"to":["{{to}}"],"from":"zoe@example.org"}"""),
            ("text", "SS1: 68.2\r\n"),
        ];
        string parts = string.Concat(fields.Select(field => $"--{boundary}\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n"));
        return Encoding.UTF8.GetBytes($"{parts}--{boundary}--\r\n");
    }

    private async Task<int> Post(byte[] body, string boundary = Boundary) => await Answer(TestSignature.Mail(body, _bench.Clock.NowUtc, boundary));

    private async Task<int> Answer(HttpRequest request) =>
        Assert.IsType<IStatusCodeActionResult>(await _webhook.Run(request, _bench.Client, Token), exactMatch: false).StatusCode ?? 0;
}
