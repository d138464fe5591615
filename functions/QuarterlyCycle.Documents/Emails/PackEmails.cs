using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>An e-mail about the report of one group or board.</summary>
public abstract record PackEmail : Email
{
    public required Quarter Quarter { get; init; }

    /// <summary>The group or board as it is called in a sentence, such as "Stay Safe".</summary>
    public required string BodyName { get; init; }

    public required int Version { get; init; }

    public required string Url { get; init; }

    internal string VersionWords => $"version {EmailWords.Number(Version)}";
}

/// <summary>Tells the project manager that a draft waits to be checked.</summary>
public sealed record DraftReadyEmail : PackEmail
{
    /// <summary>What must be fixed before issue, each with its place.</summary>
    public IReadOnlyList<string> MustFix { get; init; } = [];

    /// <summary>What should be looked at, each with its place.</summary>
    public IReadOnlyList<string> ShouldCheck { get; init; } = [];

    public required DateTime IssueByUtc { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.FirstThatFits($"{BodyName} report is ready to check", $"Ready to check: {BodyName}");

    public override string Preheader => $"Issue it by {EmailWords.Day(IssueByUtc)}.";

    internal override string? SubjectOfSeveral(IReadOnlyList<Email> notices) => $"{EmailWords.Number(notices.Count)} reports are ready to check";

    internal override EmailText Write(Letterhead letterhead)
    {
        List<EmailBlock> blocks = [];
        if (MustFix.Count > 0)
        {
            blocks.Add(new Paragraph("Must be fixed:"));
            blocks.Add(new Bullets(MustFix));
        }

        if (ShouldCheck.Count > 0)
        {
            blocks.Add(new Paragraph("Should be checked:"));
            blocks.Add(new Bullets(ShouldCheck));
        }

        string state = MustFix.Count switch
        {
            0 => "Nothing must be fixed before you can issue it.",
            1 => "1 thing must be fixed before you can issue it.",
            _ => $"{EmailWords.Number(MustFix.Count)} things must be fixed before you can issue it.",
        };
        return new EmailText
        {
            Opening = $"The {EmailWords.Name(Quarter)} report for {BodyName}, {VersionWords}, is ready to check. {state}",
            Button = new EmailButton("Check", Url),
            Blocks = blocks,
            Next = $"issue it by {EmailWords.Instant(IssueByUtc)}. Nobody gets it before you issue it.",
            Because = Because.RunsTheQuarter(letterhead),
            ServiceSigns = true,
        };
    }
}

/// <summary>Confirms to the project manager that a report was issued.</summary>
public sealed record PackIssuedEmail : PackEmail
{
    public required DateTime IssuedAtUtc { get; init; }

    /// <summary>The names of the people to whom it went.</summary>
    public required IReadOnlyList<string> SentTo { get; init; }

    public override string Subject => SubjectLine.FirstThatFits($"You issued the {BodyName} report, {VersionWords}", $"You issued {BodyName}, {VersionWords}");

    public override string Preheader => $"We email it to {People}.";

    private string People => $"{EmailWords.Number(SentTo.Count)} {(SentTo.Count == 1 ? "person" : "people")}";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = SentTo.Count == 0 ? $"You issued it at {EmailWords.Instant(IssuedAtUtc)}." : $"You issued it at {EmailWords.Instant(IssuedAtUtc)}. We email it to {People}.",
        Button = new EmailButton("See the log", Url),
        Blocks = SentTo.Count == 0 ? [] : [new Paragraph("It goes to:"), new Bullets(SentTo)],
        Next = "it cannot be taken back, but it can be replaced or withdrawn with a reason.",
        Because = Because.RunsTheQuarter(letterhead),
        ServiceSigns = true,
    };
}

/// <summary>Sends a group its papers.</summary>
public sealed record PapersEmail : PackEmail
{
    public required DateTime MeetingUtc { get; init; }

    /// <summary>Whether the hour is fixed; else only the day is told.</summary>
    public bool MeetingTimeIsKnown { get; init; } = true;

    public string? Place { get; init; }

    public required int OffTarget { get; init; }

    public required int Measures { get; init; }

    public required int NotSupplied { get; init; }

    public int MilestonesNotSupplied { get; init; }

    /// <summary>The exceptions, each as code, name and status words; no values.</summary>
    public IReadOnlyList<string> Exceptions { get; init; } = [];

    public override string Subject => SubjectLine.FirstThatFits($"{BodyName} papers for {EmailWords.ShortDay(MeetingUtc)}", $"Papers for {EmailWords.ShortDay(MeetingUtc)}: {BodyName}");

    internal override string? SubjectOfSeveral(IReadOnlyList<Email> notices) =>
        notices.Cast<PapersEmail>().All(papers => papers.MeetingUtc == MeetingUtc) ? $"Papers of {EmailWords.Number(notices.Count)} groups for {EmailWords.ShortDay(MeetingUtc)}" : $"Papers of {EmailWords.Number(notices.Count)} groups";

    public override string Preheader => $"{EmailWords.Number(OffTarget)} of {EmailWords.Number(Measures)} measures {EmailWords.Are(OffTarget)} off target.";

    internal override EmailText Write(Letterhead letterhead)
    {
        List<EmailBlock> blocks = [];
        if (Exceptions.Count > 0)
        {
            blocks.Add(new Paragraph("Look at these first:"));
            blocks.Add(new Bullets(Exceptions));
        }

        if (NotSupplied + MilestonesNotSupplied > 0)
        {
            List<string> missing = [.. new[] { (Count: NotSupplied, Noun: "figure"), (Count: MilestonesNotSupplied, Noun: "milestone") }.Where(kind => kind.Count > 0).Select(kind => EmailWords.Count(kind.Count, kind.Noun))];
            blocks.Add(new Paragraph($"{EmailWords.List(missing)} {(NotSupplied + MilestonesNotSupplied == 1 ? "was" : "were")} not supplied. The report names who was asked and when."));
        }

        blocks.Add(new Paragraph($"The meeting is {(MeetingTimeIsKnown ? $"at {EmailWords.Instant(MeetingUtc)}" : $"on {EmailWords.LongDay(MeetingUtc)}")}{(Place is { Length: > 0 } place ? $", {place}" : "")}."));
        return new EmailText
        {
            Opening = $"{EmailWords.Number(OffTarget)} of {EmailWords.Number(Measures)} measures {EmailWords.Are(OffTarget)} off target in {BodyName}'s {EmailWords.Name(Quarter)} report, {VersionWords}.",
            Button = new EmailButton("Read the papers", Url),
            Blocks = blocks,
            Next = "the group answers for each off-target measure, says how black and minority ethnic, disabled and disadvantaged children are affected, and names its areas of concern.",
            Because = Because.BelongsTo(BodyName, letterhead),
        };
    }
}

/// <summary>Asks, the day after the meeting, what a group decided.</summary>
public sealed record GroupUpdateEmail : PackEmail
{
    public required DateTime MeetingUtc { get; init; }

    public required DateTime DueUtc { get; init; }

    /// <summary>The off-target measures, each as code, name and status words.</summary>
    public required IReadOnlyList<string> OffTarget { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.FirstThatFits(
        $"Record what {BodyName} decided by {EmailWords.ShortDay(DueUtc)}",
        $"Record by {EmailWords.ShortDay(DueUtc)}: {BodyName}'s decisions",
        $"Record by {EmailWords.ShortDay(DueUtc)} what the group decided");

    internal override string? SubjectOfSeveral(IReadOnlyList<Email> notices) => $"Record what {EmailWords.Number(notices.Count)} groups decided by {EmailWords.ShortDay(DueUtc)}";

    public override string Preheader => $"Decisions on {EmailWords.Count(OffTarget.Count, "off-target measure")}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = OffTarget.Count == 0
            ? $"We need what {BodyName} decided on {EmailWords.LongDay(MeetingUtc)}. No measure was off target."
            : $"We need decisions on {EmailWords.Count(OffTarget.Count, "off-target measure")} from {BodyName}'s meeting on {EmailWords.LongDay(MeetingUtc)}.",
        Button = new EmailButton("Record", Url),
        Blocks =
        [
            .. OffTarget.Count == 0 ? (IReadOnlyList<EmailBlock>)[] : [new Bullets(OffTarget)],
            new Paragraph("We also ask two things of the group: the effect on black and minority ethnic, disabled and disadvantaged children, and its areas of concern."),
        ],
        Next = $"the report goes to the chair for sign-off after {EmailWords.Instant(DueUtc)}, with what is recorded by then.",
        Because = Because.BelongsTo(BodyName, letterhead),
    };
}
