namespace QuarterlyCycle.Domain.Packs;

/// <summary>A key action of the plan: whose it is, with whom, for what, and what it promises.</summary>
public sealed record PackKeyAction
{
    /// <summary>The action's code.</summary>
    public required string Code { get; init; }

    /// <summary>The action in the plan's words.</summary>
    public required string Text { get; init; }

    /// <summary>The codes of the priorities that it serves.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];

    /// <summary>The heading under which the plan groups it.</summary>
    public string? GroupHeading { get; init; }

    /// <summary>Who leads on it strategically.</summary>
    public string? StrategicLead { get; init; }

    /// <summary>Who leads on it.</summary>
    public string? Lead { get; init; }

    /// <summary>The other bodies it belongs to.</summary>
    public IReadOnlyList<string> OtherGroups { get; init; } = [];

    /// <summary>Partners, as the plan names them.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Other plans it is linked to, but for those that its own words name.</summary>
    public IReadOnlyList<string> LinkedPlans { get; init; } = [];

    /// <summary>Resources, verbatim.</summary>
    public string? Resources { get; init; }

    /// <summary>The plan's own commentary, where it says more than the names beside it.</summary>
    public string? Commentary { get; init; }

    /// <summary>The codes of the measures that show it.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>The codes of its milestones among those of the part.</summary>
    public IReadOnlyList<string> Milestones { get; init; } = [];

    /// <summary>What it promises and nobody is asked about this quarter: of later years, done before, or reported under another code.</summary>
    public IReadOnlyList<PackMilestone> NotAsked { get; init; } = [];
}

/// <summary>A theme, outcome, priority, aspiration or principle of the plan.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">What the plan calls it, such as Aspiration.</param>
/// <param name="Text">Its words.</param>
public sealed record PackPriority(string Code, string Kind, string Text)
{
    /// <summary>The code of what it is part of.</summary>
    public string? Parent { get; init; }

    /// <summary>What it is part of, by kind, code and words, where the report does not say it anyway.</summary>
    public string? PartOf { get; init; }

    /// <summary>The themes that cross it, each by code and words.</summary>
    public IReadOnlyList<string> CrossedBy { get; init; } = [];

    /// <summary>Whether it is an area of focus.</summary>
    public bool IsAreaOfFocus { get; init; }

    /// <summary>Whether young people chose it.</summary>
    public bool IsYoungPeoples { get; init; }

    /// <summary>Kind, code and words, such as "Priority P1: Children are safe."</summary>
    public string Title => $"{Kind} {Code}: {Text}";
}
