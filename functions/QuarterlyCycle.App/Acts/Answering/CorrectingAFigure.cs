using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>A figure that was sent is corrected: a new submission, which undoes an agreement and answers an open question.</summary>
public sealed class CorrectingAFigure(QuarterRecords records, AnswerCheck check, Answers answers, AnswerMail mail, Standing standing)
    : Deed<CorrectFigure, CheckedAnswers>
{
    /// <inheritdoc />
    protected override Task<CheckedAnswers> Look(CorrectFigure act, CancellationToken cancellation) =>
        check.Look(act.Cycle, [act.Form], cancellation);

    /// <inheritdoc />
    protected override async Task<ActResult?> Check(CorrectFigure act, CheckedAnswers found, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, found.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (found.Answers[0] is not { Figure: var figure, Reading: var reading })
        {
            return ActResult.Because($"{act.Form.Code} is not asked for in this quarter.");
        }

        if (!await standing.Answers(act.By, figure, cancellation))
        {
            return ActResult.Because(await standing.NotYours(figure, cancellation));
        }

        if (figure.Submission is null)
        {
            return ActResult.Because($"{figure.Code} has not been sent yet, so there is nothing to correct. Send it instead.");
        }

        Timetable timetable = found.Timetable;
        if (figure.Locked || standing.NowUtc >= figure.CorrectionsStopUtc(timetable))
        {
            return ActResult.Because(await standing.CorrectionsClosed(figure, timetable, cancellation));
        }

        return reading switch
        {
            { IsAccepted: false } => new ActResult.Refused(reading.Errors),
            { NeedsExplanation: true } => new ActResult.ToExplain([new QueriedFigure(figure.Code, [.. reading.Queries.Where(query => query.IsShownBeforeSending)])]),
            _ => null,
        };
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(CorrectFigure act, CheckedAnswers found, CancellationToken cancellation)
    {
        string code = act.Form.Code;
        string reference = ActReference.Of(act.Id);
        CheckedAnswer answer = found.Answer;
        RequestedFigure figure = answer.Figure;
        Submission? stored = await answers.Store(CorrectionOf(act, answer, reference), answer, found.Timetable, cancellation);
        if (stored is null)
        {
            Submission faster = await records.Submissions.Of(act.Cycle, code, (figure.Submission ?? 0) + 1, cancellation);
            string message = $"{await standing.NameOf(faster.By, cancellation)} changed {code} at {BritishWords.Instant(faster.AtUtc)}: {Answers.Words(faster)}. Look at it and correct it again if yours is right.";
            return new Effect(reference) { NotTaken = [new FieldError(code, message)] };
        }

        List<Bell> bells = [.. AnswerBells.For(act, [figure])];
        if (await Answered(act, figure, stored, cancellation) is { } number)
        {
            bells.Add(new Bell(AnswerBells.Review(figure), new ChallengeAnswered(act.Id, act.AtUtc, act.By, code, number)));
        }

        bool isInIssuedPack = false;
        foreach (string body in figure.Bodies)
        {
            IReadOnlyList<PackVersion> versions = await records.Packs.All(act.Cycle, body, cancellation);
            isInIssuedPack |= versions.Any(version => version.IssuedUtc is not null);
            if (versions.Count > 0)
            {
                bells.Add(new Bell(InstanceIds.OutcomeGroup(act.Cycle, body), new FigureRevised(act.Id, act.AtUtc, act.By, code)));
            }
        }

        await mail.Correction(act, figure, reference, isInIssuedPack, cancellation);
        await mail.AskAnotherReviewer(act, [figure], cancellation);
        return new Effect(reference) { Bells = bells };
    }

    // The number of the challenge that this correction answers, also when it is repeated after the challenge was closed.
    private async Task<int?> Answered(CorrectFigure act, RequestedFigure figure, Submission stored, CancellationToken cancellation)
    {
        Challenge? open = (await records.Challenges.OfFigure(act.Cycle, figure.Code, cancellation))
            .LastOrDefault(challenge => challenge.Submission < stored.Number
                && (challenge.State == ChallengeState.Open || challenge.AnsweredUtc == act.AtUtc));
        if (open is null)
        {
            return null;
        }

        await records.Challenges.Change(
            act.Cycle,
            figure.Code,
            open.Number,
            challenge => challenge.State == ChallengeState.Open ? ChallengeRule.Correct(challenge, act.By, act.AtUtc) : null,
            cancellation);
        return open.Number;
    }

    private static Submission CorrectionOf(CorrectFigure act, CheckedAnswer answer, string reference) => new()
    {
        Cycle = act.Cycle,
        Code = answer.Figure.Code,
        Number = (answer.Figure.Submission ?? 0) + 1,
        ActId = act.Id,
        Reference = reference,
        By = act.By,
        OnBehalfOf = act.By == answer.Figure.Officer ? null : answer.Figure.Officer,
        AtUtc = act.AtUtc,
        Route = act.Route,
        Form = act.Form,
        Figure = answer.Reading.Figure,
        Explanation = answer.Reading.Explanation,
        Queries = answer.Reading.Queries,
        Corrects = answer.Figure.Submission,
        CorrectionReason = act.Reason,
        Late = answer.Figure.Late,
    };
}
