namespace QuarterlyCycle.App.Audits;

/// <summary>One act, as whoever did it reports it.</summary>
public sealed record AuditEntry
{
    /// <summary>When it was done.</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>Who did it: an officer's number, or the service.</summary>
    public required string Actor { get; init; }

    /// <summary>For whom it was done, when for somebody else.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>What was done, in one word such as <c>SubmissionRecorded</c>.</summary>
    public required string Act { get; init; }

    /// <summary>To what, such as a measure's or a pack's code.</summary>
    public required string Subject { get; init; }

    /// <summary>What stood there before; a long text is kept as its SHA-256.</summary>
    public string? Old { get; init; }

    /// <summary>What stands there now; a long text is kept as its SHA-256.</summary>
    public string? New { get; init; }

    /// <summary>The act's own id: the same act reported twice is one entry.</summary>
    public required string ActId { get; init; }
}

/// <summary>An entry as it is stored, with its place in the chain.</summary>
public sealed record AuditRow
{
    /// <summary>Its number in the cycle, from 1 without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The act.</summary>
    public required AuditEntry Entry { get; init; }

    /// <summary>The hash of the entry before; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>The keyed hash over the entry, its number, its cycle and the hash before.</summary>
    public required string Hash { get; init; }
}

/// <summary>The newest entry of a cycle: mailed and printed, so that entries cut off at the end are missed.</summary>
public sealed record AuditHead(int Number, string Hash)
{
    /// <summary>The head of a cycle without entries.</summary>
    public static AuditHead Empty { get; } = new(0, "");
}

/// <summary>What checking a chain found.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Head">The newest entry that is good, with everything before it.</param>
/// <param name="FirstBad">The number of the first bad entry; null when all are good.</param>
/// <param name="Why">What is wrong with it.</param>
public sealed record AuditVerdict(int Entries, AuditHead Head, int? FirstBad, string? Why)
{
    /// <summary>Whether every entry is good.</summary>
    public bool IsGood => FirstBad is null;
}
