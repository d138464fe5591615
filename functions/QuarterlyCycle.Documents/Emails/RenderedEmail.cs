namespace QuarterlyCycle.Documents.Emails;

/// <summary>An e-mail as it is stored and sent, but for its addresses.</summary>
public sealed record RenderedEmail(
    string Subject,
    string Preheader,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<EmailAttachment> Attachments);

/// <summary>A file that goes with an e-mail; the content is text in UTF-8.</summary>
public sealed record EmailAttachment(string FileName, string ContentType, string Content);
