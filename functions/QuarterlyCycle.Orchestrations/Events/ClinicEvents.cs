namespace QuarterlyCycle.Orchestrations.Events;

/// <summary>The clinic was held; its findings and actions are stored, and these are the days on which the actions are due.</summary>
public sealed record ClinicHeld(string Id, DateTime AtUtc, string By, string Clinic, IReadOnlyList<ClinicMilestone>? Milestones = null)
    : Signal(Id, AtUtc, By);

/// <summary>One action of a clinic, by its number from 1, and the instant at which the service asks how it stands.</summary>
public sealed record ClinicMilestone(int Number, DateTime AtUtc);

/// <summary>The clinic is closed, or called off.</summary>
public sealed record ClinicClosed(string Id, DateTime AtUtc, string By, string Clinic) : Signal(Id, AtUtc, By);
