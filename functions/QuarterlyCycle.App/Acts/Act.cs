namespace QuarterlyCycle.App.Acts;

/// <summary>Something a person decided, from a page, a reply or a rehearsal; stored under its id before anything happens, so that doing it twice does it once.</summary>
public abstract record Act
{
    /// <summary>The id of the form it came from.</summary>
    public required string Id { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>The number of the officer who acts.</summary>
    public required string By { get; init; }

    /// <summary>The cycle it is about.</summary>
    public required string Cycle { get; init; }
}
