using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Pages.Arriving;

/// <summary>Sends links to sign in: three an hour for one address, known or not, and only to the stored address.</summary>
public sealed class SignInLinks(QuarterRecords records, RateLimits limits, Links links, Outbox outbox)
{
    /// <summary>Sends a link where the address belongs to somebody with a role, and says nothing about whether it does.</summary>
    public async Task Send(string email, string actId, DateTime nowUtc, CancellationToken cancellation = default)
    {
        if (!await limits.MaySendLink(email, cancellation) || await records.People.ByEmail(email, cancellation) is not { InPlan: true, Roles.Count: > 0 } person)
        {
            return;
        }

        string instance = $"sign-in.{person.Number}";
        OutboxRow row = new()
        {
            Instance = instance,
            Purpose = SignInMail.Purpose,
            Ordinal = ActReference.Of(actId),
            Recipient = person.Number,
            PostedUtc = nowUtc,
            NotBeforeUtc = nowUtc,
            NotAfterUtc = nowUtc + SignInMail.Lasts,
            Subject = new Dictionary<string, string>(StringComparer.Ordinal) { [MailSubjects.Officer] = person.Number, [MailSubjects.Act] = actId },
        };
        foreach (OutboxRow older in (await outbox.List(instance, cancellation)).Where(older => older.Key != row.Key))
        {
            await links.Replace(SignInMail.LinkOf(older), "There is a newer link.", cancellation);
        }

        await outbox.Post(row, cancellation);
    }
}
