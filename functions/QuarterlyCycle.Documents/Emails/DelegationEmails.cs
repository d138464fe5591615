using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>Asks a colleague to whom measures were passed on.</summary>
public sealed record DelegatedToYouEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string PassedOnBy { get; init; }

    public required IReadOnlyList<NamedMeasure> Measures { get; init; }

    public required DateTime DueUtc { get; init; }

    public required string Url { get; init; }

    /// <summary>A word from the officer who passed it on.</summary>
    public string? Message { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => SubjectLine.Fit("", PassedOnBy, Measures.Count == 1 ? $" has asked you for {Measures[0].Code}" : $" has asked you for {EmailWords.Count(Measures.Count, "figure")}");

    public override string Preheader => $"Due by {EmailWords.Day(DueUtc)}.";

    internal override EmailText Write(Letterhead letterhead)
    {
        List<EmailBlock> blocks = [new Bullets(Measures.Select(measure => measure.Words).ToList())];
        if (Message is { Length: > 0 } message)
        {
            blocks.Add(new Card($"{PassedOnBy} writes", [message]));
        }

        blocks.Add(new Paragraph($"The figures cover {BritishWords.Months(Quarter)}. {PassedOnBy} can still send them too; the first answer counts."));
        return new EmailText
        {
            Opening = $"Send {EmailWords.Count(Measures.Count, "figure")} by {EmailWords.Instant(DueUtc)}. {PassedOnBy} has asked you to.",
            Button = new EmailButton(Measures.Count == 1 ? "Send the figure" : "Send the figures", Url),
            Blocks = blocks,
            Next = $"we email you a copy of what we recorded and tell {PassedOnBy}.",
            Because = $"{PassedOnBy} named you to supply these measures for {letterhead.Partnership}",
        };
    }
}

/// <summary>Confirms to the officer that measures were passed on.</summary>
public sealed record PassedOnEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string Colleague { get; init; }

    public required IReadOnlyList<NamedMeasure> Measures { get; init; }

    public required string Url { get; init; }

    public override string Subject => SubjectLine.Fit("You've passed ", Measures.Count == 1 ? Measures[0].Code : EmailWords.Count(Measures.Count, "measure"), " on");

    public override string Preheader => "You can take it back until they send it.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = Measures.Count == 1
            ? $"{Colleague} now supplies {Measures[0].Code} for {EmailWords.Name(Quarter)}. You can take it back until they send it."
            : $"{Colleague} now supplies {EmailWords.Count(Measures.Count, "measure")} for {EmailWords.Name(Quarter)}. You can take them back until they are sent.",
        Button = new EmailButton(Measures.Count == 1 ? "Take it back" : "Take them back", Url),
        Blocks = [new Bullets(Measures.Select(measure => measure.Words).ToList())],
        Next = $"we tell you when {Colleague} has answered.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>Tells the officer that a colleague has answered for them.</summary>
public sealed record AnsweredForYouEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string Colleague { get; init; }

    public required IReadOnlyList<NamedMeasure> Measures { get; init; }

    public required DateTime SentAtUtc { get; init; }

    public required string Url { get; init; }

    public override string Subject => SubjectLine.Fit("", Colleague, Measures.Count == 1 ? $" has sent {Measures[0].Code} for you" : $" has sent {EmailWords.Count(Measures.Count, "figure")} for you");

    public override string Preheader => "If you did not expect this, tell us.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{(Measures.Count == 1 ? "It" : "They")} arrived at {EmailWords.Instant(SentAtUtc)}. If you did not expect this, tell us.",
        Button = new EmailButton("This was not agreed", Url),
        Blocks = [new Bullets(Measures.Select(measure => measure.Words).ToList())],
        Next = "you do not need to do anything if this is right.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>Tells an officer that a measure is no longer theirs.</summary>
public sealed record TakenOffEmail : Email
{
    public required IReadOnlyList<NamedMeasure> Measures { get; init; }

    public required string MovedTo { get; init; }

    public override string Subject => SubjectLine.Fit("You no longer send ", Measures.Count == 1 ? Measures[0].Code : EmailWords.Count(Measures.Count, "measure"));

    public override string Preheader => $"Moved to {MovedTo}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = Measures.Count == 1 ? $"{Measures[0].Code} has moved to {MovedTo}." : $"{EmailWords.Count(Measures.Count, "measure")} have moved to {MovedTo}.",
        Blocks = [new Bullets(Measures.Select(measure => $"{measure.Code} {measure.Name}").ToList())],
        Next = "you do not need to do anything. Your earlier link no longer opens these measures.",
        Because = Because.Supplied(letterhead),
    };
}
