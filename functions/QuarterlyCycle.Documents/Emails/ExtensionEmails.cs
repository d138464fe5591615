using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>An e-mail about more time for some measures.</summary>
public abstract record ExtensionEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required IReadOnlyList<NamedMeasure> Measures { get; init; }

    internal string Codes => Measures.Count <= 3 ? EmailWords.List(Measures.Select(measure => measure.Code).ToList()) : EmailWords.Count(Measures.Count, "measure");

    internal Bullets Names => new(Measures.Select(measure => $"{measure.Code} {measure.Name}").ToList());
}

/// <summary>Tells an officer that the project manager has been asked for more time.</summary>
public sealed record ExtensionAskedEmail : ExtensionEmail
{
    public required DateTime DueUtc { get; init; }

    public required DateTime WantedUtc { get; init; }

    public required DateTime DecisionByUtc { get; init; }

    public override string Subject => SubjectLine.Fit("We've asked for more time for ", Codes);

    public override string Preheader => $"Until there is a decision the deadline stays {EmailWords.Day(DueUtc)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{EmailWords.Capitalised(letterhead.ManagerInSentence)} decides by {EmailWords.LongDay(DecisionByUtc)}. Until then your deadline is {EmailWords.Instant(DueUtc)}.",
        Blocks = [new Paragraph($"You asked for time until {EmailWords.Instant(WantedUtc)} for:"), Names],
        Next = "we email you the decision. With no decision, the old date holds.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>A new deadline.</summary>
public sealed record ExtensionGivenEmail : ExtensionEmail
{
    public required DateTime DueUtc { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.Fit("New deadline for ", Codes, $": {EmailWords.Day(DueUtc)}");

    public override string Preheader => "Any other measures keep their date.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"You now have until {EmailWords.Instant(DueUtc)} for {Codes}.",
        Button = new EmailButton(Measures.Count == 1 ? "Send your figure" : "Send your figures", Url),
        Blocks = [Names, new Paragraph("Any other measures keep their date.")],
        Next = $"we remind you again if {(Measures.Count == 1 ? "the figure has" : "the figures have")} not come.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>More time was refused.</summary>
public sealed record ExtensionRefusedEmail : ExtensionEmail
{
    public required DateTime DueUtc { get; init; }

    public required string Reason { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.Fit("", Codes, $" {EmailWords.Are(Measures.Count)} still due {EmailWords.Day(DueUtc)}");

    public override string Preheader => "Send what you have and mark it provisional.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"We could not give more time for {Codes}. Send what you have by {EmailWords.Instant(DueUtc)} and mark it provisional.",
        Button = new EmailButton("Send your figures", Url),
        Blocks = [.. Reason.Length == 0 ? (IReadOnlyList<EmailBlock>)[] : [new Paragraph(EmailWords.Sentence(Reason), Lead: "Why:")], Names],
        Next = "you can change a provisional figure until corrections stop.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>Asks the project manager to decide on more time.</summary>
public sealed record ExtensionToDecideEmail : ExtensionEmail
{
    public required string Officer { get; init; }

    public required DateTime DueUtc { get; init; }

    public required DateTime WantedUtc { get; init; }

    public required DateTime DecisionByUtc { get; init; }

    public required string Reason { get; init; }

    /// <summary>How many working days the new date leaves for review, in words.</summary>
    public required string TimeLeftForReview { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    // A post can be longer than a subject; the measures say as well whose request it is.
    public override string Subject => SubjectLine.FirstThatFits(
        $"{Officer} asks for more time for {Codes}",
        $"More time asked for {Codes}: {Officer}",
        $"More time asked for {Codes}");

    public override string Preheader => $"Decide by {EmailWords.Day(DecisionByUtc)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = letterhead.RepliesAreRead
            ? $"{Officer} asks for time until {EmailWords.Instant(WantedUtc)}. Reply APPROVE, APPROVE and a date, or REFUSE with a reason."
            : $"{Officer} asks for time until {EmailWords.Instant(WantedUtc)}. Decide by {EmailWords.LongDay(DecisionByUtc)}.",
        Button = new EmailButton("Decide", Url),
        Blocks =
        [
            Names,
            new Card("The request",
            [
                $"Now due: {EmailWords.Instant(DueUtc)}",
                $"Wanted: {EmailWords.Instant(WantedUtc)}",
                $"Reason: {Reason}",
                $"Left for review: {TimeLeftForReview}",
            ]),
        ],
        Next = $"with no decision by {EmailWords.Instant(DecisionByUtc)}, the old date holds.",
        Because = Because.RunsTheQuarter(letterhead),
        ServiceSigns = true,
    };
}
