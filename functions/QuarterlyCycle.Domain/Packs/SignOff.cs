namespace QuarterlyCycle.Domain.Packs;

/// <summary>What a chair or vice-chair did with one version of a pack.</summary>
public sealed record SignOff
{
    /// <summary>The cycle's code.</summary>
    public required string Cycle { get; init; }

    /// <summary>The body's code.</summary>
    public required string Body { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>The id of the act.</summary>
    public required string Id { get; init; }

    /// <summary>The seal of that version.</summary>
    public required string Seal { get; init; }

    /// <summary>The number of who signed or sent back.</summary>
    public required string By { get; init; }

    /// <summary>The number of the chair for whom a vice-chair acted, or null.</summary>
    public string? For { get; init; }

    /// <summary>When.</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>Whether it was signed; else it was sent back.</summary>
    public required bool SignedOff { get; init; }

    /// <summary>Where in the pack a change is wanted, or null.</summary>
    public string? Paragraph { get; init; }

    /// <summary>What needs changing, or null.</summary>
    public string? Comment { get; init; }
}
