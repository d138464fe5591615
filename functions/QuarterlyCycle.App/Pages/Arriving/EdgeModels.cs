namespace QuarterlyCycle.App.Pages.Arriving;

/// <summary>A fault, by the reference under which it is logged.</summary>
public sealed record FaultModel(string Reference, bool WasSending);

/// <summary>An address that leads nowhere.</summary>
public sealed record NotFoundModel;

/// <summary>A form that was not given to this visitor, or a visitor whose time is over.</summary>
public sealed record SignedOutModel(bool HasSession)
{
    /// <summary>Whether the visitor had come in, and it was too long ago.</summary>
    public bool WasIdle { get; init; }

    /// <summary>What was typed on the page that could not be saved, so that nobody has to write it twice.</summary>
    public IReadOnlyList<string> Typed { get; init; } = [];
}

/// <summary>A page that is not for this visitor, why, and where to go instead.</summary>
public sealed record NoAccessModel(string Why, string Back)
{
    public string Title { get; init; } = "You do not have access to this page";
}
