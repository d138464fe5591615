using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.Orchestrations.Reviews;

/// <summary>One lead officer's review, or a part of it, and its dates.</summary>
public sealed record ReviewBrief(ReviewKey Review, int TimetableVersion, ReviewDates Dates);

/// <summary>At most 75 reviews of a quarter that has more.</summary>
/// <remarks>The parts stand in the brief, though they are a list, so that all chunks are cut from one reading; 75 of them take about 2 KB.</remarks>
public sealed record ReviewChunkBrief(string Cycle, int TimetableVersion, ReviewDates Dates, IReadOnlyList<ReviewPart> Reviews);
