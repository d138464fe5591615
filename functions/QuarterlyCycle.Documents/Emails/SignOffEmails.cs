namespace QuarterlyCycle.Documents.Emails;

/// <summary>Asks a chair to sign off one exact version.</summary>
public sealed record SignOffRequestEmail : PackEmail
{
    public required DateTime DueUtc { get; init; }

    /// <summary>What differs from the papers, each a sentence without values.</summary>
    public IReadOnlyList<string> ChangesSincePapers { get; init; } = [];

    public required int Provisional { get; init; }

    public required int QuestionsOpen { get; init; }

    public required int NotSupplied { get; init; }

    /// <summary>The chair for whom a vice-chair is asked, else null.</summary>
    public string? AskedFor { get; init; }

    /// <summary>The version that the recipient sent back, if this one follows it.</summary>
    public int? SentBackVersion { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.FirstThatFits($"Sign off the {BodyName} report by {EmailWords.ShortDay(DueUtc)}", $"Sign off {BodyName} by {EmailWords.ShortDay(DueUtc)}", SubjectLine.Fit("Sign off ", BodyName, $" by {EmailWords.ShortDay(DueUtc)}"));

    public override string Preheader => "It takes about 5 minutes to read.";

    internal override EmailText Write(Letterhead letterhead)
    {
        List<EmailBlock> blocks = [];
        if (AskedFor is { } chair)
        {
            blocks.Add(new Paragraph($"We ask you because {chair} has not been able to sign. Your signature is recorded as for {chair}."));
        }

        if (SentBackVersion is { } sentBack)
        {
            blocks.Add(new Paragraph($"You sent back version {EmailWords.Number(sentBack)}. {EmailWords.Capitalised(VersionWords)} takes its place."));
        }

        blocks.Add(new Card($"In {VersionWords}",
        [
            $"Figures and milestones not supplied: {EmailWords.Number(NotSupplied)}",
            $"Provisional figures: {EmailWords.Number(Provisional)}",
            $"Questions open: {EmailWords.Number(QuestionsOpen)}",
        ]));
        if (ChangesSincePapers.Count > 0)
        {
            blocks.Add(new Paragraph("Changed since the papers:"));
            blocks.Add(new Bullets(ChangesSincePapers));
        }

        return new EmailText
        {
            Opening = $"The {EmailWords.Name(Quarter)} report for {BodyName}, {VersionWords}, is ready for sign-off by {EmailWords.Instant(DueUtc)}; it takes about 5 minutes to read.",
            Button = new EmailButton("Read and sign off", Url),
            Blocks = blocks,
            Next = $"your signature holds for {VersionWords} only. If anything changes we ask again. You can also send it back.",
            Because = Because.Chairs(BodyName, letterhead),
        };
    }
}

/// <summary>Reminds a chair the day before sign-off is due.</summary>
public sealed record SignOffReminderEmail : PackEmail
{
    public required DateTime DueUtc { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.Fit($"Sign-off due {EmailWords.ShortDay(DueUtc)}: ", BodyName, " report");

    public override string Preheader => "The board papers wait for it.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"Sign off the report for {BodyName}, {VersionWords}, by {EmailWords.Instant(DueUtc)}: the board papers wait for it.",
        Button = new EmailButton("Read and sign off", Url),
        Next = "if it is not signed by then we ask the vice-chair. A report that nobody signs goes to the board marked as not signed.",
        Because = Because.Chairs(BodyName, letterhead),
    };
}

/// <summary>The receipt for a signature.</summary>
public sealed record SignOffReceiptEmail : PackEmail
{
    public required DateTime SignedAtUtc { get; init; }

    public required string Reference { get; init; }

    /// <summary>The chair for whom a vice-chair signed, else null.</summary>
    public string? SignedFor { get; init; }

    /// <summary>Each file signed, with its SHA-256.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public override string Subject => SubjectLine.FirstThatFits($"You signed off the {BodyName} report, {VersionWords}", $"You signed off {BodyName}, {VersionWords}", SubjectLine.Fit("You signed off ", BodyName, $", {VersionWords}"));

    public override string Preheader => "If anything changes we will ask again.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"You signed {VersionWords} at {EmailWords.Instant(SignedAtUtc)}{(SignedFor is { } chair ? $", for {chair}" : "")}.",
        Button = new EmailButton("See it", Url),
        Blocks = [new Card("What you signed", [$"Reference: {Reference}", $"Report: {BodyName}, {EmailWords.Name(Quarter)}, {VersionWords}", .. Files])],
        Next = "the report goes into the board pack. If anything changes we will ask again.",
        Because = Because.Chairs(BodyName, letterhead),
    };
}

/// <summary>Asks a chair again, because the report changed after the signature.</summary>
public sealed record ChangedAfterSignOffEmail : PackEmail
{
    /// <summary>What changed, each a sentence without values.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    public required DateTime DueUtc { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.FirstThatFits($"The {BodyName} report changed after you signed", $"Changed after you signed: {BodyName}");

    public override string Preheader => $"We need your sign-off again by {EmailWords.Day(DueUtc)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = Changes.Count == 1
            ? $"{EmailWords.Sentence(Changes[0])} So we need your sign-off again."
            : $"{EmailWords.Count(Changes.Count, "thing")} changed, so we need your sign-off again.",
        Button = new EmailButton("See the change", Url),
        Blocks = Changes.Count > 1 ? [new Bullets(Changes)] : [],
        Next = $"sign {VersionWords} by {EmailWords.Instant(DueUtc)}. Your earlier signature stays on the version you signed.",
        Because = Because.Chairs(BodyName, letterhead),
    };
}

/// <summary>Tells the project manager that a chair has sent a report back.</summary>
public sealed record SentBackByChairEmail : PackEmail
{
    public required string Chair { get; init; }

    /// <summary>The paragraph that needs changing, such as "3.2"; null for the whole report.</summary>
    public string? ParagraphNumber { get; init; }

    public required string Comment { get; init; }

    public required DateTime DueUtc { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.FirstThatFits($"{Chair} has sent back the {BodyName} report", $"Sent back by the chair: the {BodyName} report", $"Sent back by the chair: {BodyName}");

    public override string Preheader => "A new version is needed.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = ParagraphNumber is { } number ? $"Paragraph {number} of the report for {BodyName} needs changing." : $"The report for {BodyName} needs changing.",
        Button = new EmailButton("See the comment", Url),
        Blocks = [new Card($"{Chair} writes", [Comment])],
        Next = $"change it and issue a new version; we then ask {Chair} again. Sign-off is due by {EmailWords.Instant(DueUtc)}.",
        Because = Because.RunsTheQuarter(letterhead),
        ServiceSigns = true,
    };
}
