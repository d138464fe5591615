namespace QuarterlyCycle.Documents.Emails;

/// <summary>As whom somebody hears of a revision.</summary>
public enum RevisionHearer
{
    /// <summary>The secretary of a board whose pack printed the figure.</summary>
    Secretary,

    /// <summary>Who signed a report that printed it.</summary>
    Chair,

    /// <summary>Who reviewed it.</summary>
    LeadOfficer,

    /// <summary>Who supplied it.</summary>
    Officer,
}

/// <summary>Tells those who stand for a figure that it was revised after corrections had stopped.</summary>
public sealed record FigureRevisedEmail : MeasureEmail
{
    public required string RevisedBy { get; init; }

    public required string Why { get; init; }

    /// <summary>The value as it was and is; null where an e-mail must not show it.</summary>
    public string? OldValue { get; init; }

    public string? NewValue { get; init; }

    /// <summary>The issued reports in which the figure stands as it was; empty when none is issued yet.</summary>
    public required IReadOnlyList<string> StandsIn { get; init; }

    public required RevisionHearer As { get; init; }

    /// <summary>The board or group whose secretary or chair hears of it.</summary>
    public string? BodyName { get; init; }

    /// <summary>The page of that body's report.</summary>
    public string? Url { get; init; }

    public override string Subject => SubjectLine.Fit("", Code, StandsIn.Count > 0 ? " was revised after the report" : " was revised");

    public override string Preheader => StandsIn.Count > 0 ? "The issued reports stay as they are." : "The report prints the new figure.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = StandsIn.Count > 0
            ? $"{RevisedBy} has revised {Code}. The issued reports stay as they are."
            : $"{RevisedBy} has revised {Code}. No report with it is issued yet.",
        Button = Url is null ? null : new EmailButton("See the report", Url),
        Blocks =
        [
            About,
            new Card("What changed", Lines()),
            .. StandsIn.Count > 0 ? (IReadOnlyList<EmailBlock>)[new Paragraph("The figure stands as it was in:"), new Bullets(StandsIn)] : [],
            .. As == RevisionHearer.LeadOfficer
                ? (IReadOnlyList<EmailBlock>)[new Paragraph("If you had agreed the figure, that agreement was to the earlier one.")]
                : [],
        ],
        Next = Next(letterhead),
        Because = As switch
        {
            RevisionHearer.Secretary => Because.IsSecretary(BodyName ?? letterhead.Partnership, letterhead),
            RevisionHearer.Chair => Because.Chairs(BodyName ?? letterhead.Partnership, letterhead),
            RevisionHearer.LeadOfficer => Because.Reviews(letterhead),
            _ => Because.Supplied(letterhead),
        },
    };

    private string Next(Letterhead letterhead)
    {
        string next = StandsIn.Count > 0 ? "the next report lists the revision and marks the figure [r]." : "the report prints the new figure.";
        string again = As switch
        {
            RevisionHearer.Secretary => $" If {letterhead.ManagerInSentence} issues a report again, you get it at once.",
            RevisionHearer.Chair => $" If {letterhead.ManagerInSentence} issues the report again, we ask for your signature again.",
            _ => "",
        };
        return next + again;
    }

    // The reason may say the difference in words, and one value with it the other: all of it is shown or none.
    private List<string> Lines() => OldValue is { } old && NewValue is { } now
        ? [$"Was: {old}", $"Is now: {now}", $"Why: {EmailWords.Sentence(Why)}"]
        : ["The values and the reason are not shown in e-mails, because they would give away a small or sensitive number."];
}
