namespace QuarterlyCycle.Documents.Emails;

/// <summary>Writes an e-mail as text and HTML with the same words.</summary>
public static class EmailRenderer
{
    public static RenderedEmail Render(Email email, Letterhead letterhead)
    {
        EmailText text = email.Write(letterhead);
        string subject = SubjectLine.Fit("", OneLine(email.Subject, "subject"));
        return new RenderedEmail(
            subject,
            email.Preheader,
            EmailTextWriter.Write(email, text, letterhead),
            EmailHtmlWriter.Write(email, subject, text, letterhead),
            HeadersOf(email),
            email.Deadline is { } deadline ? [CalendarFile.Attachment(deadline)] : []);
    }

    private static SortedDictionary<string, string> HeadersOf(Email email)
    {
        SortedDictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Language"] = "en-GB",
        };
        if (email.Purpose == EmailPurpose.Asks)
        {
            // OOF is left out, so that out-of-office notices still come; Auto-Submitted would stop them as well (RFC 3834).
            headers["X-Auto-Response-Suppress"] = "DR, RN, NRN";
        }
        else
        {
            headers["X-Auto-Response-Suppress"] = "All";
            headers["Auto-Submitted"] = "auto-generated";
        }

        if (email.StopUrl is { } stopUrl)
        {
            headers["List-Unsubscribe"] = $"<{OneLine(stopUrl, "List-Unsubscribe")}>";
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        return headers;
    }

    // A line break in a header would let a name from a plan add headers of its own.
    private static string OneLine(string value, string header) =>
        value.Any(char.IsControl)
            ? throw new ArgumentException($"The {header} of an e-mail holds a line break or another control character, and is refused.", nameof(value))
            : value;
}
