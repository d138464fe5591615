using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Reviews;

/// <summary>Starts at most 75 reviews of a quarter that has more, and waits for them all.</summary>
[DurableTask(nameof(ReviewChunkOrchestrator))]
public sealed class ReviewChunkOrchestrator : TaskOrchestrator<ReviewChunkBrief, ReviewChunkOutcome>
{
    /// <inheritdoc/>
    public override async Task<ReviewChunkOutcome> RunAsync(TaskOrchestrationContext context, ReviewChunkBrief input)
    {
        Doorbell<TimetableRevised> timetable = new(context);
        Doorbell<CycleCancelled> cancellation = new(context);
        Steps steps = new(context);
        Children children = new(context, steps);

        context.SetCustomStatus("Review and challenge");
        List<Task<ReviewOutcome?>> reviews = [.. input.Reviews.Select(part => children.Start<ReviewOutcome>(
            nameof(ReviewAndChallengeOrchestrator),
            InstanceIds.Review(input.Cycle, part.Officer, part.Part),
            new ReviewBrief(new ReviewKey(input.Cycle, part.Officer, part.Part), input.TimetableVersion, input.Dates)))];

        await children.WaitForAll(timetable, cancellation);

        List<ReviewOutcome> outcomes = [];
        foreach (Task<ReviewOutcome?> review in reviews)
        {
            if (await review is { } outcome)
            {
                outcomes.Add(outcome);
            }
        }

        int Count(ReviewResult result) => outcomes.Count(outcome => outcome.Result == result);
        return new ReviewChunkOutcome(
            Count(ReviewResult.Agreed),
            Count(ReviewResult.QuestionsOpen),
            Count(ReviewResult.NotReviewed),
            Count(ReviewResult.Cancelled),
            children.Failed,
            steps.Failed + children.FailedSteps);
    }
}
