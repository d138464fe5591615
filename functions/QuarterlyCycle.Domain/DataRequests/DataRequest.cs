namespace QuarterlyCycle.Domain.DataRequests;

/// <summary>One officer in one cycle: one e-mail lists all their measures.</summary>
public sealed record DataRequest
{
    /// <summary>The cycle's code.</summary>
    public required string Cycle { get; init; }

    /// <summary>The chunk, from 1, cut once at planning.</summary>
    public required int Chunk { get; init; }

    /// <summary>The number of the officer who is asked.</summary>
    public required string Officer { get; init; }

    /// <summary>The codes of the measures and milestones asked, in order.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>Where the data request stands.</summary>
    public required DataRequestState State { get; init; }

    /// <summary>When the request was sent, or null.</summary>
    public DateTime? AskedUtc { get; init; }

    /// <summary>When it was closed, or null.</summary>
    public DateTime? ClosedUtc { get; init; }

    /// <summary>How often the officer's link was renewed; a newer link ends the older ones.</summary>
    public int LinkRound { get; init; } = 1;

    /// <summary>The id of the act that renewed the link last, or null.</summary>
    public string? LinkRenewedBy { get; init; }
}

/// <summary>Where a data request stands.</summary>
public enum DataRequestState
{
    /// <summary>Not yet sent.</summary>
    Planned,

    /// <summary>Sent, with something still to answer.</summary>
    Asked,

    /// <summary>Everything is answered.</summary>
    Returned,

    /// <summary>Answers stopped with some measures missing.</summary>
    ReturnedInPart,

    /// <summary>Answers stopped with nothing answered.</summary>
    NotReturned,

    /// <summary>The cycle was cancelled.</summary>
    Withdrawn,
}
