using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.Orchestrations.Collections;

/// <summary>One chunk of at most 75 data requests, and the dates that they share.</summary>
public sealed record CollectionBrief(
    string Cycle,
    int Chunk,
    int TimetableVersion,
    IReadOnlyList<ChasingDate> Chasing,
    DateTime AnswersStopUtc);
