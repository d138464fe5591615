using QuarterlyCycle.App.Access;
using QuarterlyCycle.Documents.Emails;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>E71, the code for a link. Only the newest is sent: an older one that was held up opens nothing any more.</summary>
public sealed class CodeMail(Codes codes) : MailPart
{
    public const string Purpose = "E71";

    public override IReadOnlyList<string> Purposes => [Purpose];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation) =>
        await codes.Read(row.Recipient, row.About(MailSubjects.Link), row.About(MailSubjects.Act), cancellation) is var (code, left)
            ? new CodeEmail { Recipient = scene.Recipient.Name, Code = code, Minutes = Math.Max(1, (int)left.TotalMinutes) }
            : null;
}
