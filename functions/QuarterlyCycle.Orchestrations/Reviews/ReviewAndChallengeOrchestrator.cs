using Microsoft.DurableTask;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Reviews;

/// <summary>One lead officer's review and challenge: it listens from the start of the cycle and ends when corrections stop.</summary>
[DurableTask(nameof(ReviewAndChallengeOrchestrator))]
public sealed class ReviewAndChallengeOrchestrator : TaskOrchestrator<ReviewBrief, ReviewOutcome>
{
    /// <inheritdoc/>
    public override async Task<ReviewOutcome> RunAsync(TaskOrchestrationContext context, ReviewBrief input)
    {
        Doorbell<SubmissionReceived> submission = new(context);
        Doorbell<ChallengeRaised> challenge = new(context);
        Doorbell<ChallengeAnswered> answer = new(context);
        Doorbell<FigureAgreed> agreement = new(context);
        Doorbell<TimetableRevised> timetable = new(context);
        Doorbell<CycleCancelled> cancellation = new(context);
        Steps steps = new(context);
        ReviewKey review = input.Review;
        DatesInUse dates = new(steps, review.Cycle, input.TimetableVersion);
        Agenda<ReviewStep> agenda = new(input.Dates.Steps());
        DateTime correctionsStopUtc = input.Dates.CorrectionsStopUtc;

        context.SetCustomStatus("Listening, not open yet");
        while (true)
        {
            await context.Until(
                agenda.NextUtc, submission.Ring, challenge.Ring, answer.Ring, agreement.Ring, timetable.Ring, cancellation.Ring);
            DateTime nowUtc = context.CurrentUtcDateTime;

            if (submission.HasRung)
            {
                if (await submission.Answer() is { } received)
                {
                    await steps.Attempt(new SendChangeAfterAgreement(review, received.Measures, received.Id));
                }
            }
            else if (challenge.HasRung)
            {
                if (await challenge.Answer() is { } raised)
                {
                    await steps.Attempt(new SendChallenge(review, raised.Measure, raised.Challenge));
                }
            }
            else if (answer.HasRung)
            {
                if (await answer.Answer() is { } answered)
                {
                    await steps.Attempt(new SendChallengeAnswer(review, answered.Measure, answered.Challenge, answered.Id));
                }
            }
            else if (agreement.HasRung)
            {
                if (await agreement.Answer() is { } agreed)
                {
                    await steps.Attempt(new SendAgreed(review, agreed.Measures, agreed.Id));
                }
            }
            else if (timetable.HasRung)
            {
                if (await dates.Newer(await timetable.Answer()) is { } revised)
                {
                    agenda.Move(ReviewDates.Of(revised).Steps());
                    correctionsStopUtc = revised.CorrectionsStopUtc;
                }
            }
            else if (cancellation.HasRung)
            {
                await steps.Attempt(new WithdrawReview(review));
                return new ReviewOutcome(ReviewResult.Cancelled, steps.Failed);
            }
            else if (nowUtc >= correctionsStopUtc)
            {
                // Before any mail that is overdue too: after corrections have stopped it would be stale.
                if (await dates.Newest() is { } moved)
                {
                    agenda.Move(ReviewDates.Of(moved).Steps());
                    correctionsStopUtc = moved.CorrectionsStopUtc;
                    continue;
                }

                ReviewResult result = await context.CallActivity(new CloseReview(review));
                return new ReviewOutcome(result, steps.Failed);
            }
            else if (agenda.Take(nowUtc) is { } due)
            {
                await Send(context, steps, review, due, agenda);
            }
        }
    }

    private static async Task Send(
        TaskOrchestrationContext context, Steps steps, ReviewKey review, Dated<ReviewStep> due, Agenda<ReviewStep> agenda)
    {
        switch (due.Step)
        {
            case ReviewStep.Request:
                context.SetCustomStatus("Review and challenge");
                // A reminder that is overdue together with the request has nothing to remind of.
                agenda.DropIfDue(ReviewStep.Reminder, context.CurrentUtcDateTime);
                await steps.Attempt(new SendReviewRequest(review));
                break;
            case ReviewStep.Reminder:
                await steps.Attempt(new SendReviewReminder(review));
                break;
            case ReviewStep.LateFigures:
                await steps.Attempt(new SendLateFigures(review, LondonTime.DateOf(due.AtUtc)));
                break;
        }
    }
}
