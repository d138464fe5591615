using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Cycles;

/// <summary>A milestone that an earlier quarter's answer ended: it was done, or stopped.</summary>
public sealed record FinishedMilestone(string Code, Quarter Quarter, DeliverableState State, string? Comment, IReadOnlyList<string> Bodies);

/// <summary>The milestones that nobody is asked about again.</summary>
internal static class FinishedMilestones
{
    /// <summary>Those whose newest answer before this quarter says done or stopped, by code.</summary>
    public static async Task<IReadOnlyDictionary<string, FinishedMilestone>> Before(QuarterRecords records, Quarter quarter, CancellationToken cancellation)
    {
        Dictionary<string, FinishedMilestone> finished = new(StringComparer.Ordinal);
        foreach (Cycle cycle in (await records.Cycles.All(cancellation)).Where(cycle => cycle.State != CycleState.Cancelled && Quarter.Parse(cycle.Code) < quarter))
        {
            foreach (RequestedFigure figure in (await records.Figures.All(cycle.Code, cancellation)).Where(figure => figure is { IsMilestone: true, Submission: not null }))
            {
                SubmissionForm answer = (await records.Submissions.Of(cycle.Code, figure.Code, figure.Submission!.Value, cancellation)).Form;
                finished.Remove(figure.Code);
                if (answer.MilestoneState is { } state and (DeliverableState.Done or DeliverableState.Stopped))
                {
                    finished[figure.Code] = new FinishedMilestone(figure.Code, Quarter.Parse(cycle.Code), state, answer.Comment, figure.Bodies);
                }
            }
        }

        return finished;
    }
}
