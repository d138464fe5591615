namespace QuarterlyCycle.Orchestrations.Events;

/// <summary>The project manager has issued this version.</summary>
public sealed record PackIssued(string Id, DateTime AtUtc, string By, int Version, string Seal) : Signal(Id, AtUtc, By);

/// <summary>A newer version replaces the issued board pack.</summary>
public sealed record PackReplaced(string Id, DateTime AtUtc, string By, int Version, string Seal) : Signal(Id, AtUtc, By);

/// <summary>The issued board pack is withdrawn.</summary>
public sealed record PackWithdrawn(string Id, DateTime AtUtc, string By, int Version) : Signal(Id, AtUtc, By);

/// <summary>The group's commentary and decisions are stored.</summary>
public sealed record GroupUpdateRecorded(string Id, DateTime AtUtc, string By, string Group) : Signal(Id, AtUtc, By);

/// <summary>A chair or vice-chair has signed the version with this seal.</summary>
public sealed record PackSignedOff(string Id, DateTime AtUtc, string By, int Version, string Seal) : Signal(Id, AtUtc, By);

/// <summary>A chair or vice-chair has sent this version back.</summary>
public sealed record PackSentBack(string Id, DateTime AtUtc, string By, int Version, string Reason) : Signal(Id, AtUtc, By);

/// <summary>The secretary has recorded the board's decisions.</summary>
public sealed record DecisionsRecorded(string Id, DateTime AtUtc, string By, DateOnly Meeting) : Signal(Id, AtUtc, By);
