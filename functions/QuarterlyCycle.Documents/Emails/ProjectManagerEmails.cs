using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>Takes the head of the audit trail out of the service, so that cutting off its newest rows shows.</summary>
public sealed record AuditHeadEmail : Email
{
    public required long Entry { get; init; }

    public required string Hash { get; init; }

    public required DateTime AtUtc { get; init; }

    public required string Url { get; init; }

    public override string Subject => $"Audit record: entry {Entry.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public override string Preheader => "Keep this email.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = "Keep this email: it proves the record up to today.",
        Button = new EmailButton("Verify", Url),
        Blocks =
        [
            new Card("The newest entry",
            [
                $"Number: {Entry.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                $"Read at: {EmailWords.Instant(AtUtc)}",
                $"Hash: {Hash}",
            ]),
        ],
        Next = "nothing, unless the record and this email ever disagree.",
        Because = Because.RunsTheQuarter(letterhead),
        ServiceSigns = true,
    };
}

/// <summary>The project manager's morning summary, sent when something changed.</summary>
public sealed record DailySummaryEmail : Email
{
    public required Quarter Quarter { get; init; }

    /// <summary>How many people have sent all their figures.</summary>
    public required int PeopleDone { get; init; }

    public required int People { get; init; }

    public required int FiguresOwed { get; init; }

    /// <summary>What needs the project manager, each a sentence.</summary>
    public IReadOnlyList<string> NeedsYou { get; init; } = [];

    /// <summary>What happened since the last summary, each a sentence.</summary>
    public IReadOnlyList<string> Since { get; init; } = [];

    public required string Url { get; init; }

    public override string Subject => $"{EmailWords.Title(Quarter)}: {EmailWords.Number(PeopleDone)} of {EmailWords.Number(People)} people have sent";

    public override string Preheader => NeedsYou.Count == 0 ? "Nothing needs you." : $"{Things} you.";

    private string Things => NeedsYou.Count == 1 ? "1 thing needs" : $"{EmailWords.Number(NeedsYou.Count)} things need";

    internal override EmailText Write(Letterhead letterhead)
    {
        List<EmailBlock> blocks = [];
        if (NeedsYou.Count > 0)
        {
            blocks.Add(new Paragraph("What needs you:"));
            blocks.Add(new Bullets(NeedsYou));
        }

        if (Since.Count > 0)
        {
            blocks.Add(new Paragraph("Since the last summary:"));
            blocks.Add(new Bullets(Since));
        }

        return new EmailText
        {
            Opening = $"{EmailWords.Number(PeopleDone)} of {EmailWords.Number(People)} people have sent everything; {EmailWords.Count(FiguresOwed, "figure")} {EmailWords.Are(FiguresOwed)} still to come. {(NeedsYou.Count == 0 ? "Nothing needs" : Things)} you.",
            Button = new EmailButton($"Open {EmailWords.Name(Quarter)}", Url),
            Blocks = blocks,
            Because = Because.RunsTheQuarter(letterhead),
            ServiceSigns = true,
        };
    }
}

/// <summary>Tells the project manager that an address does not exist.</summary>
public sealed record UndeliveredEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string Officer { get; init; }

    /// <summary>The address that failed.</summary>
    public required string FailedAddress { get; init; }

    /// <summary>What the e-mail was, such as "the data request".</summary>
    public required string What { get; init; }

    /// <summary>What their system said, or our words for it.</summary>
    public required string Reason { get; init; }

    public required DateTime SentAtUtc { get; init; }

    public required string Url { get; init; }

    public override string Subject => SubjectLine.Fit("An email to ", Officer, " did not arrive");

    public override string Preheader => "We have stopped sending to that address.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{EmailWords.Sentence(Reason)} {Officer} has not seen {What} for {EmailWords.Name(Quarter)}.",
        Button = new EmailButton("Fix the address", Url),
        Blocks = [new Card("The email", [$"To: {FailedAddress}", $"Sent: {EmailWords.Instant(SentAtUtc)}", $"Result: {Reason}"])],
        Next = "we send nothing more to that address until you correct it or choose someone else.",
        Because = Because.RunsTheQuarter(letterhead),
        ServiceSigns = true,
    };
}

/// <summary>Tells the project manager, a working day before, that answers are about to stop.</summary>
public sealed record ClosingNoticeEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required DateTime AnswersStopUtc { get; init; }

    public required int In { get; init; }

    public required int Asked { get; init; }

    /// <summary>The figures still to come, each with who supplies it.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => $"Data collection closes {EmailWords.Day(AnswersStopUtc)}, {EmailWords.Number(Missing.Count)} missing";

    public override string Preheader => $"{EmailWords.Number(In)} of {EmailWords.Number(Asked)} figures are in.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"If you do nothing, review starts with {EmailWords.Number(In)} of {EmailWords.Number(Asked)} {EmailWords.Name(Quarter)} figures.",
        Button = new EmailButton("Choose", Url),
        Blocks = Missing.Count == 0
            ? [new Paragraph("Every figure is in.")]
            : [new Paragraph("Still to come:"), new Bullets(Missing)],
        Next = $"answers stop at {EmailWords.Instant(AnswersStopUtc)}. What is missing then prints as \"Figure not supplied\".",
        Because = Because.RunsTheQuarter(letterhead),
        ServiceSigns = true,
    };
}

/// <summary>Tells the project manager that e-mails could not be sent.</summary>
public sealed record SendingFaultEmail : Email
{
    public required int Emails { get; init; }

    /// <summary>What was wrong, in plain words.</summary>
    public required string Reason { get; init; }

    public required DateTime TryingUntilUtc { get; init; }

    /// <summary>The e-mails concerned, each as whom it is for and what it is.</summary>
    public IReadOnlyList<string> Which { get; init; } = [];

    public required string Url { get; init; }

    public override string Subject => $"We could not send {EmailWords.Count(Emails, "email")}";

    public override string Preheader => "Nothing is lost.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"We keep trying until {EmailWords.Instant(TryingUntilUtc)}. Nothing is lost.",
        Button = new EmailButton("Details", Url),
        Blocks = Which.Count == 0 ? [new Paragraph(EmailWords.Sentence(Reason))] : [new Paragraph(EmailWords.Sentence(Reason)), new Bullets(Which)],
        Next = "emails whose deadline passes meanwhile are dropped and listed for you.",
        Because = Because.RunsTheQuarter(letterhead),
        ServiceSigns = true,
    };
}
