namespace QuarterlyCycle.Domain.Plans;

/// <summary>How a target's words were understood.</summary>
public enum TargetReadingKind
{
    /// <summary>A value that results can be held against.</summary>
    Read,

    /// <summary>A person must say what is meant; nothing is computed meanwhile.</summary>
    Ask,

    /// <summary>Kept as text, for the reason given.</summary>
    TextOnly,
}

/// <summary>Why a target is kept as text.</summary>
public enum TargetTextOnly
{
    /// <summary>Done or not done.</summary>
    Milestone,

    /// <summary>Several targets under one heading.</summary>
    Bundle,

    /// <summary>Words without a target in them.</summary>
    NoTarget,

    /// <summary>Still to be defined.</summary>
    NotYetDefined,

    /// <summary>A placeholder.</summary>
    Placeholder,
}

/// <summary>What a target's words say. Only <see cref="TargetReadingKind.Read"/> gets a status.</summary>
public sealed record TargetReading(TargetReadingKind Kind, string Text)
{
    /// <summary>The value in the words.</summary>
    public decimal? Value { get; init; }

    /// <summary>How a result is held against the value.</summary>
    public TargetOperator? Operator { get; init; }

    /// <summary>Where it started from.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>The date by which it is to be reached.</summary>
    public DateOnly? By { get; init; }

    /// <summary>The unit that the words name.</summary>
    public IndicatorUnit? Unit { get; init; }

    /// <summary>A rate's multiplier.</summary>
    public decimal? Multiplier { get; init; }

    /// <summary>How the quarters relate to the year, where the words say so.</summary>
    public IndicatorKind? MeasureKind { get; init; }

    /// <summary>Whether the words say more than the value and are printed with it.</summary>
    public bool KeepsWords { get; init; }

    /// <summary>What to ask.</summary>
    public string? Question { get; init; }

    /// <summary>Why it is kept as text.</summary>
    public TargetTextOnly? Why { get; init; }
}
