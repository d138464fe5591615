using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>A measure named in an e-mail, with its own deadline where that differs.</summary>
public sealed record NamedMeasure(string Code, string Name, DateTime? DueUtc = null)
{
    /// <summary>Whether it is a milestone, which has no figure.</summary>
    public bool IsMilestone { get; init; }

    internal string Words => DueUtc is { } due ? $"{Code} {Name} (due by {EmailWords.Instant(due)})" : $"{Code} {Name}";
}

/// <summary>An e-mail about figures that have not come.</summary>
public abstract record ChasingEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required DateTime DueUtc { get; init; }

    public required DateTime AnswersStopUtc { get; init; }

    /// <summary>The measures still to come.</summary>
    public required IReadOnlyList<NamedMeasure> Outstanding { get; init; }

    /// <summary>How many measures the request has in all.</summary>
    public required int Asked { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Preheader => Sent == 0 ? "Nothing has come yet." : $"You've sent {EmailWords.Number(Sent)} of {EmailWords.Number(Asked)}.";

    internal int Sent => Asked - Outstanding.Count;

    internal string Noun => EmailWords.Noun(Outstanding.Select(measure => measure.IsMilestone));

    internal string Figures => EmailWords.Count(Outstanding.Count, Noun);

    internal string YourFigures => EmailWords.Theirs(Outstanding.Count, Noun);

    private protected abstract string Opening { get; }

    private protected virtual string ButtonLabel => $"Send {Figures}";

    private protected virtual string ListLead => Outstanding.Count == 1 ? "This one is still to come:" : "These are still to come:";

    private protected abstract string NextWords(Letterhead letterhead);

    private protected virtual IReadOnlyList<EmailBlock> More(Letterhead letterhead) =>
    [
        new Paragraph(Noun == "milestone"
            ? $"If you cannot answer in time, {OtherWays(letterhead)} on the same page."
            : $"If you cannot send a figure, say why on the same page, or {OtherWays(letterhead)}. If the figure may still change, send it as provisional."),
    ];

    private static string OtherWays(Letterhead letterhead) =>
        letterhead.MeasuresCanBePassedOn ? "ask for more time or pass the measure to a colleague" : "ask for more time";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = Opening,
        Button = new EmailButton(ButtonLabel, Url),
        Blocks =
        [
            new Paragraph(ListLead),
            new Bullets(Outstanding.Select(measure => measure.Words).ToList()),
            .. More(letterhead),
        ],
        Next = NextWords(letterhead),
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>The reminder some days before the due date.</summary>
public sealed record ReminderEmail : ChasingEmail
{
    public override string Subject => $"Reminder: {Figures} due {EmailWords.Day(DueUtc)}";

    private protected override string Opening => Sent == 0
        ? $"Your {YourFigures} for {EmailWords.Name(Quarter)} {EmailWords.Are(Outstanding.Count)} due by {EmailWords.Instant(DueUtc)}."
        : $"You've sent {EmailWords.Number(Sent)} of {EmailWords.Number(Asked)}; the {(Outstanding.Count == 1 ? "other is" : "others are")} due by {EmailWords.Instant(DueUtc)}.";

    private protected override string NextWords(Letterhead letterhead) => "we email you a copy of what we recorded, and send no more reminders for what has come.";
}

/// <summary>The reminder on the due date.</summary>
public sealed record DueTodayEmail : ChasingEmail
{
    public override string Subject => $"Due today at {EmailWords.Time(DueUtc)}: {Figures}";

    private protected override string Opening => Sent == 0
        ? $"Your {YourFigures} for {EmailWords.Name(Quarter)} {EmailWords.Are(Outstanding.Count)} due by {EmailWords.Time(DueUtc)} today."
        : $"{EmailWords.Number(Outstanding.Count)} of your {EmailWords.Number(Asked)} measures {EmailWords.Are(Outstanding.Count)} due by {EmailWords.Time(DueUtc)} today.";

    private protected override string NextWords(Letterhead letterhead) => "we email you a copy of what we recorded, and send no more reminders for what has come.";
}

/// <summary>The first reminder after the due date.</summary>
public sealed record OverdueEmail : ChasingEmail
{
    public override string Subject => $"Overdue: {Figures} for {EmailWords.Name(Quarter)}";

    private protected override string Opening => $"We expected {Figures} by {EmailWords.Instant(DueUtc)}. You can still send {(Outstanding.Count == 1 ? "it" : "them")}.";

    private protected override string NextWords(Letterhead letterhead) =>
        $"we accept {(Outstanding.Count == 1 ? "it" : "them")} until {EmailWords.Instant(AnswersStopUtc)}. After that the report will say \"{EmailWords.NotSupplied(Noun)}\".";
}

/// <summary>The last call before answers stop; the lead officer is told at the same time.</summary>
public sealed record LastCallEmail : ChasingEmail
{
    public override string Subject => $"We need {Figures} by {EmailWords.Day(AnswersStopUtc)}";

    private protected override string Opening =>
        $"Without {(Outstanding.Count == 1 ? "it" : "them")} by {EmailWords.Instant(AnswersStopUtc)}, the report will say your {YourFigures} {(Outstanding.Count == 1 ? "was" : "were")} not supplied.";

    /// <summary>The lead officers who have been told.</summary>
    public IReadOnlyList<string> LeadOfficersTold { get; init; } = [];

    private protected override string NextWords(Letterhead letterhead) => LeadOfficersTold.Count == 0
        ? "answers stop at that time. This is the last reminder."
        : $"answers stop at that time. This is the last reminder, and we have told {EmailWords.List(LeadOfficersTold)}.";
}

/// <summary>What an officer gets when answers have stopped without some of the figures.</summary>
public sealed record ClosedWithoutFiguresEmail : ChasingEmail
{
    public override EmailPurpose Purpose => EmailPurpose.Tells;

    public override string Subject => $"{EmailWords.Title(Quarter)} closed without {Figures} of yours";

    private protected override string Opening => $"The report will say \"{EmailWords.NotSupplied(Noun)}\" for {EmailWords.Count(Outstanding.Count, Noun == "milestone" ? Noun : "measure")}.";

    private protected override string ButtonLabel => "Tell us why";

    private protected override string ListLead => Outstanding.Count == 1 ? "This one was not supplied:" : "These were not supplied:";

    private protected override IReadOnlyList<EmailBlock> More(Letterhead letterhead) =>
    [
        new Paragraph($"Answers stopped at {EmailWords.Instant(AnswersStopUtc)}. Anything you saved and did not send is kept."),
    ];

    private protected override string NextWords(Letterhead letterhead) =>
        $"the report names who was asked and when. Only {letterhead.ManagerInSentence} can open a measure again.";
}
