namespace QuarterlyCycle.Domain.Packs;

/// <summary>One version of a body's pack: its files never change.</summary>
public sealed record PackVersion
{
    /// <summary>The cycle's code.</summary>
    public required string Cycle { get; init; }

    /// <summary>The body's code.</summary>
    public required string Body { get; init; }

    /// <summary>1 for the first version, one more for each that follows.</summary>
    public required int Version { get; init; }

    /// <summary>What had it built: a draft's number or an act's id; a repeat of the same cause is the same version.</summary>
    public required string Cause { get; init; }

    /// <summary>What the version waits for or is.</summary>
    public required PackState State { get; init; }

    /// <summary>When it was built.</summary>
    public required DateTime BuiltUtc { get; init; }

    /// <summary>Its files.</summary>
    public required IReadOnlyList<PackFile> Files { get; init; }

    /// <summary>The SHA-256, in lower-case hexadecimal, over the files' names and hashes: what a signature is bound to.</summary>
    public required string Seal { get; init; }

    /// <summary>Whether the group's commentary and decisions are in it.</summary>
    public bool HasGroupUpdate { get; init; }

    /// <summary>What must be fixed before it is issued.</summary>
    public IReadOnlyList<string> MustFix { get; init; } = [];

    /// <summary>What should be looked at before it is issued.</summary>
    public IReadOnlyList<string> ShouldCheck { get; init; } = [];

    /// <summary>When it was issued, or null.</summary>
    public DateTime? IssuedUtc { get; init; }

    /// <summary>Who issued it, or null.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>The audit record's newest entry when it was issued, as number and hash, or null.</summary>
    public string? AuditHead { get; init; }

    /// <summary>Why it was replaced or withdrawn, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>A file of a pack.</summary>
/// <param name="Name">The file's name as people get it.</param>
/// <param name="StoredAs">Its name in the file store.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal.</param>
/// <param name="Edition">Public or exempt.</param>
public sealed record PackFile(string Name, string StoredAs, string ContentType, long Size, string Sha256, PackEdition Edition);
