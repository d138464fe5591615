using System.Globalization;
using Microsoft.DurableTask;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class SendingAChallenge(QuarterRecords records, Mailings mailings) : TaskActivity<SendChallenge, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendChallenge input)
    {
        if (await records.Challenges.Get(input.Review.Cycle, input.Measure, input.Challenge) is { State: ChallengeState.Open } challenge)
        {
            Timetable timetable = await records.Timetables.InForce(input.Review.Cycle);
            Mailing mailing = ReviewTalk.About(input.Review, challenge.SentBack ? "E22" : "E20", input.Measure, input.Challenge, "", timetable);
            await mailings.Post(mailing with { Officer = challenge.Officer });
        }

        return new Done();
    }
}

public sealed class SendingAChallengeAnswer(QuarterRecords records, Mailings mailings) : TaskActivity<SendChallengeAnswer, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendChallengeAnswer input)
    {
        if (await records.Challenges.Get(input.Review.Cycle, input.Measure, input.Challenge) is { State: ChallengeState.Answered or ChallengeState.Corrected } challenge)
        {
            Timetable timetable = await records.Timetables.InForce(input.Review.Cycle);
            Mailing mailing = ReviewTalk.About(input.Review, "E32", input.Measure, input.Challenge, $".{ActReference.Of(input.EventId)}", timetable);
            await mailings.Post(mailing with { Officer = challenge.RaisedBy });
        }

        return new Done();
    }
}

public sealed class SendingAgreed(QuarterRecords records, Mailings mailings) : TaskActivity<SendAgreed, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendAgreed input)
    {
        Timetable timetable = await records.Timetables.InForce(input.Review.Cycle);
        foreach (RequestedFigure figure in await records.Figures.OfCodes(input.Review.Cycle, input.Measures))
        {
            if (figure is { Status: FigureStatus.Agreed, Challenges: > 0 and int challenges })
            {
                Mailing mailing = ReviewTalk.About(input.Review, "E21", figure.Code, challenges, $".{ActReference.Of(input.EventId)}", timetable);
                await mailings.Post(mailing with { Officer = figure.Officer });
            }
        }

        return new Done();
    }
}

public sealed class SendingChangesAfterAgreement(QuarterRecords records, Mailings mailings) : TaskActivity<SendChangeAfterAgreement, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendChangeAfterAgreement input)
    {
        Timetable timetable = await records.Timetables.InForce(input.Review.Cycle);
        foreach (RequestedFigure figure in await records.Figures.OfCodes(input.Review.Cycle, input.Measures))
        {
            if (figure is { LostItsAgreement: true, AgreedBy: { } agreedBy, AgreedSubmission: { } agreed })
            {
                // One for each agreement that was undone, however often the figure is corrected after that.
                Mailing mailing = ReviewTalk.About(input.Review, "E34", figure.Code, agreed, "", timetable);
                await mailings.Post(mailing with { Officer = agreedBy });
            }
        }

        return new Done();
    }
}

/// <summary>The e-mails that officers and reviewers exchange about one figure.</summary>
internal static class ReviewTalk
{
    private static readonly TimeSpan StillOfUse = TimeSpan.FromDays(7);

    public static Mailing About(ReviewKey review, string purpose, string measure, int number, string more, Timetable timetable) => ReviewMailing.Of(
        review,
        purpose,
        $"{measure}.{number.ToString(CultureInfo.InvariantCulture)}{more}",
        purpose == "E21" ? timetable.CorrectionsStopUtc + StillOfUse : timetable.CorrectionsStopUtc,
        (MailSubjects.Measure, measure),
        (MailSubjects.Challenge, number.ToString(CultureInfo.InvariantCulture)));
}
