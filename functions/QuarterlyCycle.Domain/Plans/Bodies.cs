namespace QuarterlyCycle.Domain.Plans;

/// <summary>What kind of body it is.</summary>
public enum BodyKind
{
    /// <summary>Receives figures, meets and signs its own pack.</summary>
    OutcomeGroup,

    /// <summary>Receives the board pack and decides.</summary>
    Board,

    /// <summary>Scrutinises.</summary>
    Scrutiny,

    /// <summary>A group for one theme.</summary>
    ThemeGroup,

    /// <summary>A group that leads on work and answers through its secretary.</summary>
    LeadGroup,

    /// <summary>A part of another body.</summary>
    SubGroup,

    /// <summary>A panel, such as one of young people.</summary>
    Panel,
}

/// <summary>An outcome group, board, panel or lead group with its chair, vice-chair, secretary and members.</summary>
public sealed record Body
{
    /// <summary>The code, such as <c>stay-safe</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The name as it is printed.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of body it is.</summary>
    public required BodyKind Kind { get; init; }

    /// <summary>The code of the body that it reports to.</summary>
    public string? Parent { get; init; }

    /// <summary>The chair's e-mail address.</summary>
    public string? Chair { get; init; }

    /// <summary>The vice-chair's e-mail address.</summary>
    public string? ViceChair { get; init; }

    /// <summary>The secretary's e-mail address.</summary>
    public string? Secretary { get; init; }

    /// <summary>The members' e-mail addresses.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The groups that support it, as the plan names them.</summary>
    public IReadOnlyList<string> SupportedBy { get; init; } = [];

    /// <summary>The place among the bodies in lists and packs.</summary>
    public int? Order { get; init; }
}
