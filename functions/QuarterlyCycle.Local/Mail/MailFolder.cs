using System.Globalization;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Mail;

namespace QuarterlyCycle.Local.Mail;

/// <summary>A message in the folder, as a list shows it.</summary>
public sealed record FolderMail(string Key, DateTime SentUtc, string From, string To, string Subject);

/// <summary>A message in the folder, opened.</summary>
public sealed record OpenedMail(
    FolderMail Summary,
    string Text,
    string Html,
    IReadOnlyList<MailHeader> Headers,
    IReadOnlyList<MailAttachment> Attachments);

/// <summary>Puts each message into a folder of its own as a file, for demonstrations, rehearsals and tests. The file is named by the message's key, so a repeat writes nothing new.</summary>
public sealed class MailFolder(IFileStore folder, TimeProvider clock) : IMailSender
{
    private const string Ending = ".eml";

    /// <inheritdoc />
    public bool RepeatsAreSafe => true;

    /// <inheritdoc />
    public async Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        if (mail.WhyRefused() is { } why)
        {
            return new SendResult.Refused(why);
        }

        string file = mail.Key + Ending;
        try
        {
            if (await folder.Read(file, cancellation) is null)
            {
                await folder.Write(file, MimeWriter.Write(mail, clock.GetUtcNow().UtcDateTime), cancellation);
            }

            return new SendResult.Accepted(MimeWriter.MessageId(mail));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new SendResult.NotSent(failure.Message, TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Every message as a list shows it, in the order in which they were sent.</summary>
    public async Task<IReadOnlyList<FolderMail>> List() => [.. (await ReadAll()).Select(mail => mail.Summary)];

    /// <summary>Every message, in the order in which they were sent.</summary>
    public async Task<IReadOnlyList<OpenedMail>> ReadAll()
    {
        List<(string Key, byte[] Message)> messages = [];
        foreach (string file in (await folder.List("")).Where(file => file.EndsWith(Ending, StringComparison.Ordinal)))
        {
            if (await folder.Read(file) is { } message)
            {
                messages.Add((file[..^Ending.Length], message));
            }
        }

        return
        [
            .. messages.AsParallel()
                .Select(each => Opened(each.Key, each.Message))
                .OrderBy(mail => mail.Summary.SentUtc)
                .ThenBy(mail => mail.Summary.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The message with this key, or null.</summary>
    public async Task<OpenedMail?> Read(string key) => await folder.Read(key + Ending) is { } message ? Opened(key, message) : null;

    private static OpenedMail Opened(string key, byte[] written)
    {
        MimePart message = MimeReader.Read(written);
        IReadOnlyList<MimePart> parts = message.MediaType == "MULTIPART/MIXED" ? message.Parts : [message];
        return new OpenedMail(
            Summary(key, message),
            parts[0].Parts[0].Text,
            parts[0].Parts[1].Text,
            [.. message.Headers.Select(header => new MailHeader(header.Key, header.Value))],
            [.. parts.Skip(1).Select(Attachment)]);
    }

    private static MailAttachment Attachment(MimePart part)
    {
        string disposition = part.Header("Content-Disposition");
        string name = disposition[(disposition.IndexOf('"', StringComparison.Ordinal) + 1)..].TrimEnd('"');
        return new MailAttachment(name, part.Header("Content-Type"), part.Content);
    }

    private static FolderMail Summary(string key, MimePart message)
    {
        DateTime sentUtc = DateTime.ParseExact(
            message.Header("Date"),
            "ddd, dd MMM yyyy HH:mm:ss '+0000'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return new FolderMail(key, sentUtc, message.Header("From"), message.Header("To"), message.Header("Subject"));
    }
}
