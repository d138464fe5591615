namespace QuarterlyCycle.Orchestrations.Cycles;

/// <summary>One quarter: its code, the version of the timetable by which it opens, and the number of chunks of data requests.</summary>
/// <remarks>The dates stand in the timetable, which is read once: with ten outcome groups they would not fit into a brief.</remarks>
public sealed record QuarterlyCycleBrief(string Cycle, int TimetableVersion, int Chunks);
