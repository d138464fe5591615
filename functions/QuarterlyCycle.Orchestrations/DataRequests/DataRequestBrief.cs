using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.Orchestrations.DataRequests;

/// <summary>One data request and its dates.</summary>
/// <param name="DataRequest">Whose data request it is.</param>
/// <param name="TimetableVersion">The version of the timetable from which the dates come.</param>
/// <param name="Chasing">When the officer is told, asked and reminded.</param>
/// <param name="AnswersStopUtc">The cut-off.</param>
public sealed record DataRequestBrief(
    DataRequestKey DataRequest,
    int TimetableVersion,
    IReadOnlyList<ChasingDate> Chasing,
    DateTime AnswersStopUtc);
