using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>One answer for one measure or milestone, never edited: a correction is another one.</summary>
public sealed record Submission
{
    /// <summary>The cycle's code.</summary>
    public required string Cycle { get; init; }

    /// <summary>The code of the measure or milestone.</summary>
    public required string Code { get; init; }

    /// <summary>1 for the first, one more for each that follows.</summary>
    public required int Number { get; init; }

    /// <summary>The id of the act that sent it.</summary>
    public required string ActId { get; init; }

    /// <summary>The reference shown to the officer; the same for all that was sent together.</summary>
    public required string Reference { get; init; }

    /// <summary>The number of the officer who sent it.</summary>
    public required string By { get; init; }

    /// <summary>For whom it was entered, when somebody else sent it, or null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>How it came.</summary>
    public required SubmissionRoute Route { get; init; }

    /// <summary>What was entered.</summary>
    public required SubmissionForm Form { get; init; }

    /// <summary>The figure that was read, or null for a milestone.</summary>
    public Figure? Figure { get; init; }

    /// <summary>Why an unusual figure is right: typed with it, or given before for the same value; null when nothing asked for it.</summary>
    public string? Explanation { get; init; }

    /// <summary>The queries that fired.</summary>
    public IReadOnlyList<FiredQuery> Queries { get; init; } = [];

    /// <summary>The submission it corrects, or null.</summary>
    public int? Corrects { get; init; }

    /// <summary>Why it is corrected, or null for a first answer.</summary>
    public CorrectionReason? CorrectionReason { get; init; }

    /// <summary>Whether it revises a figure after corrections stopped, so that it is marked [r] from the next report on.</summary>
    public bool IsRevision { get; init; }

    /// <summary>Whether it came after its due instant.</summary>
    public bool Late { get; init; }
}

/// <summary>How a submission came.</summary>
public enum SubmissionRoute
{
    /// <summary>By the page.</summary>
    Page,

    /// <summary>By reply to the e-mail.</summary>
    Reply,

    /// <summary>By spreadsheet.</summary>
    Spreadsheet,

    /// <summary>Entered by the project manager for the officer.</summary>
    EnteredForThem,
}

/// <summary>Why a figure was corrected.</summary>
public enum CorrectionReason
{
    /// <summary>A typing mistake.</summary>
    TypingMistake,

    /// <summary>Late data.</summary>
    LateData,

    /// <summary>The wrong period.</summary>
    WrongPeriod,

    /// <summary>Another definition.</summary>
    Definition,

    /// <summary>A provisional figure is now final.</summary>
    ProvisionalToFinal,
}
