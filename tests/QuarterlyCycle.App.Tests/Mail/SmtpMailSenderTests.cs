using System.Text;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.Local.Mail;
using Xunit;

namespace QuarterlyCycle.App.Tests.Mail;

public sealed class SmtpMailSenderTests : MailSenderContract, IDisposable
{
    private readonly TestMailServer _server = new();

    protected override IMailSender Sender => To(_server.Port);

    [Fact]
    public void Sending_twice_is_not_safe() => Assert.False(Sender.RepeatsAreSafe);

    [Fact]
    public async Task A_server_that_is_not_there_means_that_nothing_was_sent()
    {
        int port = _server.Port;
        _server.Stop();
        Assert.IsType<SendResult.NotSent>(await To(port).Send(TestMail.Message("a/E1.1"), Token));
    }

    [Theory]
    [InlineData("MAIL", "451 try later")]
    [InlineData("MAIL", "421 closing")]
    [InlineData("RCPT", "450 mailbox busy")]
    [InlineData("DATA", "452 disk full")]
    [InlineData(".", "451 try later")]
    [InlineData("MAIL", "530 authentication required")]
    public async Task A_server_that_says_later_means_that_nothing_was_sent(string command, string answer)
    {
        _server.Answers[command] = answer;
        Assert.IsType<SendResult.NotSent>(await Sender.Send(TestMail.Message("a/E1.1"), Token));
    }

    [Theory]
    [InlineData("RCPT", "550 no such mailbox")]
    [InlineData("RCPT", "553 name not allowed")]
    [InlineData("RCPT", "551 user not local")]
    [InlineData(".", "554 refused")]
    [InlineData(".", "552 too large")]
    public async Task A_server_that_says_never_refuses_it(string command, string answer)
    {
        _server.Answers[command] = answer;
        Assert.IsType<SendResult.Refused>(await Sender.Send(TestMail.Message("a/E1.1"), Token));
    }

    [Fact]
    public async Task A_server_that_hangs_up_after_the_message_leaves_it_unknown()
    {
        _server.Answers["."] = null;
        Assert.IsType<SendResult.Unknown>(await Sender.Send(TestMail.Message("a/E1.1"), Token));
        Assert.Single(_server.Messages);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_leaves_it_unknown()
    {
        _server.Answers["."] = "silent";
        Assert.IsType<SendResult.Unknown>(await To(_server.Port, timeoutSeconds: 1).Send(TestMail.Message("a/E1.1"), Token));
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused() =>
        Assert.IsType<SendResult.Refused>(await Sender.Send(TestMail.Message("a/E1.1") with { ToAddress = "nobody" }, Token));

    [Fact]
    public async Task The_message_carries_the_id_that_is_recorded()
    {
        SendResult.Accepted accepted = Assert.IsType<SendResult.Accepted>(await Sender.Send(TestMail.Message("a/E1.1"), Token));
        Assert.Equal("<a_E1.1@council.example.org>", accepted.MessageId);
        Assert.Contains("Message-ID: <a_E1.1@council.example.org>", _server.Messages[0], StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _server.Dispose();

    protected override Task<IReadOnlyList<MessageSeen>> Seen() => Task.FromResult<IReadOnlyList<MessageSeen>>(
    [
        .. _server.Messages.Select(raw =>
        {
            MimePart message = MimeReader.Read(Encoding.Latin1.GetBytes(raw));
            IReadOnlyList<MimePart> parts = message.MediaType == "MULTIPART/MIXED" ? message.Parts : [message];
            IReadOnlyList<MimePart> alternatives = parts[0].Parts;
            return new MessageSeen(
                raw,
                message.Header("From"),
                message.Header("To"),
                message.Header("Subject"),
                alternatives[0].Text.ReplaceLineEndings("\n"),
                alternatives[1].Text,
                parts is [_, MimePart attachment, ..] ? attachment.Content : null);
        }),
    ]);

    private static SmtpMailSender To(int port, int timeoutSeconds = 20) =>
        new(new SmtpOptions { Host = "127.0.0.1", Port = port, UseTls = false, TimeoutSeconds = timeoutSeconds });
}
