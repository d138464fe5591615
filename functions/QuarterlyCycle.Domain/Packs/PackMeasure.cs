namespace QuarterlyCycle.Domain.Packs;

/// <summary>A shape that repeats a status word for the eye; never read out.</summary>
public enum PackSymbol
{
    /// <summary>No symbol: not supplied, no target, not due, hidden.</summary>
    None,

    /// <summary>●</summary>
    Circle,

    /// <summary>◆</summary>
    Diamond,

    /// <summary>▲</summary>
    Triangle,

    /// <summary>★</summary>
    Star,
}

/// <summary>A colour that repeats a status word; never alone.</summary>
public enum PackColour
{
    /// <summary>Plain.</summary>
    None,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Amber.</summary>
    Amber,

    /// <summary>Red.</summary>
    Red,

    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Grey.</summary>
    Grey,
}

/// <summary>An arrow: better, worse or no change; never up or down.</summary>
public enum PackArrow
{
    /// <summary>No arrow: not comparable, or a neutral measure.</summary>
    None,

    /// <summary>↑, improved.</summary>
    Better,

    /// <summary>↓, got worse.</summary>
    Worse,

    /// <summary>→, no change.</summary>
    Same,
}

/// <summary>A status as printed: words first, then symbol, then colour.</summary>
public sealed record PackStatus(string Words, PackSymbol Symbol, PackColour Colour);

/// <summary>A direction of travel as printed; the reason stands where nothing can be compared.</summary>
public sealed record PackDirection(string Words, PackArrow Arrow, string? Reason = null);

/// <summary>One point of a measure's past: the period, the figure and target as printed, their values for a chart where they may be shown, its signal, and the break in series before it.</summary>
public sealed record PackPoint(string Period, string Figure, string? Target, decimal? Value, decimal? TargetValue, string? Signal = null, string? Break = null);

/// <summary>One row of the performance table.</summary>
public sealed record PackMeasure
{
    /// <summary>The measure's code.</summary>
    public required string Code { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Name { get; init; }

    /// <summary>"High", "Low", "In range" or "Neither".</summary>
    public required string GoodIs { get; init; }

    /// <summary>The target as printed, or "No target set".</summary>
    public required string Target { get; init; }

    /// <summary>The figure as printed, or the words for its absence.</summary>
    public required string Figure { get; init; }

    /// <summary>Shorthand marks on the figure, without brackets.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The status in words with symbol and colour.</summary>
    public required PackStatus Status { get; init; }

    /// <summary>The rule that produced the status, in words.</summary>
    public string? StatusRule { get; init; }

    /// <summary>Direction against the quarter before; null where there is none.</summary>
    public PackDirection? SinceLastQuarter { get; init; }

    /// <summary>Direction against the same quarter last year; null where there is none.</summary>
    public PackDirection? SinceLastYear { get; init; }

    /// <summary>Year to date as printed; null where it does not apply.</summary>
    public string? YearToDate { get; init; }

    /// <summary>What is counted, where the name does not say it.</summary>
    public string? Definition { get; init; }

    /// <summary>Its reference elsewhere and its number in the plan.</summary>
    public string? Reference { get; init; }

    /// <summary>For whom it is collected.</summary>
    public string? Scope { get; init; }

    /// <summary>Where its target starts from, with period and source.</summary>
    public string? Baseline { get; init; }

    /// <summary>Who set its target, and when.</summary>
    public string? TargetSetBy { get; init; }

    /// <summary>Notes, each a sentence.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the officer says of the figure.</summary>
    public string? Commentary { get; init; }

    /// <summary>The officer's explanation of an unusual figure.</summary>
    public string? Explanation { get; init; }

    /// <summary>Whether the figure may still change.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Whether nobody supplied the figure.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Whether a question on it was open when corrections stopped.</summary>
    public bool QuestionIsOpen { get; init; }

    /// <summary>Whether it stands off its target.</summary>
    public bool IsOffTarget { get; init; }

    /// <summary>Other groups in whose packs it also stands.</summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];

    /// <summary>What its chart draws beside the figures; null where there is nothing to draw.</summary>
    public PackVariation? Variation { get; init; }

    /// <summary>Its figures so far, oldest first, this quarter's last.</summary>
    public IReadOnlyList<PackPoint> Past { get; init; } = [];
}
