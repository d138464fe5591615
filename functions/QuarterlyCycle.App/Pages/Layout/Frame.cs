namespace QuarterlyCycle.App.Pages.Layout;

/// <summary>What stands around every page.</summary>
public sealed record Frame
{
    /// <summary>The service's name, as it stands in every title.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The council that runs it.</summary>
    public required string Council { get; init; }

    /// <summary>Whom to ask, in one line.</summary>
    public required string Contact { get; init; }

    /// <summary>Where the service's name leads.</summary>
    public required string Home { get; init; }

    /// <summary>Who is signed in, in words, or null.</summary>
    public string? SignedInAs { get; init; }

    /// <summary>The navigation of this person's role.</summary>
    public IReadOnlyList<FrameLink> Links { get; init; } = [];
}

/// <summary>A link of the navigation.</summary>
public sealed record FrameLink(string Text, string Address);
