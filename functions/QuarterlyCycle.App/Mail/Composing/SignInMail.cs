using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>E70, the link to sign in. It belongs to no cycle: somebody must be able to sign in before the first one.</summary>
public sealed class SignInMail(QuarterRecords records, PlanLibrary plans, MailScenes scenes, Links links, ServiceOptions service)
{
    public const string Purpose = "E70";

    /// <summary>How long the link works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public async Task<ComposedMail> Write(OutboxRow row, CancellationToken cancellation)
    {
        Officer recipient = await records.People.Of(row.Recipient, cancellation);
        LinkBrief link = LinkOf(row);
        string token = await links.Issue(link, cancellation);
        SignInEmail email = new() { Recipient = recipient.Name, UntilUtc = link.ExpiresUtc, Url = service.At($"/sign-in/{token}").ToString() };
        Domain.Plans.Plan plan = await plans.Current(cancellation) ?? throw new InvalidOperationException($"{recipient.Number} is known, but there is no plan.");
        return new ComposedMail(recipient.Name, recipient.Email, email, await scenes.LetterheadOf(plan, cancellation));
    }

    /// <summary>The link that the e-mail of this row carries.</summary>
    public static LinkBrief LinkOf(OutboxRow row) => new()
    {
        Kind = LinkKind.SignIn,
        Officer = row.Recipient,
        Round = row.About(MailSubjects.Act),
        ExpiresUtc = row.PostedUtc + Lasts,
    };
}
