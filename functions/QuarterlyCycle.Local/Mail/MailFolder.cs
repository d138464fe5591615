using System.Globalization;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.Local.Storage;

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

/// <summary>Puts each message into a folder as a file, for demonstrations, rehearsals and tests. The file is named by the message's key, so a repeat writes nothing new.</summary>
public sealed class MailFolder(string folder, TimeProvider clock, bool durable = true) : IMailSender
{
    private const string Ending = ".eml";

    /// <inheritdoc />
    public bool RepeatsAreSafe => true;

    /// <inheritdoc />
    public Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        if (mail.WhyRefused() is { } why)
        {
            return Task.FromResult<SendResult>(new SendResult.Refused(why));
        }

        string path = PathOf(mail.Key);
        try
        {
            if (!File.Exists(path))
            {
                WholeFile.Write(path, MimeWriter.Write(mail, clock.GetUtcNow().UtcDateTime), durable);
            }

            return Task.FromResult<SendResult>(new SendResult.Accepted(MimeWriter.MessageId(mail)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<SendResult>(new SendResult.NotSent(failure.Message, TimeSpan.FromMinutes(1)));
        }
    }

    /// <summary>Every message, in the order in which they were sent.</summary>
    public IReadOnlyList<FolderMail> List()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(folder, "*" + Ending, SearchOption.AllDirectories)
                .Where(path => !WholeFile.IsUnfinished(path))
                .AsParallel()
                .Select(path => Summary(KeyOf(path), MimeReader.Read(File.ReadAllBytes(path))))
                .OrderBy(mail => mail.SentUtc)
                .ThenBy(mail => mail.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The message with this key, or null.</summary>
    public OpenedMail? Read(string key)
    {
        string path = PathOf(key);
        if (!File.Exists(path))
        {
            return null;
        }

        MimePart message = MimeReader.Read(File.ReadAllBytes(path));
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

    private string PathOf(string key)
    {
        FileNames.Check(key);
        return Path.Combine(Path.GetFullPath(folder), key + Ending);
    }

    private string KeyOf(string path) =>
        Path.GetRelativePath(folder, path)[..^Ending.Length].Replace(Path.DirectorySeparatorChar, '/');
}
