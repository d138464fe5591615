namespace QuarterlyCycle.Domain.Plans;

/// <summary>The unit of a measure.</summary>
public enum IndicatorUnit
{
    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A whole number of things or people.</summary>
    Count,

    /// <summary>So many per multiplier.</summary>
    Rate,

    /// <summary>A ratio.</summary>
    Ratio,

    /// <summary>Pounds.</summary>
    Money,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Yes or no.</summary>
    YesNo,
}

/// <summary>How a measure's quarters relate to its year.</summary>
public enum IndicatorKind
{
    /// <summary>Entered per quarter and summed.</summary>
    Cumulative,

    /// <summary>A value on a date, never summed.</summary>
    Snapshot,

    /// <summary>A mean over the period.</summary>
    Average,

    /// <summary>Twelve months to the period's end.</summary>
    Rolling12,
}

/// <summary>Which way is better.</summary>
public enum Polarity
{
    /// <summary>Higher is better.</summary>
    High,

    /// <summary>Lower is better.</summary>
    Low,

    /// <summary>Inside the target's range is best.</summary>
    Range,

    /// <summary>Neither way is better.</summary>
    Neutral,
}

/// <summary>How often a measure is asked.</summary>
public enum Frequency
{
    /// <summary>Every quarter.</summary>
    Quarterly,

    /// <summary>In quarters 2 and 4.</summary>
    HalfYearly,

    /// <summary>In quarter 4.</summary>
    Annual,
}

/// <summary>How an annual target is spread over the quarters.</summary>
public enum TargetProfile
{
    /// <summary>Target × quarter ÷ 4.</summary>
    Linear,

    /// <summary>The whole target from quarter 1.</summary>
    Flat,

    /// <summary>Quarter rows of the sheet <c>targets</c>.</summary>
    Custom,
}

/// <summary>How a tolerance is counted.</summary>
public enum ToleranceKind
{
    /// <summary>In points of the measure's unit.</summary>
    Absolute,

    /// <summary>In per cent of the target.</summary>
    Relative,
}

/// <summary>Whether a measure is in use.</summary>
public enum IndicatorState
{
    /// <summary>Asked as its frequency says.</summary>
    Active,

    /// <summary>Awaiting its definition: no target, no status, not missing.</summary>
    NotYetDefined,

    /// <summary>No longer asked; its figures stay.</summary>
    Retired,
}

/// <summary>For whom a measure is collected.</summary>
public enum IndicatorScope
{
    /// <summary>A national indicator.</summary>
    National,

    /// <summary>Part of the local area agreement.</summary>
    Laa,

    /// <summary>A local measure.</summary>
    Local,

    /// <summary>A statutory target.</summary>
    Statutory,
}

/// <summary>A tolerance of one measure, with who set it, when and why.</summary>
public sealed record Tolerance(ToleranceKind Kind, decimal Amount, string? By, DateOnly? On, string? Why);

/// <summary>A measure; on screen the word is "measure".</summary>
public sealed record Indicator
{
    /// <summary>The code, such as <c>NI111a</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The name as it is printed.</summary>
    public required string Name { get; init; }

    /// <summary>The codes of the bodies that see it.</summary>
    public required IReadOnlyList<string> Bodies { get; init; }

    /// <summary>The unit; <see cref="HasFigure"/> says whether it means anything.</summary>
    public IndicatorUnit Unit { get; init; }

    /// <summary>How its quarters relate to its year.</summary>
    public IndicatorKind Kind { get; init; }

    /// <summary>Which way is better.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>False for a measure that only holds its parts together and carries no figure of its own.</summary>
    public bool HasFigure { get; init; } = true;

    /// <summary>Who answers.</summary>
    public Owner? Compiling { get; init; }

    /// <summary>Who reviews.</summary>
    public Owner? Lead { get; init; }

    /// <summary>Who is named as answerable; the lead when the plan names nobody.</summary>
    public string? Accountable { get; init; }

    /// <summary>The code of the measure it is a part of.</summary>
    public string? Parent { get; init; }

    /// <summary>The code of the key action it belongs to.</summary>
    public string? Action { get; init; }

    /// <summary>The number under which the plan lists it.</summary>
    public int? Number { get; init; }

    /// <summary>Its reference elsewhere, such as <c>NI 112</c>.</summary>
    public string? Ref { get; init; }

    /// <summary>For whom it is collected.</summary>
    public IReadOnlyList<IndicatorScope> Scope { get; init; } = [];

    /// <summary>What is counted.</summary>
    public string? Definition { get; init; }

    /// <summary>The version of the definition.</summary>
    public int DefinitionVersion { get; init; } = 1;

    /// <summary>Whether the value is itself a percentage change.</summary>
    public bool IsChange { get; init; }

    /// <summary>A rate's multiplier, such as 1000.</summary>
    public decimal? Multiplier { get; init; }

    /// <summary>Decimal places in print.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>What the numerator counts.</summary>
    public string? NumeratorLabel { get; init; }

    /// <summary>What the denominator counts.</summary>
    public string? DenominatorLabel { get; init; }

    /// <summary>Whether both counts must be given.</summary>
    public bool CountsRequired { get; init; }

    /// <summary>Whether a percentage is a part of a whole and so lies in 0 to 100.</summary>
    public bool Whole { get; init; } = true;

    /// <summary>Whether it counts people, so that its small numbers are hidden; a count of schools, say, does not.</summary>
    public bool CountsPeople { get; init; } = true;

    /// <summary>How often it is asked.</summary>
    public Frequency Frequency { get; init; }

    /// <summary>The e-mail addresses of those who may help the compiling officer.</summary>
    public IReadOnlyList<string> Helpers { get; init; } = [];

    /// <summary>Whether it belongs in the exempt edition only.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Its own tolerance; null takes the partnership's.</summary>
    public Tolerance? Tolerance { get; init; }

    /// <summary>Its own "better than target" percentage; null takes the partnership's.</summary>
    public decimal? BetterPct { get; init; }

    /// <summary>Its own least advantage for "better than target"; null takes the partnership's.</summary>
    public decimal? BetterFloor { get; init; }

    /// <summary>How an annual target is spread; linear for cumulative measures and flat for others, unless the plan says.</summary>
    public TargetProfile Profile { get; init; }

    /// <summary>Measures with the same code here count the same population.</summary>
    public string? Population { get; init; }

    /// <summary>Whether it is in use.</summary>
    public IndicatorState State { get; init; }
}
