namespace QuarterlyCycle.Orchestrations.Events;

/// <summary>A new version of the cycle's timetable is stored; the orchestrations read it by <see cref="Calls.ReadTimetable"/>.</summary>
public sealed record TimetableRevised(string Id, DateTime AtUtc, string By, int Version) : Signal(Id, AtUtc, By);

/// <summary>The project manager has cancelled the cycle.</summary>
public sealed record CycleCancelled(string Id, DateTime AtUtc, string By, string Reason) : Signal(Id, AtUtc, By);
