namespace QuarterlyCycle.Domain.DataRequests;

/// <summary>More time asked by an officer for named measures, and what became of it.</summary>
public sealed record Extension
{
    /// <summary>The cycle's code.</summary>
    public required string Cycle { get; init; }

    /// <summary>The id of the act that asked.</summary>
    public required string Id { get; init; }

    /// <summary>The number of the officer who asked.</summary>
    public required string Officer { get; init; }

    /// <summary>The codes of the measures it is for.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>The instant asked for: 5pm on the day the officer named.</summary>
    public required DateTime AskedUntilUtc { get; init; }

    /// <summary>Why more time is needed.</summary>
    public required string Why { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTime AskedUtc { get; init; }

    /// <summary>What became of it.</summary>
    public required ExtensionState State { get; init; }

    /// <summary>Who decided, or null when it was automatic or is open.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The id of the act that decided, or null.</summary>
    public string? DecidedIn { get; init; }

    /// <summary>The instant given, or null.</summary>
    public DateTime? UntilUtc { get; init; }

    /// <summary>Why it was refused, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>What became of an extension that was asked for.</summary>
public enum ExtensionState
{
    /// <summary>The project manager has not decided; the old date holds.</summary>
    Asked,

    /// <summary>Given without a decision, because answers had not stopped by then.</summary>
    GivenAutomatically,

    /// <summary>The project manager gave it.</summary>
    Given,

    /// <summary>The project manager refused it.</summary>
    Refused,
}
