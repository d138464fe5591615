using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>A reviewer asks about a figure or sends it back: exactly that figure is unlocked for its officer.</summary>
public sealed class RaisingAChallenge(QuarterRecords records, Audit audit, Standing standing) : Deed<RaiseChallenge>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(RaiseChallenge act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await records.Figures.Get(act.Cycle, act.Measure, cancellation) is not { } figure)
        {
            return ActResult.Because($"{act.Measure} is not asked for in this quarter.");
        }

        if (!await standing.Reviews(act.By, figure, cancellation))
        {
            return ActResult.Because($"{await standing.NameOf(figure.Reviewer, cancellation)} reviews {figure.Code}, so you cannot ask about it.");
        }

        if (figure.Submission is null)
        {
            return ActResult.Because($"{figure.Code} has not been sent yet, so there is nothing to ask about.");
        }

        if (figure.OpenChallenge is not null)
        {
            return ActResult.Because($"A question about {figure.Code} is already open. Wait for the answer, or agree the figure.");
        }

        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        if (standing.NowUtc >= figure.CorrectionsStopUtc(timetable) || !ChallengeRule.MayRaise(figure.Status, figure.Locked))
        {
            return ActResult.Because(await standing.CorrectionsClosed(figure, timetable, cancellation));
        }

        IReadOnlyList<FieldError> errors = ChallengeRule.CheckQuestion(
            act.Reason, act.Words, act.SendBack, act.AnswerByDate, standing.Today, LondonTime.DateOf(figure.CorrectionsStopUtc(timetable)));
        return errors.Count > 0 ? new ActResult.Refused(errors) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(RaiseChallenge act, CancellationToken cancellation)
    {
        RequestedFigure figure = await records.Figures.Of(act.Cycle, act.Measure, cancellation);
        IReadOnlyList<Challenge> known = await records.Challenges.OfFigure(act.Cycle, act.Measure, cancellation);
        Challenge challenge = known.FirstOrDefault(each => each.ActId == act.Id)
            ?? await records.Challenges.Insert(ChallengeOf(act, figure, known.Count + 1), cancellation);
        string reference = ActReference.Of(act.Id);
        if (challenge.ActId != act.Id)
        {
            string message = $"{await standing.NameOf(challenge.RaisedBy, cancellation)} asked about {act.Measure} at the same moment. Only that question was sent.";
            return new Effect(reference) { NotTaken = [new FieldError("", message)] };
        }

        await records.Figures.Change(
            act.Cycle,
            act.Measure,
            row => row.Challenges >= challenge.Number
                ? null
                : row with { Status = FigureStatus.QuestionRaised, OpenChallenge = challenge.Number, Challenges = challenge.Number },
            cancellation);
        await audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                Act = act.SendBack ? "FigureSentBack" : "QuestionRaised",
                Subject = act.Measure,
                New = challenge.Words,
            },
            cancellation);
        return new Effect(reference)
        {
            Bells = [new Bell(AnswerBells.Review(figure), new ChallengeRaised(act.Id, act.AtUtc, act.By, act.Measure, challenge.Number))],
        };
    }

    private static Challenge ChallengeOf(RaiseChallenge act, RequestedFigure figure, int number) => new()
    {
        Cycle = act.Cycle,
        Code = act.Measure,
        Number = number,
        ActId = act.Id,
        Reviewer = figure.Reviewer,
        RaisedBy = act.By,
        Officer = figure.Officer,
        Submission = figure.Submission ?? throw new InvalidOperationException($"{act.Measure} of {act.Cycle} was questioned before it was sent."),
        Reason = act.Reason,
        Words = WordsOf(act),
        SentBack = act.SendBack,
        AnswerByDate = act.AnswerByDate,
        RaisedUtc = act.AtUtc,
        State = ChallengeState.Open,
    };

    private static string WordsOf(RaiseChallenge act) => string.IsNullOrWhiteSpace(act.Words)
        ? ChallengeRule.ReadyQuestion(act.Reason, act.Measure, BritishWords.Months(Quarter.Parse(act.Cycle)))
        : act.Words.Trim();
}
