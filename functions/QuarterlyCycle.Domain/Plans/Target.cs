using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>How a result is held against a target.</summary>
public enum TargetOperator
{
    /// <summary>Met at the value or above.</summary>
    AtLeast,

    /// <summary>Met at the value or below.</summary>
    AtMost,

    /// <summary>Met from low to high.</summary>
    Between,

    /// <summary>A range of one value.</summary>
    Exactly,
}

/// <summary>A target of one measure for one period; its text is always kept.</summary>
public sealed record Target
{
    /// <summary>The measure's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The period it is for.</summary>
    public required Period Period { get; init; }

    /// <summary>The value to reach.</summary>
    public decimal? Value { get; init; }

    /// <summary>The lower end of a range.</summary>
    public decimal? Low { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? High { get; init; }

    /// <summary>The target in the plan's words.</summary>
    public string? Text { get; init; }

    /// <summary>How a result is held against it; from the measure's polarity unless the plan says.</summary>
    public TargetOperator? Operator { get; init; }

    /// <summary>Where it started from.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>The period of the baseline.</summary>
    public Period? BaselinePeriod { get; init; }

    /// <summary>The date by which it is to be reached.</summary>
    public DateOnly? By { get; init; }

    /// <summary>Who set it.</summary>
    public string? SetBy { get; init; }

    /// <summary>When it was set.</summary>
    public DateOnly? SetOn { get; init; }

    /// <summary>Whether a result can be held against it; a target kept as text has no status.</summary>
    public bool IsReadable => Value is not null || (Low is not null && High is not null);

    /// <summary>Whether the plan prints a mark such as "-" or "N/A" where a target would stand, and so sets none.</summary>
    public bool IsNone => !IsReadable && Text?.Trim().ToUpperInvariant() is "-" or "–" or "—" or "N/A" or "NA" or "NOT APPLICABLE";
}
