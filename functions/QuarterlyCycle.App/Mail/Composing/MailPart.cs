using QuarterlyCycle.Documents.Emails;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>Writes the e-mails of some purposes from the records as they are now.</summary>
public abstract class MailPart
{
    /// <summary>The numbers of the e-mails that it writes.</summary>
    public abstract IReadOnlyList<string> Purposes { get; }

    /// <summary>The e-mail, or null when the records say that nobody needs it any more.</summary>
    public abstract Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation);
}
