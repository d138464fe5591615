using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>The officer says that a questioned figure is right, and why. It goes back to its reviewer.</summary>
public sealed class AnsweringAChallenge(QuarterRecords records, Audit audit, Standing standing) : Deed<AnswerChallenge>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(AnswerChallenge act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await records.Figures.Get(act.Cycle, act.Measure, cancellation) is not { } figure
            || await records.Challenges.Get(act.Cycle, act.Measure, act.Challenge, cancellation) is not { } challenge)
        {
            return ActResult.Because($"There is no such question about {act.Measure}.");
        }

        if (!await standing.Answers(act.By, figure, cancellation))
        {
            return ActResult.Because(await standing.NotYours(figure, cancellation));
        }

        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        if (figure.Locked || challenge.State == ChallengeState.LeftOpen || standing.NowUtc >= figure.CorrectionsStopUtc(timetable))
        {
            return ActResult.Because(await standing.CorrectionsClosed(figure, timetable, cancellation));
        }

        if (challenge.State != ChallengeState.Open)
        {
            return ActResult.Because("This question is already answered.");
        }

        IReadOnlyList<FieldError> errors = ChallengeRule.CheckAnswer(act.Answer);
        return errors.Count > 0 ? new ActResult.Refused(errors) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(AnswerChallenge act, CancellationToken cancellation)
    {
        RequestedFigure figure = await records.Figures.Of(act.Cycle, act.Measure, cancellation);
        await records.Challenges.Change(
            act.Cycle,
            act.Measure,
            act.Challenge,
            challenge => challenge.State == ChallengeState.Open ? ChallengeRule.Answer(challenge, act.Answer.Trim(), act.By, act.AtUtc) : null,
            cancellation);
        Submission? inForce = figure.Submission is { } number ? await records.Submissions.Of(act.Cycle, act.Measure, number, cancellation) : null;
        FigureStatus status = inForce?.Figure is { Value: null } ? FigureStatus.NoFigureGiven : FigureStatus.Sent;
        await records.Figures.Change(
            act.Cycle,
            act.Measure,
            row => row.OpenChallenge == act.Challenge ? row with { Status = status, OpenChallenge = null } : null,
            cancellation);
        await audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                OnBehalfOf = act.By == figure.Officer ? null : figure.Officer,
                Act = "QuestionAnswered",
                Subject = act.Measure,
                New = act.Answer.Trim(),
            },
            cancellation);
        return new Effect(ActReference.Of(act.Id))
        {
            Bells = [new Bell(AnswerBells.Review(figure), new ChallengeAnswered(act.Id, act.AtUtc, act.By, act.Measure, act.Challenge))],
        };
    }
}
