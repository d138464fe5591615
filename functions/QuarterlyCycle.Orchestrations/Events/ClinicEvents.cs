namespace QuarterlyCycle.Orchestrations.Events;

/// <summary>The clinic was held; its findings and actions are stored.</summary>
public sealed record ClinicHeld(string Id, DateTime AtUtc, string By, string Clinic) : Signal(Id, AtUtc, By);

/// <summary>The clinic is closed, or called off.</summary>
public sealed record ClinicClosed(string Id, DateTime AtUtc, string By, string Clinic) : Signal(Id, AtUtc, By);
