using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>Opens the review for a lead officer.</summary>
public sealed record ReviewRequestEmail : Email
{
    public required Quarter Quarter { get; init; }

    /// <summary>How many figures are in.</summary>
    public required int In { get; init; }

    /// <summary>How many were asked for.</summary>
    public required int Asked { get; init; }

    /// <summary>The figures to look at first, each with its reason in words.</summary>
    public IReadOnlyList<string> LookAtFirst { get; init; } = [];

    /// <summary>The figures still to come, each with who supplies it.</summary>
    public IReadOnlyList<string> StillToCome { get; init; } = [];

    public required DateTime ReviewByUtc { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => $"{EmailWords.Count(Asked, Noun)} to review by {EmailWords.Day(ReviewByUtc)}";

    public override string Preheader => $"{EmailWords.Number(In)} of {EmailWords.Number(Asked)} {EmailWords.Are(In)} in.";

    /// <summary>"milestone" where there is nothing else, else "figure".</summary>
    public string Noun { get; init; } = "figure";

    private string Opening
    {
        get
        {
            string head = Asked == 1
                ? $"Your {EmailWords.Name(Quarter)} {Noun} to review {(In == 1 ? "is in" : "has not come yet")}"
                : $"{(In == 0 ? "None" : EmailWords.Number(In))} of {EmailWords.Number(Asked)} {EmailWords.Name(Quarter)} {Noun}s {(In == 0 ? "has come yet" : $"{EmailWords.Are(In)} in")}";
            string closer = In == 0 ? ""
                : LookAtFirst.Count == 0 ? In == 1 ? "; it needs no closer look" : "; none needs a closer look"
                : In == 1 ? "; it needs a closer look"
                : $"; {EmailWords.Number(LookAtFirst.Count)} {(LookAtFirst.Count == 1 ? "needs" : "need")} a closer look";
            return $"{head}{closer}.";
        }
    }

    internal override EmailText Write(Letterhead letterhead)
    {
        List<EmailBlock> blocks = [];
        if (LookAtFirst.Count > 0)
        {
            blocks.Add(new Paragraph("Look at these first:"));
            blocks.Add(new Bullets(LookAtFirst));
        }

        if (StillToCome.Count > 0)
        {
            blocks.Add(new Paragraph("Still to come:"));
            blocks.Add(new Bullets(StillToCome));
        }

        blocks.Add(new Paragraph($"You can agree a {Noun}, ask its officer a question, or send it back.{(Noun == "milestone" ? "" : " An unusual figure is fine with a reason.")}"));
        return new EmailText
        {
            Opening = Opening,
            Button = new EmailButton("Review", Url),
            Blocks = blocks,
            Next = $"corrections stop at {EmailWords.Instant(ReviewByUtc)}. A question still open then prints as \"Question open\".",
            Because = Because.Reviews(letterhead),
        };
    }
}

/// <summary>Reminds a lead officer of figures to review.</summary>
public sealed record ReviewReminderEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required int Agreed { get; init; }

    public required int Asked { get; init; }

    /// <summary>The figures that wait for the lead officer.</summary>
    public required IReadOnlyList<NamedMeasure> ToReview { get; init; }

    private string Noun => EmailWords.Noun(ToReview.Select(measure => measure.IsMilestone));

    public required DateTime ReviewByUtc { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => $"Reminder: {EmailWords.Count(ToReview.Count, Noun)} to review by {EmailWords.Day(ReviewByUtc)}";

    public override string Preheader => $"You've agreed {EmailWords.Number(Agreed)} of {EmailWords.Number(Asked)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = Agreed == 0
            ? $"{EmailWords.Count(ToReview.Count, $"{EmailWords.Name(Quarter)} {Noun}")} {(ToReview.Count == 1 ? "waits" : "wait")} for your review."
            : $"You've agreed {EmailWords.Number(Agreed)} of {EmailWords.Number(Asked)} for {EmailWords.Name(Quarter)}; {EmailWords.Count(ToReview.Count, Noun)} {(ToReview.Count == 1 ? "waits" : "wait")} for you.",
        Button = new EmailButton("Review", Url),
        Blocks = [new Bullets(ToReview.Select(measure => measure.Words).ToList())],
        Next = $"corrections stop at {EmailWords.Instant(ReviewByUtc)}. {(Noun == "milestone" ? "Answers" : "Figures")} you have not agreed go into the report as they were sent{(Noun == "milestone" ? "" : ", marked as not reviewed")}.",
        Because = Because.Reviews(letterhead),
    };
}

/// <summary>Tells a lead officer, at most once a day, of figures that came late.</summary>
public sealed record LateFiguresEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required IReadOnlyList<NamedMeasure> Arrived { get; init; }

    public required DateTime ReviewByUtc { get; init; }

    public required string Url { get; init; }

    public override string Subject => $"{EmailWords.Count(Arrived.Count, $"late {EmailWords.Noun(Arrived.Select(measure => measure.IsMilestone))}")} {(Arrived.Count == 1 ? "has" : "have")} arrived";

    public override string Preheader => $"Review by {EmailWords.Day(ReviewByUtc)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{(Arrived.Count == 1 ? "It" : "They")} came in after the deadline for {EmailWords.Name(Quarter)}.",
        Button = new EmailButton("Review", Url),
        Blocks = [new Bullets(Arrived.Select(measure => measure.Words).ToList())],
        Next = $"review {(Arrived.Count == 1 ? "it" : "them")} by {EmailWords.Instant(ReviewByUtc)}.",
        Because = Because.Reviews(letterhead),
    };
}

/// <summary>Tells a lead officer who has not answered, with every attempt to reach them.</summary>
public sealed record EscalationEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string Officer { get; init; }

    /// <summary>How else to reach the officer, such as a telephone number.</summary>
    public string? OfficerContact { get; init; }

    public required DateTime DueUtc { get; init; }

    public required DateTime AnswersStopUtc { get; init; }

    public required IReadOnlyList<NamedMeasure> Outstanding { get; init; }

    /// <summary>Each request, reminder and reply so far, oldest first.</summary>
    public required IReadOnlyList<ChasingLine> Chasing { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.FirstThatFits(
        $"{Late} {EmailWords.Are(Outstanding.Count)} late from {Officer}",
        SubjectLine.Fit($"{Late} late: ", Officer));

    private string Late => EmailWords.Count(Outstanding.Count, EmailWords.Noun(Outstanding.Select(measure => measure.IsMilestone)));

    public override string Preheader => $"Answers stop on {EmailWords.Day(AnswersStopUtc)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{Late} from {Officer} {(Outstanding.Count == 1 ? "was" : "were")} due by {EmailWords.Instant(DueUtc)}. Below: every request, reminder and reply so far.",
        Button = new EmailButton("See what is to review", Url),
        Blocks =
        [
            new Paragraph("Still to come:"),
            new Bullets(Outstanding.Select(measure => measure.Words).ToList()),
            new Card("What has been done so far", Chasing.Count == 0 ? ["Nothing is on record."] : Chasing.Select(line => $"{EmailWords.Instant(line.AtUtc)}: {line.Words}").ToList()),
            new Paragraph(OfficerContact is { } contact ? $"Speak to {Officer} ({contact})." : $"Speak to {Officer}."),
        ],
        Next = $"answers stop at {EmailWords.Instant(AnswersStopUtc)}. Then the report says \"{EmailWords.NotSupplied(EmailWords.Noun(Outstanding.Select(measure => measure.IsMilestone)))}\", names who was asked, and prints these dates.",
        Because = Because.Reviews(letterhead),
    };
}
