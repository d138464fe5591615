namespace QuarterlyCycle.App.Pages.Arriving;

/// <summary>A fault, by the reference under which it is logged.</summary>
public sealed record FaultModel(string Reference, bool WasSending);

/// <summary>An address that leads nowhere.</summary>
public sealed record NotFoundModel;

/// <summary>A form that was not given to this visitor.</summary>
public sealed record SignedOutModel(bool HasSession);

/// <summary>A page that is not for this visitor, why, and where to go instead.</summary>
public sealed record NoAccessModel(string Why, string Back);
