using Microsoft.DurableTask;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Boards;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Collections;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.OutcomeGroups;
using QuarterlyCycle.Orchestrations.Reviews;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Cycles;

/// <summary>The quarter from the first request to the board's decisions. Each stage starts at its instant, whether or not the one before has ended.</summary>
[DurableTask(nameof(QuarterlyCycleOrchestrator))]
public sealed class QuarterlyCycleOrchestrator : TaskOrchestrator<QuarterlyCycleBrief, QuarterlyCycleOutcome>
{
    // Every child that ends replays its parent; with more the history grows with the square of their number.
    private const int MostChildren = 75;

    /// <inheritdoc/>
    public override async Task<QuarterlyCycleOutcome> RunAsync(TaskOrchestrationContext context, QuarterlyCycleBrief input)
    {
        Doorbell<TimetableRevised> timetable = new(context);
        Doorbell<CycleCancelled> cancellation = new(context);
        Steps steps = new(context);
        Children children = new(context, steps);
        string cycle = input.Cycle;

        context.SetCustomStatus("Opening");
        Timetable dates = await context.CallActivity(new ReadTimetable(cycle, input.TimetableVersion));
        DatesInUse inUse = new(steps, cycle, dates.Version);
        await steps.Attempt(new OpenCycle(cycle));
        ReviewList reviews = await context.CallActivity(new ListReviews(cycle));
        Agenda<QuarterStage> agenda = new(QuarterStages.Of(dates));

        context.SetCustomStatus("Collecting figures");
        StartCollections(children, input, dates);
        StartReviews(children, cycle, dates, reviews.Reviews);

        while (agenda.NextUtc is not null || !children.AllEnded)
        {
            Task[] rings = agenda.NextUtc is null ? [timetable.Ring, cancellation.Ring, children.End] : [timetable.Ring, cancellation.Ring];
            await context.Until(agenda.NextUtc, rings);

            if (timetable.HasRung)
            {
                TimetableRevised? revised = await timetable.Answer();
                children.Forward(revised);
                dates = await inUse.Newer(revised) ?? dates;
                agenda.Move(QuarterStages.Of(dates));
            }
            else if (cancellation.HasRung)
            {
                children.Forward(await cancellation.Answer());
                await children.WaitForAll(timetable, cancellation);
                await steps.Attempt(new WithdrawCycle(cycle));
                return new QuarterlyCycleOutcome(QuarterlyCycleResult.Cancelled, Gaps: 0, steps.Failed + children.FailedSteps);
            }
            else if (agenda.Take(context.CurrentUtcDateTime) is { } due)
            {
                switch (due.Step)
                {
                    case QuarterStage.ReviewOpens:
                        context.SetCustomStatus("Review and challenge");
                        break;
                    case QuarterStage.ClosingNotice when context.CurrentUtcDateTime < dates.AnswersStopUtc:
                        children.Begin(steps.Attempt(new SendClosingNotice(cycle)));
                        break;
                    case QuarterStage.SuggestClinics:
                        children.Begin(steps.Attempt(new SuggestClinics(cycle)));
                        break;
                    case QuarterStage.OutcomeGroups:
                        context.SetCustomStatus("Outcome groups");
                        StartOutcomeGroups(children, cycle, dates);
                        break;
                    case QuarterStage.BoardPack:
                        context.SetCustomStatus("Board pack and decisions");
                        StartBoardPack(children, cycle, dates);
                        break;
                }
            }
        }

        await children.End;
        context.SetCustomStatus("Closing");
        CycleClosing closing = await context.CallActivity(new CloseCycle(cycle));
        int failed = steps.Failed + children.FailedSteps;
        context.SetCustomStatus("Closed");
        return new QuarterlyCycleOutcome(
            closing.Gaps == 0 && failed == 0 ? QuarterlyCycleResult.Closed : QuarterlyCycleResult.ClosedWithGaps, closing.Gaps, failed);
    }

    private static void StartCollections(Children children, QuarterlyCycleBrief input, Timetable dates)
    {
        for (int chunk = 1; chunk <= input.Chunks; chunk++)
        {
            _ = children.Start<CollectionOutcome>(
                nameof(CollectionOrchestrator),
                InstanceIds.Collection(input.Cycle, chunk),
                new CollectionBrief(input.Cycle, chunk, dates.Version, dates.Chasing, dates.AnswersStopUtc));
        }
    }

    private static void StartReviews(Children children, string cycle, Timetable dates, IReadOnlyList<ReviewPart> parts)
    {
        ReviewDates reviewDates = ReviewDates.Of(dates);
        if (parts.Count <= MostChildren)
        {
            foreach (ReviewPart part in parts)
            {
                _ = children.Start<ReviewOutcome>(
                    nameof(ReviewAndChallengeOrchestrator),
                    InstanceIds.Review(cycle, part.Officer, part.Part),
                    new ReviewBrief(new ReviewKey(cycle, part.Officer, part.Part), dates.Version, reviewDates));
            }

            return;
        }

        int chunk = 1;
        foreach (ReviewPart[] cut in parts.Chunk(MostChildren))
        {
            _ = children.Start<ReviewChunkOutcome>(
                nameof(ReviewChunkOrchestrator),
                InstanceIds.ReviewChunk(cycle, chunk),
                new ReviewChunkBrief(cycle, dates.Version, reviewDates, cut));
            chunk++;
        }
    }

    private static void StartOutcomeGroups(Children children, string cycle, Timetable dates)
    {
        foreach (GroupDates group in dates.Groups)
        {
            _ = children.Start<OutcomeGroupOutcome>(
                nameof(OutcomeGroupOrchestrator),
                InstanceIds.OutcomeGroup(cycle, group.Body),
                new OutcomeGroupBrief(new PackKey(cycle, group.Body), dates.Version, group));
        }
    }

    private static void StartBoardPack(Children children, string cycle, Timetable dates) =>
        _ = children.Start<BoardPackOutcome>(
            nameof(BoardPackOrchestrator),
            InstanceIds.BoardPack(cycle),
            new BoardPackBrief(new PackKey(cycle, dates.Board.Body), dates.Version, dates.Board));
}
