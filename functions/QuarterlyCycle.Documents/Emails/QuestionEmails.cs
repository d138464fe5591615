using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>An e-mail about one measure of one quarter.</summary>
public abstract record MeasureEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    internal Paragraph About => new($"This is about {Code} {Name}, {EmailWords.Name(Quarter)} ({BritishWords.Months(Quarter)}).");
}

/// <summary>A question to the officer about one figure.</summary>
public sealed record QuestionEmail : MeasureEmail
{
    public required string AskedBy { get; init; }

    public required string Question { get; init; }

    public required DateTime AnswerByUtc { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.Fit("Question about ", Code);

    public override string Preheader => $"Answer by {EmailWords.Day(AnswerByUtc)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{AskedBy} asks you about {Code}. Answer by {EmailWords.Instant(AnswerByUtc)}.",
        Button = new EmailButton("Answer", Url),
        Blocks = [new Card($"{AskedBy} asks", [Question]), About, new Paragraph("Only this figure is open for change. The others stay as you sent them.")],
        Next = $"we send {AskedBy} your answer. Without one, the report says \"Question open\".",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>Tells the officer that a questioned figure is agreed.</summary>
public sealed record AgreedAfterQuestionEmail : MeasureEmail
{
    public required string AgreedBy { get; init; }

    public override string Subject => SubjectLine.Fit("", Code, " is agreed");

    public override string Preheader => "You do not need to do anything.";

    internal override string? SubjectOfSeveral(IReadOnlyList<Email> notices)
    {
        List<string> codes = [.. notices.Cast<AgreedAfterQuestionEmail>().Select(notice => notice.Code).Distinct(StringComparer.Ordinal)];
        return codes.Count is > 1 and <= 4 ? $"{EmailWords.List(codes)} are agreed" : null;
    }

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{AgreedBy} has agreed {Code}. You do not need to do anything.",
        Blocks = [About],
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>Sends a figure back to the officer to be changed.</summary>
public sealed record SentBackEmail : MeasureEmail
{
    public required string SentBackBy { get; init; }

    public required string Reason { get; init; }

    public required DateTime AnswerByUtc { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.Fit("", Code, " needs changing");

    public override string Preheader => $"Change it by {EmailWords.Day(AnswerByUtc)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{SentBackBy} could not agree {Code}: {EmailWords.Sentence(Reason)}",
        Button = new EmailButton($"Change {Code}", Url),
        Blocks = [About, new Paragraph($"Change it by {EmailWords.Instant(AnswerByUtc)}, or say why it is right.")],
        Next = $"we send {SentBackBy} your answer.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>Tells the lead officer what the officer answered.</summary>
public sealed record AnswerToQuestionEmail : MeasureEmail
{
    public required string Officer { get; init; }

    /// <summary>Whether the figure was changed; false when it was said to be right.</summary>
    public required bool FigureChanged { get; init; }

    /// <summary>What the officer wrote.</summary>
    public required string Answer { get; init; }

    public required DateTime ReviewByUtc { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.Fit("Answer to your question about ", Code);

    public override string Preheader => FigureChanged ? "The figure has changed." : "The figure is right, with a reason.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = FigureChanged ? $"{Officer} has changed the figure and says why." : $"{Officer} says the figure is right and gives a reason.",
        Button = new EmailButton("Read the answer", Url),
        Blocks = [new Card($"{Officer} writes", [Answer]), About],
        Next = $"agree the figure or ask again by {EmailWords.Instant(ReviewByUtc)}.",
        Because = Because.Reviews(letterhead),
    };
}
