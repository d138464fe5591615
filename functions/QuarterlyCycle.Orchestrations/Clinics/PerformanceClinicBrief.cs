using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.Orchestrations.Clinics;

/// <summary>One performance clinic and its dates.</summary>
/// <param name="Clinic">The clinic's code.</param>
/// <param name="Measure">The measure that is looked at.</param>
/// <param name="Cycle">The cycle whose board hears the findings.</param>
/// <param name="TimetableVersion">The version of that cycle's timetable from which the findings' date comes.</param>
/// <param name="RemindUtc">When people are reminded to hold it.</param>
/// <param name="Milestones">The actions known when it was called; those agreed at the clinic come with <see cref="ClinicHeld"/>.</param>
/// <param name="FindingsUtc">When the findings go to the board.</param>
/// <param name="LastUtc">After this nothing is awaited.</param>
/// <param name="Progress">How far it had come when it began again; null at first.</param>
public sealed record PerformanceClinicBrief(
    string Clinic,
    string Measure,
    string Cycle,
    int TimetableVersion,
    DateTime RemindUtc,
    IReadOnlyList<ClinicMilestone> Milestones,
    DateTime FindingsUtc,
    DateTime LastUtc,
    ClinicProgress? Progress = null);

/// <summary>What a clinic carries with it when it begins again with an empty history.</summary>
public sealed record ClinicProgress(bool Invited, bool Reminded, bool Held, bool FindingsSent, IReadOnlyList<int> Checked, int FailedSteps)
{
    /// <summary>A clinic that has just been called.</summary>
    public static ClinicProgress None { get; } = new(Invited: false, Reminded: false, Held: false, FindingsSent: false, [], 0);
}
