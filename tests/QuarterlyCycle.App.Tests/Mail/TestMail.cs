using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Documents.Emails;

namespace QuarterlyCycle.App.Tests.Mail;

/// <summary>Rows and letters for the tests of this folder. 6 October 2025 is a Monday; 8am UTC is 9am in London.</summary>
internal static class TestMail
{
    public static readonly DateTime Monday9Am = new(2025, 10, 6, 8, 0, 0, DateTimeKind.Utc);

    public static readonly MailOptions Options = new() { FromAddress = "quarterly@council.example.org" };

    public static readonly Letterhead Letterhead = new()
    {
        ServiceName = "Quarterly performance",
        Council = "Northtown Council",
        Partnership = "Northtown Partnership",
        ProjectManager = "Pat Manager",
        PrivacyUrl = "https://service.example.org/privacy",
    };

    public static OutboxRow Row(string purpose, string ordinal = "1", string recipient = "o0417") => new()
    {
        Instance = $"2025-26-Q2.request.{recipient}",
        Purpose = purpose,
        Ordinal = ordinal,
        Recipient = recipient,
        PostedUtc = Monday9Am,
        NotBeforeUtc = Monday9Am,
        NotAfterUtc = Monday9Am.AddDays(5),
        Subject = new Dictionary<string, string> { ["cycle"] = "2025-26-Q2" },
    };

    public static string UrlOf(OutboxRow row) => $"https://service.example.org/{row.MailKey}/";

    public static OutgoingMail Message(string key) => new(
        key,
        "Quarterly performance, Northtown Council",
        "quarterly@council.example.org",
        "Zoë Brontë",
        "zoe@example.org",
        "Quarter 2 figures – 4 measures",
        "Dear Zoë\r\n\r\nA line with = and a very long address https://service.example.org/r/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHI in it \r\n.dot\r\n",
        "<p>Dear Zoë &amp; all</p>\n",
        [new MailHeader("Auto-Submitted", "auto-generated")],
        []);
}

/// <summary>Writes an e-mail for each row with the row's key in its link, unless the key is crossed out.</summary>
internal sealed class TestComposer : MailComposer
{
    public HashSet<string> NotNeeded { get; } = [];

    public HashSet<string> Broken { get; } = [];

    public override Task<ComposedMail?> Compose(OutboxRow row, CancellationToken cancellation = default)
    {
        if (Broken.Contains(row.MailKey))
        {
            throw new InvalidOperationException("There is no such record.");
        }

        return Task.FromResult<ComposedMail?>(NotNeeded.Contains(row.MailKey)
            ? null
            : new ComposedMail($"Officer {row.Recipient}", $"{row.Recipient}@example.org", LetterFor(row), TestMail.Letterhead)
            {
                Attachments = [new MailAttachment("note.txt", "text/plain", [1, 2, 3])],
            });
    }

    private static SignInEmail LetterFor(OutboxRow row) => new()
    {
        Recipient = $"Officer {row.Recipient}",
        UntilUtc = TestMail.Monday9Am.AddMinutes(30),
        Url = TestMail.UrlOf(row),
    };
}

/// <summary>A sender that answers what it is told to, and may die before or after it has sent.</summary>
internal sealed class TestSender(IMailSender inner, Fuse? fuse = null) : IMailSender
{
    public bool RepeatsAreSafe { get; init; } = inner.RepeatsAreSafe;

    public Queue<SendResult> Answers { get; } = new();

    public List<OutgoingMail> Sent { get; } = [];

    public async Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        fuse?.Step();
        if (Answers.TryDequeue(out SendResult? answer))
        {
            return answer;
        }

        SendResult result = await inner.Send(mail, cancellation);
        Sent.Add(mail);
        fuse?.Step();
        return result;
    }
}
