using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>One answer as it was stored.</summary>
public sealed record StoredAnswer
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The value as stored, with its unit, or the reason for its absence; null where an e-mail must not show it.</summary>
    public string? Value { get; init; }

    /// <summary>"final", "provisional" or the like, in words.</summary>
    public required string Status { get; init; }

    /// <summary>Whether it is a milestone, which has no status besides its answer.</summary>
    public bool IsMilestone { get; init; }

    /// <summary>The officer's comment or explanation, as stored.</summary>
    public string? Comment { get; init; }

    /// <summary>What it replaced, for a correction; null where there was nothing, or where an e-mail must not show it.</summary>
    public string? OldValue { get; init; }
}

/// <summary>The receipt for figures sent from the page: it repeats what was stored.</summary>
public sealed record ReceiptEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string Reference { get; init; }

    public required DateTime SentAtUtc { get; init; }

    public required IReadOnlyList<StoredAnswer> Answers { get; init; }

    /// <summary>The measures of the same request that have not come.</summary>
    public IReadOnlyList<NamedMeasure> Outstanding { get; init; } = [];

    public required DateTime DueUtc { get; init; }

    public required DateTime CorrectionsStopUtc { get; init; }

    public required IReadOnlyList<string> Reviewers { get; init; }

    public required DateTime ReviewByUtc { get; init; }

    public required string Url { get; init; }

    public override string Subject => SubjectLine.Fit("We've got your ", $"{EmailWords.Theirs(Answers.Count, Noun)} ({Reference})");

    private string Noun => EmailWords.Noun(Answers.Select(answer => answer.IsMilestone));

    public override string Preheader => "A copy of what we recorded. Check that it is right.";

    internal override EmailText Write(Letterhead letterhead)
    {
        List<EmailBlock> blocks = [.. Answers.Select(AnswerCard)];
        blocks.Add(new Paragraph($"Reference: {Reference}. Recorded at {EmailWords.Instant(SentAtUtc)}, from the page."));
        if (Outstanding.Count > 0)
        {
            blocks.Add(new Paragraph($"Still to come, by {EmailWords.Instant(DueUtc)}:"));
            blocks.Add(new Bullets(Outstanding.Select(measure => measure.Words).ToList()));
        }

        string how = letterhead.RepliesAreRead ? "on the page or by replying to this email" : "on the page";
        return new EmailText
        {
            Opening = $"You sent {EmailWords.Count(Answers.Count, Noun)} at {EmailWords.Instant(SentAtUtc)}. Here is what we recorded.",
            Button = new EmailButton($"Correct a {Noun}", Url),
            Blocks = blocks,
            Next = $"{Reviewer(letterhead)} by {EmailWords.Day(ReviewByUtc)}. You can correct a {Noun} {how} until {EmailWords.Instant(CorrectionsStopUtc)}.",
            Because = Because.Supplies(letterhead),
        };
    }

    internal static Card AnswerCard(StoredAnswer answer)
    {
        List<string> lines = [];
        if (answer.OldValue is { } old)
        {
            lines.Add($"Was: {old}");
        }

        lines.Add(answer.Value is { } value ? $"Recorded: {value}" : "Recorded. The value is on the page only.");
        if (!answer.IsMilestone)
        {
            lines.Add($"Status: {answer.Status}");
        }

        if (answer.Comment is { Length: > 0 } comment)
        {
            lines.Add($"Comment: {comment}");
        }

        return new Card($"{answer.Code} {answer.Name}", lines);
    }

    private string Reviewer(Letterhead letterhead) => Reviewers.Count switch
    {
        0 => $"{letterhead.ManagerInSentence} reviews what you sent",
        1 => $"{Reviewers[0]} reviews what you sent",
        <= 3 => $"{EmailWords.List(Reviewers)} review what you sent",
        _ => "the lead officers review what you sent",
    };
}
