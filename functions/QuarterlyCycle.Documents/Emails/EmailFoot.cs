namespace QuarterlyCycle.Documents.Emails;

internal sealed record EmailFootLine(string Text, string? Url = null);

/// <summary>Who sends an e-mail, why somebody gets it, and where to read about privacy.</summary>
internal static class EmailFoot
{
    public static IEnumerable<string> Sender(EmailText text, Letterhead letterhead)
    {
        if (text.ServiceSigns)
        {
            yield return letterhead.ServiceName;
            yield break;
        }

        // Where a plan names only the post, the post is the name.
        yield return letterhead.IsKnownByPost ? letterhead.ProjectManagerPost : $"{letterhead.ProjectManager}, {letterhead.ProjectManagerPost}";
        if (letterhead.Telephone is { Length: > 0 } telephone)
        {
            yield return telephone;
        }
    }

    public static IEnumerable<EmailFootLine> Lines(Email email, EmailText text, Letterhead letterhead)
    {
        yield return new EmailFootLine($"You're getting this because {text.Because}.");
        yield return new EmailFootLine(letterhead.Address is { Length: > 0 } address ? $"{letterhead.FromName}, {address}" : letterhead.FromName);
        yield return new EmailFootLine("Privacy:", letterhead.PrivacyUrl);
        foreach (Email notice in Parts(email).Where(notice => notice.StopUrl is not null))
        {
            yield return new EmailFootLine(email is GroupedEmail ? $"To stop emails like \"{notice.Subject}\":" : "To stop this email:", notice.StopUrl);
        }

        if (Parts(email).Any(notice => notice.Deadline is not null))
        {
            yield return new EmailFootLine($"Attached: {CalendarFile.FileName}");
        }
    }

    private static IReadOnlyList<Email> Parts(Email email) => email is GroupedEmail grouped ? grouped.Notices : [email];
}
