using QuarterlyCycle.App.Mail;
using Xunit;

namespace QuarterlyCycle.App.Tests.Mail;

/// <summary>What every mail sender does. Inherited once for each.</summary>
public abstract class MailSenderContract
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IMailSender Sender { get; }

    /// <summary>What arrives of the calendar file's type: SendGrid takes no parameters with it.</summary>
    protected virtual string CalendarType => "method=PUBLISH";

    [Fact]
    public async Task A_message_is_accepted_under_an_id()
    {
        SendResult.Accepted accepted = Assert.IsType<SendResult.Accepted>(await Sender.Send(TestMail.Message("2025-26-Q2.request.o0417/E1.1"), Token));
        Assert.NotEmpty(accepted.MessageId);
        MessageSeen seen = Assert.Single(await Seen());
        Assert.Equal("Quarter 2 figures – 4 measures", seen.Subject);
        Assert.Contains("zoe@example.org", seen.To, StringComparison.Ordinal);
        Assert.Contains("quarterly@council.example.org", seen.From, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_comes_before_the_HTML_and_both_arrive_whole()
    {
        OutgoingMail mail = TestMail.Message("a/E1.1");
        await Sender.Send(mail, Token);
        MessageSeen seen = Assert.Single(await Seen());
        Assert.True(seen.Raw.IndexOf("text/plain", StringComparison.Ordinal) < seen.Raw.IndexOf("text/html", StringComparison.Ordinal));
        Assert.Equal(mail.Text.ReplaceLineEndings("\n").TrimEnd(), seen.Text.TrimEnd());
        Assert.Equal(mail.Html.TrimEnd(), seen.Html.TrimEnd());
    }

    [Fact]
    public async Task Headers_and_attachments_arrive()
    {
        byte[] content = [.. Enumerable.Range(0, 300).Select(number => (byte)number)];
        OutgoingMail mail = TestMail.Message("a/E1.1") with
        {
            Headers = [new MailHeader("Auto-Submitted", "auto-generated"), new MailHeader("X-Auto-Response-Suppress", "DR, RN, NRN")],
            Attachments = [new MailAttachment("due-date.ics", "text/calendar; charset=utf-8; method=PUBLISH", content)],
        };
        await Sender.Send(mail, Token);
        MessageSeen seen = Assert.Single(await Seen());
        Assert.Contains("Auto-Submitted: auto-generated", seen.Raw, StringComparison.Ordinal);
        Assert.Contains("X-Auto-Response-Suppress: DR, RN, NRN", seen.Raw, StringComparison.Ordinal);
        Assert.Contains(CalendarType, seen.Raw, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(content, seen.FirstAttachment);
    }

    [Theory]
    [InlineData("Bcc: everyone@example.org\r\nX-Other")]
    [InlineData("two words")]
    public async Task A_header_that_would_add_headers_of_its_own_is_refused(string name)
    {
        OutgoingMail mail = TestMail.Message("a/E1.1") with { Headers = [new MailHeader(name, "x")] };
        Assert.IsType<SendResult.Refused>(await Sender.Send(mail, Token));
        Assert.Empty(await Seen());
    }

    [Fact]
    public async Task A_line_break_in_a_value_or_a_subject_is_refused()
    {
        OutgoingMail mail = TestMail.Message("a/E1.1");
        Assert.IsType<SendResult.Refused>(await Sender.Send(mail with { Subject = "a\r\nBcc: everyone@example.org" }, Token));
        Assert.IsType<SendResult.Refused>(await Sender.Send(mail with { Headers = [new MailHeader("X-A", "a\nBcc: everyone@example.org")] }, Token));
        Assert.IsType<SendResult.Refused>(await Sender.Send(mail with { ToName = "Jo\r\nBcc: everyone@example.org" }, Token));
        Assert.Empty(await Seen());
    }

    protected abstract Task<IReadOnlyList<MessageSeen>> Seen();

    /// <summary>A message as it reached the other side.</summary>
    protected sealed record MessageSeen(string Raw, string From, string To, string Subject, string Text, string Html, byte[]? FirstAttachment);
}
