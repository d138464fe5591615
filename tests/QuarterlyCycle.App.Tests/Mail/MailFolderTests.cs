using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Mail;

public sealed class MailFolderTests : MailSenderContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new(TestMail.Monday9Am);
    private readonly MailFolder _mail;

    public MailFolderTests() => _mail = new MailFolder(new FolderFileStore(_folder.At("mail")), _clock);

    protected override IMailSender Sender => _mail;

    [Fact]
    public async Task An_empty_folder_has_no_mail()
    {
        Assert.Empty(await _mail.List());
        Assert.Null(await _mail.Read("a/E1.1"));
    }

    [Fact]
    public async Task The_same_key_sent_twice_is_one_file_with_the_first_content()
    {
        OutgoingMail mail = TestMail.Message("a/E1.1");
        SendResult first = await _mail.Send(mail, Token);
        byte[] written = await File.ReadAllBytesAsync(_folder.At("mail/a/E1.1.eml"), Token);
        _clock.NowUtc = TestMail.Monday9Am.AddHours(1);
        Assert.Equal(first, await _mail.Send(mail with { Subject = "Another" }, Token));
        Assert.Equal(written, await File.ReadAllBytesAsync(_folder.At("mail/a/E1.1.eml"), Token));
        Assert.Single(await _mail.List());
    }

    [Fact]
    public async Task The_same_message_at_the_same_instant_is_the_same_bytes_in_any_folder()
    {
        OutgoingMail mail = TestMail.Message("a/E1.1") with { Attachments = [new MailAttachment("a.txt", "text/plain", [1, 2, 3])] };
        await _mail.Send(mail, Token);
        await new MailFolder(new FolderFileStore(_folder.At("other")), _clock).Send(mail, Token);
        Assert.Equal(await File.ReadAllBytesAsync(_folder.At("mail/a/E1.1.eml"), Token), await File.ReadAllBytesAsync(_folder.At("other/a/E1.1.eml"), Token));
    }

    [Fact]
    public async Task Mail_is_listed_in_the_order_of_sending()
    {
        await _mail.Send(TestMail.Message("b/E1.1"), Token);
        await _mail.Send(TestMail.Message("a/E1.1"), Token);
        _clock.NowUtc = TestMail.Monday9Am.AddMinutes(-1);
        await _mail.Send(TestMail.Message("c/E1.1"), Token);
        Assert.Equal(["c/E1.1", "a/E1.1", "b/E1.1"], (await _mail.List()).Select(mail => mail.Key));
        Assert.Equal(TestMail.Monday9Am.AddMinutes(-1), (await _mail.List())[0].SentUtc);
        Assert.Equal("Zoë Brontë <zoe@example.org>", (await _mail.List())[0].To);
    }

    [Fact]
    public async Task Every_line_of_the_file_is_ASCII_and_short_enough_for_mail()
    {
        OutgoingMail mail = TestMail.Message("a/E1.1") with { Subject = string.Concat(Enumerable.Repeat("Ünïcödé – €42 ", 20)) };
        await _mail.Send(mail, Token);
        byte[] bytes = await File.ReadAllBytesAsync(_folder.At("mail/a/E1.1.eml"), Token);
        Assert.DoesNotContain(bytes, value => value > 127);
        string[] lines = System.Text.Encoding.ASCII.GetString(bytes).Split("\r\n");
        Assert.DoesNotContain(lines, line => line.Length > 100 || line.Contains('\n', StringComparison.Ordinal));
        Assert.Equal(mail.Subject.TrimEnd(), (await _mail.Read("a/E1.1"))!.Summary.Subject.TrimEnd());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_means_that_nothing_was_sent()
    {
        Directory.CreateDirectory(_folder.At("mail/a/E1.1.eml"));
        Assert.IsType<SendResult.NotSent>(await _mail.Send(TestMail.Message("a/E1.1"), Token));
    }

    [Fact]
    public async Task A_key_that_leads_out_of_the_folder_is_refused() => await Assert.ThrowsAsync<ArgumentException>(() => _mail.Read("../secret"));

    public void Dispose() => _folder.Dispose();

    protected override async Task<IReadOnlyList<MessageSeen>> Seen() =>
    [
        .. (await _mail.ReadAll()).Select(mail =>
        {
            FolderMail summary = mail.Summary;
            string raw = File.ReadAllText(_folder.At($"mail/{summary.Key}.eml"));
            return new MessageSeen(raw, summary.From, summary.To, summary.Subject, mail.Text, mail.Html, mail.Attachments is [MailAttachment first, ..] ? first.Content : null);
        }),
    ];
}
