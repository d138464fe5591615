using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>One decision as an e-mail tells it.</summary>
public sealed record ToldDecision
{
    public required string About { get; init; }

    /// <summary>Agreed, amended, deferred, noted or rejected.</summary>
    public required string Outcome { get; init; }

    public required string Text { get; init; }

    public string? Owner { get; init; }

    public DateOnly? DueDate { get; init; }
}

/// <summary>Tells an officer what the board said about their measures.</summary>
public sealed record BoardDecisionsEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string BoardName { get; init; }

    public required DateOnly MeetingDate { get; init; }

    public required IReadOnlyList<ToldDecision> Decisions { get; init; }

    public required string Url { get; init; }

    public override string Subject => "What the board said about your measures";

    public override string Preheader => $"{EmailWords.Count(Decisions.Count, "decision")}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{BoardName} looked at your {EmailWords.Name(Quarter)} measures on {BritishWords.LongDate(MeetingDate)} and took {EmailWords.Count(Decisions.Count, "decision")}.",
        Button = new EmailButton(Decisions.Count == 1 ? "See the decision" : "See the decisions", Url),
        Blocks = Decisions.Select(DecisionCard).ToList(),
        Next = "open decisions come back on your next data request.",
        Because = Because.Supplies(letterhead),
    };

    private static Card DecisionCard(ToldDecision decision)
    {
        List<string> lines = [$"{decision.Outcome}: {decision.Text}"];
        if (decision.Owner is { } owner)
        {
            lines.Add(decision.DueDate is { } due ? $"Who: {owner}, by {BritishWords.LongDate(due)}" : $"Who: {owner}");
        }

        return new Card(decision.About, lines);
    }
}

/// <summary>Asks the secretary for the board's decisions.</summary>
public sealed record DecisionsRequestEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string BoardName { get; init; }

    public required DateTime MeetingUtc { get; init; }

    public required DateTime DueUtc { get; init; }

    /// <summary>The recommendations on which decisions were wanted, in the pack's words.</summary>
    public required IReadOnlyList<string> Recommendations { get; init; }

    /// <summary>Whether this is the second asking.</summary>
    public bool IsReminder { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => IsReminder ? $"Reminder: record the board's decisions by {EmailWords.ShortDay(DueUtc)}" : "Record the board's decisions";

    public override string Preheader => $"By {EmailWords.Day(DueUtc)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"We need the wording of {EmailWords.Count(Recommendations.Count, "decision")} from {BoardName}'s meeting on {EmailWords.LongDay(MeetingUtc)}.",
        Button = new EmailButton("Record", Url),
        Blocks = Recommendations.Count == 0 ? [] : [new Bullets(Recommendations)],
        Next = $"record them by {EmailWords.Instant(DueUtc)}. We tell the people who act on them, and open decisions return in the next pack.",
        Because = Because.IsSecretary(BoardName, letterhead),
    };
}
