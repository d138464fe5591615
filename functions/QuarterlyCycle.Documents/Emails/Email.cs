namespace QuarterlyCycle.Documents.Emails;

/// <summary>What an e-mail asks of mail programs that answer by themselves.</summary>
public enum EmailPurpose
{
    /// <summary>A request, question or reminder: out-of-office notices are wanted.</summary>
    Asks,

    /// <summary>A receipt, notice or summary: nothing should answer it.</summary>
    Tells,
}

/// <summary>One e-mail to one person, every fact in it already decided.</summary>
public abstract record Email
{
    /// <summary>The name of the one person it goes to.</summary>
    public required string Recipient { get; init; }

    /// <summary>What, then deadline; up to 60 characters.</summary>
    public abstract string Subject { get; }

    /// <summary>The words that a list of mail shows after the subject.</summary>
    public abstract string Preheader { get; }

    /// <summary>The subject of several of this kind in one e-mail; null where the first one's subject says enough.</summary>
    internal virtual string? SubjectOfSeveral(IReadOnlyList<Email> notices) => null;

    public virtual EmailPurpose Purpose => EmailPurpose.Tells;

    /// <summary>Where optional mail can be stopped; null for mail that is part of a role.</summary>
    public string? StopUrl { get; init; }

    /// <summary>The date that the e-mail sets, as a file for the recipient's calendar.</summary>
    public CalendarDeadline? Deadline { get; init; }

    internal abstract EmailText Write(Letterhead letterhead);
}

/// <summary>The one thing to press and the whole address behind it.</summary>
public sealed record EmailButton(string Label, string Url);

/// <summary>The words of one e-mail, in order.</summary>
internal sealed record EmailText
{
    public required string Opening { get; init; }

    public EmailButton? Button { get; init; }

    public IReadOnlyList<EmailBlock> Blocks { get; init; } = [];

    public string? Next { get; init; }

    /// <summary>Completes "You're getting this because …".</summary>
    public required string Because { get; init; }

    /// <summary>Whether the service signs, because the project manager is the one who reads.</summary>
    public bool ServiceSigns { get; init; }
}

/// <summary>One block of an e-mail's body.</summary>
internal abstract record EmailBlock;

internal sealed record Paragraph(string Text, string? Lead = null) : EmailBlock;

internal sealed record Subheading(string Text) : EmailBlock;

/// <summary>A thing to press in the middle of an e-mail that holds several.</summary>
internal sealed record Press(EmailButton Button) : EmailBlock;

internal sealed record Bullets(IReadOnlyList<string> Entries) : EmailBlock;

internal sealed record Card(string Title, IReadOnlyList<string> Lines) : EmailBlock;

/// <summary>Lines to be kept exactly as they are, such as a form to answer in.</summary>
internal sealed record Form(IReadOnlyList<string> Lines) : EmailBlock;
