using QuarterlyCycle.Documents.Emails;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>Writes every e-mail of the quarter: each purpose belongs to one part.</summary>
public sealed class QuarterComposer(IEnumerable<MailPart> parts, MailScenes scenes, SignInMail signIn) : MailComposer
{
    private readonly Dictionary<string, MailPart> _parts = parts
        .SelectMany(part => part.Purposes.Select(purpose => (purpose, part)))
        .ToDictionary(each => each.purpose, each => each.part, StringComparer.Ordinal);

    /// <inheritdoc />
    public override async Task<ComposedMail?> Compose(OutboxRow row, CancellationToken cancellation = default)
    {
        if (row.Purpose == SignInMail.Purpose)
        {
            return await signIn.Write(row, cancellation);
        }

        MailPart part = _parts.GetValueOrDefault(row.Purpose) ?? throw new InvalidOperationException($"Nobody writes the e-mail {row.Purpose} of {row.MailKey}.");
        MailScene scene = await scenes.Of(row, cancellation);
        return await part.Write(row, scene, cancellation) is { } email
            ? new ComposedMail(scene.Recipient.Name, scene.Recipient.Email, email, scene.Letterhead)
            : null;
    }
}
