using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>How final a figure in the plan was when it was written down.</summary>
public enum PlanFigureStatus
{
    /// <summary>Final.</summary>
    Final,

    /// <summary>Provisional.</summary>
    Provisional,

    /// <summary>Estimated.</summary>
    Estimated,

    /// <summary>Revised.</summary>
    Revised,
}

/// <summary>Why the plan has no value for a period.</summary>
public enum PlanFigureReason
{
    /// <summary>Not collected this quarter.</summary>
    NotCollected,

    /// <summary>Not applicable.</summary>
    NotApplicable,

    /// <summary>There were no cases to count.</summary>
    NoCases,

    /// <summary>Not ready.</summary>
    NotReady,

    /// <summary>Not known.</summary>
    NotKnown,

    /// <summary>No longer collected.</summary>
    NoLongerCollected,

    /// <summary>Too few to share.</summary>
    TooFew,

    /// <summary>Not yet defined.</summary>
    NotYetDefined,

    /// <summary>Nobody answered.</summary>
    NotSupplied,
}

/// <summary>A figure that stood before the service did: a value for one measure and one period, or a reason why there is none.</summary>
public sealed record PlanFigure
{
    /// <summary>The measure's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The period it is reported for.</summary>
    public required Period Period { get; init; }

    /// <summary>The value.</summary>
    public decimal? Value { get; init; }

    /// <summary>The count above the line.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The count below the line.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The figure as it was printed.</summary>
    public string? Text { get; init; }

    /// <summary>How final it was.</summary>
    public PlanFigureStatus Status { get; init; }

    /// <summary>Why there is no value.</summary>
    public PlanFigureReason? Reason { get; init; }

    /// <summary>The period of the data, where it is not the one reported for.</summary>
    public Period? DataPeriod { get; init; }

    /// <summary>The version of the definition it was counted by.</summary>
    public int? DefinitionVersion { get; init; }

    /// <summary>Where it was taken from.</summary>
    public string? Source { get; init; }
}

/// <summary>With whom a measure is compared.</summary>
public enum ComparatorName
{
    /// <summary>Statistical neighbours: a starting list, not a target.</summary>
    StatisticalNeighbours,

    /// <summary>England.</summary>
    England,

    /// <summary>The region.</summary>
    Region,

    /// <summary>A family of areas.</summary>
    Family,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>How a comparator's value was made.</summary>
public enum ComparatorBasis
{
    /// <summary>The mean of the members' rates.</summary>
    MeanOfRates,

    /// <summary>Summed numerators over summed denominators.</summary>
    Pooled,

    /// <summary>As published.</summary>
    Published,
}

/// <summary>A value of neighbours, England or the region for one measure and one period.</summary>
public sealed record Comparator
{
    /// <summary>The measure's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>With whom it compares.</summary>
    public required ComparatorName Name { get; init; }

    /// <summary>The period of the value.</summary>
    public required Period Period { get; init; }

    /// <summary>The value.</summary>
    public decimal? Value { get; init; }

    /// <summary>The value as printed.</summary>
    public string? Text { get; init; }

    /// <summary>How many members it is made of.</summary>
    public int? Members { get; init; }

    /// <summary>How it was made.</summary>
    public ComparatorBasis? Basis { get; init; }

    /// <summary>Whether it compares like with like.</summary>
    public bool LikeForLike { get; init; } = true;

    /// <summary>Why it does not.</summary>
    public string? WhyNot { get; init; }

    /// <summary>Where it was taken from.</summary>
    public string? Source { get; init; }

    /// <summary>When it was published.</summary>
    public DateOnly? Published { get; init; }
}

/// <summary>What a change of definition does.</summary>
public enum DefinitionChangeKind
{
    /// <summary>Breaks the series: no comparison across it.</summary>
    Break,

    /// <summary>Changes words only.</summary>
    Wording,

    /// <summary>Starts the lines of the chart anew, because the measure settled on another level; the definition stays.</summary>
    Rebase,
}

/// <summary>A change to a measure's definition from a period on, or a new start of its chart, with its reason.</summary>
public sealed record DefinitionChange(string Indicator, Period FromPeriod, DefinitionChangeKind Kind, string Reason, string? By, DateOnly? On);
