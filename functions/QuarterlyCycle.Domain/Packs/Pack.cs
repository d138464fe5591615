using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Packs;

/// <summary>Which readers an edition is for.</summary>
public enum PackEdition
{
    /// <summary>Open to anyone; small numbers are hidden.</summary>
    Public,

    /// <summary>For members only, under a paragraph of Schedule 12A.</summary>
    Exempt,
}

/// <summary>Where a version of a pack stands.</summary>
public enum PackState
{
    /// <summary>Built, not yet issued; every page says DRAFT.</summary>
    Draft,

    /// <summary>Sent to its readers.</summary>
    Issued,

    /// <summary>Signed off by the chair, in this exact version.</summary>
    SignedOff,

    /// <summary>A later version has taken its place.</summary>
    Replaced,

    /// <summary>Taken back; not to be used or published.</summary>
    Withdrawn,
}

/// <summary>Whether a pack is one outcome group's or the board's.</summary>
public enum PackKind
{
    /// <summary>One outcome group's report.</summary>
    OutcomeGroup,

    /// <summary>The board's report, with every group's part inside.</summary>
    Board,
}

/// <summary>How paragraphs are numbered.</summary>
public enum PackNumbering
{
    /// <summary>1.1, 1.2, 2.1.</summary>
    Sectioned,

    /// <summary>1, 2, 3 straight through.</summary>
    Straight,
}

/// <summary>Where the implications stand.</summary>
public enum ImplicationsPosition
{
    /// <summary>After the recommendations.</summary>
    AfterRecommendations,

    /// <summary>At the end of the body.</summary>
    End,

    /// <summary>Before the recommendations.</summary>
    BeforeRecommendations,
}

/// <summary>One version of a report pack, every word and number already decided; each format is written from this.</summary>
public sealed record Pack
{
    /// <summary>The quarter reported on.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>One group's report or the board's.</summary>
    public required PackKind Kind { get; init; }

    /// <summary>The code of the body that receives the pack.</summary>
    public required string BodyCode { get; init; }

    /// <summary>The name of the body that receives the pack.</summary>
    public required string BodyName { get; init; }

    /// <summary>The service that made it, for the foot of each page.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The partnership whose plan it reports on.</summary>
    public required string Partnership { get; init; }

    /// <summary>Public or exempt.</summary>
    public required PackEdition Edition { get; init; }

    /// <summary>1 for the first version made.</summary>
    public required int Version { get; init; }

    /// <summary>Draft, issued, signed off, replaced or withdrawn.</summary>
    public required PackState State { get; init; }

    /// <summary>The instant at which this version's figures were read.</summary>
    public required DateTime FiguresAtUtc { get; init; }

    /// <summary>The report's title.</summary>
    public required string Title { get; init; }

    /// <summary>The lines that open a committee report.</summary>
    public required PackFront Front { get; init; }

    /// <summary>What replaced or withdrew this version, in a sentence, else null.</summary>
    public string? StateNote { get; init; }

    /// <summary>Two sentences that say what the report says.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    /// <summary>What the body is asked to decide, discuss or note.</summary>
    public IReadOnlyList<PackRecommendation> Recommendations { get; init; } = [];

    /// <summary>The committee's standing headings, each with its answer.</summary>
    public IReadOnlyList<PackImplication> Implications { get; init; } = [];

    /// <summary>Where the implications stand.</summary>
    public ImplicationsPosition ImplicationsPosition { get; init; } = ImplicationsPosition.AfterRecommendations;

    /// <summary>How paragraphs are numbered.</summary>
    public PackNumbering Numbering { get; init; } = PackNumbering.Sectioned;

    /// <summary>The body's own standing text, in its own order; what the quarter brought follows it.</summary>
    public IReadOnlyList<PackSection> Sections { get; init; } = [];

    /// <summary>For the board: what belongs to more than one group.</summary>
    public IReadOnlyList<string> CrossCuttingIssues { get; init; } = [];

    /// <summary>For the board: what is said on the management of risk.</summary>
    public IReadOnlyList<string> RiskManagement { get; init; } = [];

    /// <summary>For the board: what is said on contribution to outcomes.</summary>
    public IReadOnlyList<string> ContributionToOutcomes { get; init; } = [];

    /// <summary>One part for a group's pack; one for each group in the board's.</summary>
    public required IReadOnlyList<PackPart> Parts { get; init; }

    /// <summary>For the board: every priority of the plan.</summary>
    public IReadOnlyList<PackPriority> Priorities { get; init; } = [];

    /// <summary>Sign-offs of the groups' packs (board) or of this pack's earlier versions (group).</summary>
    public IReadOnlyList<PackSignOff> SignOffs { get; init; } = [];

    /// <summary>What was decided before and how it stands.</summary>
    public IReadOnlyList<PackDecision> EarlierDecisions { get; init; } = [];

    /// <summary>What differs from the version before, with changes since sign-off.</summary>
    public IReadOnlyList<PackChange> Changes { get; init; } = [];

    /// <summary>The body's standing conclusion, before the next steps.</summary>
    public IReadOnlyList<PackParagraph> Conclusion { get; init; } = [];

    /// <summary>Conclusion and next steps.</summary>
    public IReadOnlyList<string> NextSteps { get; init; } = [];

    /// <summary>Papers on which the report is based.</summary>
    public IReadOnlyList<string> BackgroundPapers { get; init; } = [];

    /// <summary>The status words in use, best first, with what each means.</summary>
    public required IReadOnlyList<PackLegendEntry> Legend { get; init; }

    /// <summary>The rules of status and tolerance, each with who set it.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The shorthand that appears in this pack, such as p for provisional.</summary>
    public IReadOnlyList<PackShorthand> Shorthand { get; init; } = [];

    /// <summary>Definitions that changed within the periods printed, each a sentence with measure, period and reason.</summary>
    public IReadOnlyList<string> DefinitionChanges { get; init; } = [];

    /// <summary>How small numbers are hidden.</summary>
    public required string SmallNumbers { get; init; }

    /// <summary>How to get the report in another language or form.</summary>
    public IReadOnlyList<PackOtherFormat> OtherFormats { get; init; } = [];

    /// <summary>Every measure of every part, in order.</summary>
    public IEnumerable<PackMeasure> Measures => Parts.SelectMany(part => part.Measures);

    /// <summary>Whether its parts are those of others, as in a board's pack, unless the board alone reports to itself.</summary>
    public bool HoldsOthersParts => Kind == PackKind.Board && !(Parts.Count == 1 && Parts[0].IsBoardsOwn);

    /// <summary>The counts over every part; a measure that several groups share counts once.</summary>
    public PackCounts Counts => PackCounts.Of(Measures, Parts.SelectMany(part => part.Promises));
}

/// <summary>The lines of text that open a committee report.</summary>
public sealed record PackFront
{
    /// <summary>The meeting that receives it.</summary>
    public required string Meeting { get; init; }

    /// <summary>The day of the meeting, if fixed.</summary>
    public DateOnly? MeetingDate { get; init; }

    /// <summary>What the report is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Whose report it is.</summary>
    public required string ReportOf { get; init; }

    /// <summary>Whom to ask, with a telephone number or address.</summary>
    public required string ContactOfficer { get; init; }

    /// <summary>The paragraph of Schedule 12A that an exempt edition rests on.</summary>
    public string? ExemptParagraph { get; init; }

    /// <summary>The wards affected, or "All".</summary>
    public string? WardsAffected { get; init; }

    /// <summary>The body whose function this is.</summary>
    public string? FunctionOf { get; init; }

    /// <summary>The groups that support the body, as the plan names them.</summary>
    public IReadOnlyList<string> SupportedBy { get; init; } = [];

    /// <summary>The last day on which papers for the meeting can be published, if it is public.</summary>
    public DateOnly? LatestPublicationDate { get; init; }

    /// <summary>Why the report is urgent, where it comes after that day.</summary>
    public string? UrgencyReason { get; init; }
}

/// <summary>What is wanted of a body.</summary>
public enum RecommendationKind
{
    /// <summary>A decision.</summary>
    Decide,

    /// <summary>A discussion.</summary>
    Discuss,

    /// <summary>That it is noted.</summary>
    Note,
}

/// <summary>One recommendation: "That the board …".</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Text">Its words.</param>
/// <param name="About">The code of the measure that a decision is asked on; null when it is about no single one.</param>
public sealed record PackRecommendation(RecommendationKind Kind, string Text, string? About = null);

/// <summary>One standing heading with its answer; "None" is an answer, blank is not.</summary>
public sealed record PackImplication(string Heading, string Answer);

/// <summary>A section of standing text under its heading.</summary>
public sealed record PackSection(string Heading, IReadOnlyList<PackParagraph> Paragraphs);

/// <summary>A numbered paragraph with the bullets under it.</summary>
public sealed record PackParagraph(string Text, IReadOnlyList<string> Bullets);

/// <summary>A sign-off of one version of one body's pack, or its absence.</summary>
public sealed record PackSignOff
{
    /// <summary>The group whose pack it is.</summary>
    public required string BodyName { get; init; }

    /// <summary>The version concerned.</summary>
    public required int Version { get; init; }

    /// <summary>Who signed, for the secretary; null while nobody has. A public edition prints the post alone.</summary>
    public string? SignedBy { get; init; }

    /// <summary>The signatory's post, such as Chair.</summary>
    public string? Post { get; init; }

    /// <summary>For whom a vice-chair signed.</summary>
    public string? SignedFor { get; init; }

    /// <summary>When it was signed.</summary>
    public DateTime? SignedAtUtc { get; init; }

    /// <summary>Whether that version is signed.</summary>
    public bool IsSigned => SignedBy is not null;
}

/// <summary>A decision taken earlier, with what has become of it.</summary>
public sealed record PackDecision
{
    /// <summary>The decision's code.</summary>
    public required string Code { get; init; }

    /// <summary>Who decided.</summary>
    public required string BodyName { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateOnly MeetingDate { get; init; }

    /// <summary>Agreed, amended, deferred, noted or rejected.</summary>
    public required string Outcome { get; init; }

    /// <summary>What was decided.</summary>
    public required string Text { get; init; }

    /// <summary>Who acts on it.</summary>
    public string? Owner { get; init; }

    /// <summary>By when.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Open, done or dropped.</summary>
    public required string State { get; init; }
}

/// <summary>A figure or text that differs from an earlier version.</summary>
public sealed record PackChange
{
    /// <summary>The measure's code.</summary>
    public required string Code { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Name { get; init; }

    /// <summary>The earlier quarter whose figure was revised, such as 2008-09-Q2; null for a figure of this report's own quarter.</summary>
    public string? Quarter { get; init; }

    /// <summary>What was printed.</summary>
    public required string Old { get; init; }

    /// <summary>What is printed now.</summary>
    public required string New { get; init; }

    /// <summary>Provisional to final, late data, error or definition, in words.</summary>
    public required string Class { get; init; }

    /// <summary>Why, in the officer's words.</summary>
    public required string Why { get; init; }

    /// <summary>The day of the change.</summary>
    public required DateOnly ChangedOn { get; init; }

    /// <summary>The effect on status, direction and totals.</summary>
    public string? Effect { get; init; }

    /// <summary>Whether it came after the sign-off of an earlier version.</summary>
    public bool SinceSignOff { get; init; }
}

/// <summary>One status of the legend and what earns it.</summary>
public sealed record PackLegendEntry(PackStatus Status, string Meaning);

/// <summary>A shorthand mark, without its brackets, and its meaning.</summary>
public sealed record PackShorthand(string Mark, string Meaning);

/// <summary>The offer of other forms in one language; the language is a tag such as <c>ur</c>.</summary>
public sealed record PackOtherFormat(string Language, string LanguageName, string Text);
