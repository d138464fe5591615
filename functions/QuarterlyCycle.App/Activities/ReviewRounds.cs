using System.Globalization;
using Microsoft.DurableTask;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class SendingTheReviewRequest(QuarterRecords records, Mailings mailings) : TaskActivity<SendReviewRequest, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendReviewRequest input)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfReview(input.Review.Cycle, input.Review.Officer, input.Review.Part);
        if (figures.Any(figure => figure.Status is not (FigureStatus.Agreed or FigureStatus.Withdrawn or FigureStatus.NotSupplied)))
        {
            Timetable timetable = await records.Timetables.InForce(input.Review.Cycle);
            await mailings.Post(ReviewMailing.Of(input.Review, "E30", "1", timetable.CorrectionsStopUtc));
        }

        return new Done();
    }
}

public sealed class SendingTheReviewReminder(QuarterRecords records, Mailings mailings) : TaskActivity<SendReviewReminder, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendReviewReminder input)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfReview(input.Review.Cycle, input.Review.Officer, input.Review.Part);
        if (figures.Any(figure => figure.WaitsForReview))
        {
            Timetable timetable = await records.Timetables.InForce(input.Review.Cycle);
            await mailings.Post(ReviewMailing.Of(input.Review, "E31", "1", timetable.CorrectionsStopUtc));
        }

        return new Done();
    }
}

public sealed class SendingLateFigures(QuarterRecords records, Outbox outbox, Mailings mailings) : TaskActivity<SendLateFigures, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendLateFigures input)
    {
        ReviewKey review = input.Review;
        string day = input.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        Timetable timetable = await records.Timetables.InForce(review.Cycle);
        DateTime sinceUtc = await LastUtc(review, day) is { } last && last > timetable.ReviewOpensUtc ? last : timetable.ReviewOpensUtc;
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfReview(review.Cycle, review.Officer, review.Part);
        string[] arrived = [.. figures.Where(figure => figure.Late && figure.AnsweredUtc > sinceUtc && figure.WaitsForReview).Select(figure => figure.Code)];
        if (arrived.Length > 0)
        {
            await mailings.Post(ReviewMailing.Of(review, "E33", day, timetable.CorrectionsStopUtc, (MailSubjects.Measures, string.Join(',', arrived))));
        }

        return new Done();
    }

    private async Task<DateTime?> LastUtc(ReviewKey review, string day)
    {
        IReadOnlyList<OutboxRow> rows = await outbox.List(InstanceIds.Review(review.Cycle, review.Officer, review.Part));
        return rows.Where(row => row.Purpose == "E33" && string.CompareOrdinal(row.Ordinal, day) < 0).Select(row => (DateTime?)row.PostedUtc).Max();
    }
}

public sealed class ClosingAReview(QuarterRecords records, TimeProvider clock) : TaskActivity<CloseReview, ReviewResult>
{
    public override async Task<ReviewResult> RunAsync(TaskActivityContext context, CloseReview input)
    {
        ReviewKey review = input.Review;
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        Timetable timetable = await records.Timetables.InForce(review.Cycle);
        HashSet<string> codes = [.. (await records.Figures.OfReview(review.Cycle, review.Officer, review.Part)).Select(figure => figure.Code)];
        foreach (Challenge challenge in (await records.Challenges.OfReviewer(review.Cycle, review.Officer)).Where(challenge => codes.Contains(challenge.Code)))
        {
            await records.Challenges.Change(review.Cycle, challenge.Code, challenge.Number, row =>
            {
                Challenge closed = ChallengeRule.AtCorrectionsStop(row, nowUtc);
                return closed == row ? null : closed;
            });
        }

        foreach (string code in codes)
        {
            // A figure that the project manager opened for longer stays open.
            await records.Figures.Change(review.Cycle, code, figure => nowUtc < figure.CorrectionsStopUtc(timetable) ? null : figure with { Locked = true, OpenChallenge = null });
        }

        return await ResultOf(review, codes);
    }

    private async Task<ReviewResult> ResultOf(ReviewKey review, HashSet<string> codes)
    {
        bool isOpen = (await records.Challenges.OfReviewer(review.Cycle, review.Officer))
            .Any(challenge => codes.Contains(challenge.Code) && challenge.State == ChallengeState.LeftOpen);
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfReview(review.Cycle, review.Officer, review.Part);
        bool isUnread = figures.Any(figure => figure.Submission is not null && figure.Status != FigureStatus.Agreed);
        return isOpen ? ReviewResult.QuestionsOpen : isUnread ? ReviewResult.NotReviewed : ReviewResult.Agreed;
    }
}

public sealed class WithdrawingAReview(QuarterRecords records) : TaskActivity<WithdrawReview, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, WithdrawReview input)
    {
        foreach (RequestedFigure figure in await records.Figures.OfReview(input.Review.Cycle, input.Review.Officer, input.Review.Part))
        {
            await records.Figures.Change(input.Review.Cycle, figure.Code, row => row.Locked ? null : row with { Locked = true });
        }

        return new Done();
    }
}
