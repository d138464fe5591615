using Microsoft.DurableTask;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class ReadingTheTimetable(QuarterRecords records) : TaskActivity<ReadTimetable, Timetable>
{
    public override Task<Timetable> RunAsync(TaskActivityContext context, ReadTimetable input) =>
        input.Version == ReadTimetable.Newest ? records.Timetables.InForce(input.Cycle) : records.Timetables.Of(input.Cycle, input.Version);
}

public sealed class ListingReviews(QuarterRecords records) : TaskActivity<ListReviews, ReviewList>
{
    public override async Task<ReviewList> RunAsync(TaskActivityContext context, ListReviews input)
    {
        CycleAssignments assignments = await records.Assignments.Of(input.Cycle);
        IEnumerable<ReviewPart> parts = assignments.Figures.Select(figure => new ReviewPart(figure.Reviewer, figure.ReviewPart)).Distinct();
        return new ReviewList([.. parts.OrderBy(part => part.Officer, StringComparer.Ordinal).ThenBy(part => part.Part)]);
    }
}

public sealed class ListingDataRequests(QuarterRecords records) : TaskActivity<ListDataRequests, DataRequestList>
{
    public override async Task<DataRequestList> RunAsync(TaskActivityContext context, ListDataRequests input)
    {
        CycleAssignments assignments = await records.Assignments.Of(input.Cycle);
        IEnumerable<string> officers = assignments.Figures.Where(figure => figure.Chunk == input.Chunk).Select(figure => figure.Officer).Distinct();
        return new DataRequestList([.. officers.Order(StringComparer.Ordinal)]);
    }
}
