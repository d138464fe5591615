namespace QuarterlyCycle.App.Access;

/// <summary>What a link lets its holder do.</summary>
public enum LinkKind
{
    /// <summary>Answer one data request, as often as needed.</summary>
    Request,

    /// <summary>Sign in, once.</summary>
    SignIn,

    /// <summary>Sign off one version of one pack, once.</summary>
    SignOff,
}

/// <summary>Where a link stands.</summary>
public enum LinkState
{
    /// <summary>It works until it expires.</summary>
    Live,

    /// <summary>It was used, and works once.</summary>
    Spent,

    /// <summary>A newer link, or somebody's decision, ended it.</summary>
    Replaced,
}

/// <summary>What one link is for. The same brief always gives the same link; another round gives another.</summary>
public sealed record LinkBrief
{
    /// <summary>What it lets its holder do.</summary>
    public required LinkKind Kind { get; init; }

    /// <summary>The number of the one officer it is for.</summary>
    public required string Officer { get; init; }

    /// <summary>Tells this link from earlier ones for the same purpose: a number that rises with each new link, or the id of the act that asked for it.</summary>
    public required string Round { get; init; }

    /// <summary>The cycle it is for; null for one that is not tied to a cycle.</summary>
    public string? Cycle { get; init; }

    /// <summary>The body whose pack it shows.</summary>
    public string? Body { get; init; }

    /// <summary>The version of that pack.</summary>
    public int? Version { get; init; }

    /// <summary>Until when it works.</summary>
    public required DateTime ExpiresUtc { get; init; }
}

/// <summary>A link as it is stored: never its token, only the token's hash.</summary>
public sealed record LinkRow
{
    /// <summary>The SHA-256 of the token.</summary>
    public required string Hash { get; init; }

    /// <summary>What it is for.</summary>
    public required LinkBrief Brief { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTime IssuedUtc { get; init; }

    /// <summary>Where it stands.</summary>
    public LinkState State { get; init; }

    /// <summary>When it was spent or replaced.</summary>
    public DateTime? EndedUtc { get; init; }

    /// <summary>The act that spent it, or why it was replaced.</summary>
    public string? EndedBy { get; init; }
}

/// <summary>What a token turned out to be.</summary>
public enum LinkStatus
{
    /// <summary>It works.</summary>
    Live,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was used.</summary>
    Spent,

    /// <summary>There is a newer one, or it was taken back.</summary>
    Replaced,

    /// <summary>No such link: cut in two, mistyped or made up.</summary>
    Unknown,
}

/// <summary>A token's status, and its link when there is one.</summary>
public sealed record FoundLink(LinkStatus Status, LinkRow? Row);
