namespace QuarterlyCycle.Documents.Emails;

/// <summary>The receipt for a correction.</summary>
public sealed record CorrectionRecordedEmail : MeasureEmail
{
    public required DateTime ChangedAtUtc { get; init; }

    /// <summary>The correction as stored, with the old value.</summary>
    public required StoredAnswer Answer { get; init; }

    public required string Why { get; init; }

    /// <summary>What the correction affects, in words.</summary>
    public required string Effect { get; init; }

    public required DateTime CorrectionsStopUtc { get; init; }

    public override string Subject => SubjectLine.Fit("We've recorded your correction to ", Code);

    public override string Preheader => "A copy of what we recorded.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"You changed {Code} at {EmailWords.Instant(ChangedAtUtc)}. Here is what we recorded.",
        Blocks = [ReceiptEmail.AnswerCard(Answer), new Paragraph($"Why it changed: {EmailWords.Sentence(Why)}"), new Paragraph(EmailWords.Sentence(Effect))],
        Next = $"you can correct it again until {EmailWords.Instant(CorrectionsStopUtc)}.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>Tells the officer what a correction after issue does.</summary>
public sealed record CorrectionAfterIssueEmail : MeasureEmail
{
    public required string Url { get; init; }

    public override string Subject => SubjectLine.Fit("", Code, ": correction after the report");

    public override string Preheader => "The issued report stays as it is.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"The issued report stays; the new figure for {Code} is marked [r] next quarter.",
        Button = new EmailButton("Tell the project manager", Url),
        Blocks = [About, new Paragraph($"If the old figure changes what was decided, tell {letterhead.ManagerInSentence}, who can issue the report again.")],
        Next = $"{letterhead.ManagerInSentence} decides whether to issue the report again.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>Tells the lead officer that a figure changed after it was agreed.</summary>
public sealed record ChangedAfterAgreementEmail : MeasureEmail
{
    public required string Officer { get; init; }

    public required string Why { get; init; }

    /// <summary>The value as it was and is; both null where an e-mail must not show them.</summary>
    public string? OldValue { get; init; }

    public string? NewValue { get; init; }

    public required DateTime ReviewByUtc { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.Fit("", Code, " changed after you agreed it");

    public override string Preheader => "Your agreement no longer stands.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"Your agreement to {Code} no longer stands, because {Officer} changed the figure.",
        Button = new EmailButton("Agree or ask", Url),
        Blocks = [About, new Card("What changed", Lines())],
        Next = $"agree the new figure or ask about it by {EmailWords.Instant(ReviewByUtc)}.",
        Because = Because.Reviews(letterhead),
    };

    private List<string> Lines() => OldValue is { } old && NewValue is { } now
        ? [$"Was: {old}", $"Is now: {now}", $"Why: {Why}"]
        : ["The values are on the page only.", $"Why: {Why}"];
}

/// <summary>Asks the project manager to decide on a correction to an issued report.</summary>
public sealed record LateCorrectionEmail : MeasureEmail
{
    public required string Officer { get; init; }

    public required string Why { get; init; }

    /// <summary>The reports in which the old figure stands.</summary>
    public required IReadOnlyList<string> IssuedIn { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.Fit("", Officer, $" wants to change {Code} after issue");

    public override string Preheader => "The figure is in an issued report.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{Officer} wants to change {Code}. The figure is in an issued report.",
        Button = new EmailButton("Decide", Url),
        Blocks = [About, new Paragraph($"Why: {EmailWords.Sentence(Why)}"), new Paragraph("The old figure stands in:"), new Bullets(IssuedIn)],
        Next = "the issued report stays until you issue it again. The new figure is marked [r] next quarter.",
        Because = Because.RunsTheQuarter(letterhead),
        ServiceSigns = true,
    };
}
