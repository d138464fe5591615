using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.Orchestrations.Calls;

/// <summary>Marks the cycle open.</summary>
public sealed record OpenCycle(string Cycle) : IActivityCall<Done>;

/// <summary>Reads one version of the cycle's frozen timetable; version 0 asks for the newest.</summary>
public sealed record ReadTimetable(string Cycle, int Version) : IActivityCall<Timetable>
{
    /// <summary>Asks for whichever version is the newest when the activity runs.</summary>
    public const int Newest = 0;
}

/// <summary>Lists the reviews of the cycle: each lead officer once for every 75 measures.</summary>
public sealed record ListReviews(string Cycle) : IActivityCall<ReviewList>;

/// <summary>The reviews of a cycle, at most a few hundred.</summary>
public sealed record ReviewList(IReadOnlyList<ReviewPart> Reviews);

/// <summary>One lead officer's review, or the part of it with this number, from 1.</summary>
public sealed record ReviewPart(string Officer, int Part);

/// <summary>Lists the officers of one chunk of data requests, at most 75.</summary>
public sealed record ListDataRequests(string Cycle, int Chunk) : IActivityCall<DataRequestList>;

/// <summary>The officers asked in one chunk, in the order of their numbers.</summary>
public sealed record DataRequestList(IReadOnlyList<string> Officers);

/// <summary>Tells the project manager that data collection closes tomorrow (E46).</summary>
public sealed record SendClosingNotice(string Cycle) : IActivityCall<Done>;

/// <summary>Suggests performance clinics from the figures as they stand when corrections have stopped.</summary>
public sealed record SuggestClinics(string Cycle) : IActivityCall<int>;

/// <summary>Closes the cycle and records whether anything was missing, unsigned or undecided.</summary>
public sealed record CloseCycle(string Cycle) : IActivityCall<CycleClosing>;

/// <summary>What the records say at the end of a cycle; gaps are figures not supplied, groups not signed and decisions not recorded.</summary>
public sealed record CycleClosing(int Gaps);

/// <summary>Marks the cycle cancelled.</summary>
public sealed record WithdrawCycle(string Cycle) : IActivityCall<Done>;

/// <summary>Records that a step failed after all its retries, so that the project manager sees it; the instance is the orchestration whose step it was.</summary>
public sealed record RecordNeedsAttention(string Cycle, string Step, string Reason, string? Instance = null) : IActivityCall<Done>;
