using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>An answer after it was checked: what to store, or what to put right.</summary>
public sealed record SubmissionReading
{
    /// <summary>The code of the measure or milestone.</summary>
    public required string Code { get; init; }

    /// <summary>The figure that was read; null for a milestone, and when there are errors in it.</summary>
    public Figure? Figure { get; init; }

    /// <summary>Where the milestone is; null for a measure.</summary>
    public DeliverableState? MilestoneState { get; init; }

    /// <summary>The comment without surrounding space; null when there is none.</summary>
    public string? Comment { get; init; }

    /// <summary>Why an unusual figure is right: typed now, or given before for the same value.</summary>
    public string? Explanation { get; init; }

    /// <summary>What has to be put right before anything is stored.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>What is unusual.</summary>
    public IReadOnlyList<FiredQuery> Queries { get; init; } = [];

    /// <summary>The measure with this answer: its status and directions; null for a milestone or with errors.</summary>
    public QuarterResult? Result { get; init; }

    /// <summary>Whether it can be stored.</summary>
    public bool IsAccepted => Errors.Count == 0;

    /// <summary>Whether the officer still has to amend or explain the figure.</summary>
    public bool NeedsExplanation => IsAccepted && Explanation is null && Queries.Any(query => query.IsShownBeforeSending);

    /// <summary>Whether a reply may be recorded at once. What a comment says never holds a figure up; it is only flagged.</summary>
    public bool IsCertain => IsAccepted && !NeedsExplanation;
}
