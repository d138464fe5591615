using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>An answer as it was typed, the same whether it came by page, reply or spreadsheet.</summary>
public sealed record SubmissionForm
{
    /// <summary>The code of the measure or milestone.</summary>
    public required string Code { get; init; }

    /// <summary>The cycle that the form was made for; null when it does not say.</summary>
    public string? Cycle { get; init; }

    /// <summary>The figure as typed; two counts may be written like <c>49/72</c>.</summary>
    public string? Value { get; init; }

    /// <summary>The count above the line, as typed.</summary>
    public string? Numerator { get; init; }

    /// <summary>The count below the line, as typed.</summary>
    public string? Denominator { get; init; }

    /// <summary>Whether the figure is provisional; null when nothing was chosen.</summary>
    public bool? Provisional { get; init; }

    /// <summary>Why there is no figure.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>The reason in the officer's words.</summary>
    public string? ReasonWords { get; init; }

    /// <summary>Where a milestone is.</summary>
    public DeliverableState? MilestoneState { get; init; }

    /// <summary>The officer's comment.</summary>
    public string? Comment { get; init; }

    /// <summary>Why an unusual figure is right.</summary>
    public string? Explanation { get; init; }
}

/// <summary>Something that has to be put right, with the field it belongs to.</summary>
public sealed record FieldError(string Field, string Message);

/// <summary>The names of a form's fields, in errors and in pages.</summary>
public static class SubmissionFields
{
    /// <summary>The cycle of the form.</summary>
    public const string Cycle = "cycle";

    /// <summary>The figure.</summary>
    public const string Value = "value";

    /// <summary>The count above the line.</summary>
    public const string Numerator = "numerator";

    /// <summary>The count below the line.</summary>
    public const string Denominator = "denominator";

    /// <summary>Final or provisional.</summary>
    public const string Provisional = "provisional";

    /// <summary>Why there is no figure.</summary>
    public const string Reason = "reason";

    /// <summary>The reason in words.</summary>
    public const string ReasonWords = "reasonWords";

    /// <summary>Where a milestone is.</summary>
    public const string MilestoneState = "milestoneState";

    /// <summary>The comment.</summary>
    public const string Comment = "comment";

    /// <summary>The explanation.</summary>
    public const string Explanation = "explanation";
}
