using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>Hands the board's secretary the pack.</summary>
public sealed record PackReadyEmail : PackEmail
{
    public required DateTime MeetingUtc { get; init; }

    /// <summary>Whether the hour is fixed; else only the day is told.</summary>
    public bool MeetingTimeIsKnown { get; init; } = true;

    public required DateTime PublishByUtc { get; init; }

    public required int PublicFiles { get; init; }

    public required int ExemptFiles { get; init; }

    /// <summary>The groups whose part is not signed; empty when all are.</summary>
    public IReadOnlyList<string> NotSigned { get; init; } = [];

    public override string Subject => $"Performance pack for {EmailWords.ShortDay(MeetingUtc)} is ready";

    public override string Preheader => $"Publish by {EmailWords.Day(PublishByUtc)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"It has {EmailWords.Count(PublicFiles, "public file")} and {EmailWords.Count(ExemptFiles, "exempt file")}, {(NotSigned.Count == 0 ? "and is signed off" : $"and {EmailWords.Count(NotSigned.Count, "part")} {EmailWords.Are(NotSigned.Count)} not signed")}.",
        Button = new EmailButton("Get the pack", Url),
        Blocks =
        [
            new Paragraph($"This is {VersionWords} for {BodyName}, for the meeting {(MeetingTimeIsKnown ? $"at {EmailWords.Instant(MeetingUtc)}" : $"on {EmailWords.LongDay(MeetingUtc)}")}."),
            .. NotSigned.Count == 0 ? (IReadOnlyList<EmailBlock>)[] : [new Paragraph("Not signed, and marked so in the pack:"), new Bullets(NotSigned)],
        ],
        Next = $"the last day to publish the papers is {EmailWords.LongDay(PublishByUtc)}. If the pack is replaced we tell you at once.",
        Because = Because.IsSecretary(BodyName, letterhead),
    };
}

/// <summary>Hands the secretary a replacement.</summary>
public sealed record ReplacementPackEmail : PackEmail
{
    public required int ReplacedVersion { get; init; }

    /// <summary>What changed, each a sentence without values.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    public required string Reason { get; init; }

    public override string Subject => $"Replacement pack: use {VersionWords}";

    public override string Preheader => $"Remove version {EmailWords.Number(ReplacedVersion)} if you published it.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = Changes.Count == 1
            ? $"{EmailWords.Sentence(Changes[0])} Remove version {EmailWords.Number(ReplacedVersion)} if you published it."
            : $"{EmailWords.Count(Changes.Count, "thing")} changed. Remove version {EmailWords.Number(ReplacedVersion)} if you published it.",
        Button = new EmailButton($"Get {VersionWords}", Url),
        Blocks = Changes.Count > 1 ? [new Paragraph($"Why: {EmailWords.Sentence(Reason)}"), new Bullets(Changes)] : [new Paragraph($"Why: {EmailWords.Sentence(Reason)}")],
        Next = $"version {EmailWords.Number(ReplacedVersion)} stays on record, marked Replaced.",
        Because = Because.IsSecretary(BodyName, letterhead),
    };
}

/// <summary>Tells the secretary not to publish.</summary>
public sealed record PackWithdrawnEmail : PackEmail
{
    public required string Reason { get; init; }

    /// <summary>When a new version follows, if known.</summary>
    public DateTime? NewVersionByUtc { get; init; }

    public override string Subject => $"Do not publish the pack, {VersionWords}";

    public override string Preheader => "It has been withdrawn.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = NewVersionByUtc is { } by
            ? $"Do not publish {VersionWords} of the pack for {BodyName}. A new version follows by {EmailWords.LongDay(by)}."
            : $"Do not publish {VersionWords} of the pack for {BodyName}. We tell you when a new version is ready.",
        Button = new EmailButton("See why", Url),
        Blocks = [new Paragraph($"Why: {EmailWords.Sentence(Reason)}"), new Paragraph("If you have published it, take it down.")],
        Next = $"{VersionWords} stays on record, marked Withdrawn.",
        Because = Because.IsSecretary(BodyName, letterhead),
    };
}

/// <summary>Warns the secretary that the pack may be late.</summary>
public sealed record PackAtRiskEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string BoardName { get; init; }

    public required DateTime PublishByUtc { get; init; }

    /// <summary>Each sign-off outstanding: the group and who is asked.</summary>
    public required IReadOnlyList<string> Outstanding { get; init; }

    public required string Url { get; init; }

    public override string Subject => "Performance pack may be late";

    public override string Preheader => $"{EmailWords.Count(Outstanding.Count, "sign-off")} outstanding.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{EmailWords.Count(Outstanding.Count, "sign-off")} {EmailWords.Are(Outstanding.Count)} outstanding; you publish on {EmailWords.LongDay(PublishByUtc)}.",
        Button = new EmailButton("See progress", Url),
        Blocks = [new Bullets(Outstanding)],
        Next = "parts that nobody signs go into the pack marked as not signed.",
        Because = Because.IsSecretary(BoardName, letterhead),
    };
}
