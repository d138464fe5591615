using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.Orchestrations.Calls;

/// <summary>The key of one data request: one officer in one cycle.</summary>
public sealed record DataRequestKey(string Cycle, int Chunk, string Officer);

/// <summary>Sends the notice, request or reminder of this step (E0 to E5, E35 with the last call) if the record says that it is still needed; the round tells a repeated step from the first.</summary>
public sealed record SendChasingMail(DataRequestKey DataRequest, ChasingStep Step, int Round) : IActivityCall<Done>;

/// <summary>Counts the measures of the data request that are still to be answered.</summary>
public sealed record CountOutstanding(DataRequestKey DataRequest) : IActivityCall<int>;

/// <summary>Closes the data request if its cut-off has passed: marks what is missing and tells the officer (E6).</summary>
public sealed record CloseDataRequest(DataRequestKey DataRequest) : IActivityCall<Closing>;

/// <summary>What closing found: the outcome, or the later instant at which answers stop.</summary>
public sealed record Closing(DataRequestResult? Result, DateTime? AnswersStopUtc);

/// <summary>Withdraws the data request of a cancelled cycle.</summary>
public sealed record WithdrawDataRequest(DataRequestKey DataRequest) : IActivityCall<Done>;

/// <summary>How a data request ended.</summary>
public enum DataRequestResult
{
    /// <summary>Every measure was answered.</summary>
    Returned,

    /// <summary>Some measures were answered when answers stopped.</summary>
    ReturnedInPart,

    /// <summary>No measure was answered when answers stopped.</summary>
    NotReturned,

    /// <summary>The cycle was cancelled.</summary>
    Cancelled,
}
