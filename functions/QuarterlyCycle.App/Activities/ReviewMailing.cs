using System.Globalization;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

/// <summary>The e-mails of one review.</summary>
internal static class ReviewMailing
{
    public static Mailing Of(ReviewKey review, string purpose, string ordinal, DateTime notAfterUtc, params (string Name, string Value)[] subject)
    {
        Dictionary<string, string> about = subject.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal);
        about[MailSubjects.Officer] = review.Officer;
        about[MailSubjects.Part] = review.Part.ToString(CultureInfo.InvariantCulture);
        return new Mailing
        {
            Cycle = review.Cycle,
            Instance = InstanceIds.Review(review.Cycle, review.Officer, review.Part),
            Purpose = purpose,
            Ordinal = ordinal,
            Officer = review.Officer,
            NotAfterUtc = notAfterUtc,
            Subject = about,
        };
    }
}
