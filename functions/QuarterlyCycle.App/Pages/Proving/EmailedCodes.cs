using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Pages.Proving;

/// <summary>What a code is for.</summary>
/// <param name="Link">The hash of the link: the code works for no other.</param>
/// <param name="Cycle">The cycle of that link.</param>
/// <param name="Person">Who opens it; the code goes to this person's stored address and nowhere else.</param>
/// <param name="About">What the audit record calls it.</param>
public sealed record CodeCase(string Link, string Cycle, Officer Person, string About);

/// <summary>Sends codes by e-mail, three an hour for one link, and tries what is entered. The audit record says what happened, no code.</summary>
public sealed class EmailedCodes(Codes codes, RateLimits limits, Outbox outbox, Audit audit)
{
    private const string Service = "service";

    /// <summary>The newest code of this link and person, or null.</summary>
    public Task<CodeRow?> Newest(CodeCase asked, CancellationToken cancellation = default) =>
        codes.Newest(asked.Person.Number, asked.Link, cancellation);

    /// <summary>Sends a code; where one still works, only if <paramref name="anew"/>. A repeat of the act sends nothing twice.</summary>
    /// <returns>Null when there is a code to be entered, else the instant from which on one may be sent.</returns>
    public async Task<DateTime?> Send(CodeCase asked, string actId, DateTime nowUtc, bool anew, CancellationToken cancellation = default)
    {
        CodeRow? newest = await Newest(asked, cancellation);
        if (newest?.Round != actId)
        {
            if (!anew && newest?.Works(nowUtc) == true)
            {
                return null;
            }

            if (await limits.WhenCodeMayBeSent(asked.Link, cancellation) is { } againUtc)
            {
                return againUtc;
            }

            await codes.Issue(asked.Person.Number, asked.Link, actId, cancellation);
            newest = await Newest(asked, cancellation) ?? throw new InvalidOperationException($"The code for {asked.Person.Number} is gone.");
        }

        // From the row, so that a repeat after a crash posts the same e-mail.
        await outbox.Post(
            new OutboxRow
            {
                Instance = $"code.{asked.Person.Number}",
                Purpose = CodeMail.Purpose,
                Ordinal = ActReference.Of(actId),
                Recipient = asked.Person.Number,
                PostedUtc = newest.IssuedUtc,
                NotBeforeUtc = newest.IssuedUtc,
                NotAfterUtc = newest.ExpiresUtc,
                Subject = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [MailSubjects.Cycle] = asked.Cycle,
                    [MailSubjects.Officer] = asked.Person.Number,
                    [MailSubjects.Link] = asked.Link,
                    [MailSubjects.Act] = actId,
                },
            },
            cancellation);
        await Note(asked, "CodeSent", Service, $"code-sent.{actId}", newest.IssuedUtc, cancellation);
        return null;
    }

    /// <summary>Whether this is the code. A right one works once, for this act.</summary>
    public async Task<bool> Try(CodeCase asked, string entered, string actId, DateTime nowUtc, CancellationToken cancellation = default)
    {
        if (await codes.Try(asked.Person.Number, asked.Link, entered, actId, cancellation) == CodeResult.Right)
        {
            await Note(asked, "CodeWasRight", asked.Person.Number, $"code-right.{actId}", nowUtc, cancellation);
            return true;
        }

        if (await Newest(asked, cancellation) is { TriesAreUsedUp: true, Round: var round })
        {
            await Note(asked, "CodeTriesUsedUp", Service, $"code-used-up.{round}", nowUtc, cancellation);
        }

        return false;
    }

    // Who pressed a button is not known before the code is right: until then the service acts, for the link's person.
    private Task<AuditRow> Note(CodeCase asked, string what, string actor, string actId, DateTime atUtc, CancellationToken cancellation) =>
        audit.Write(
            asked.Cycle,
            new AuditEntry
            {
                ActId = actId,
                AtUtc = atUtc,
                Actor = actor,
                OnBehalfOf = actor == asked.Person.Number ? null : asked.Person.Number,
                Act = what,
                Subject = asked.About,
            },
            cancellation);
}
