using QuarterlyCycle.Documents.Emails;

namespace QuarterlyCycle.App.Mail;

/// <summary>Writes e-mails from the records as they are when the e-mail goes.</summary>
public abstract class MailComposer
{
    /// <summary>The e-mail, or null when the record says that nobody needs it any more.</summary>
    public abstract Task<ComposedMail?> Compose(OutboxRow row, CancellationToken cancellation = default);
}

/// <summary>An e-mail and the one person it goes to.</summary>
public sealed record ComposedMail(string ToName, string ToAddress, Email Email, Letterhead Letterhead)
{
    /// <summary>Headers besides those that belong to the kind of e-mail, such as In-Reply-To.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>Files besides the calendar file.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}
