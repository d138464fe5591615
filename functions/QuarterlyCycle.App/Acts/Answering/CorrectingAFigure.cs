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
public sealed class CorrectingAFigure(QuarterRecords records, AnswerCheck check, Answers answers, AnswerMail mail, Standing standing) : Deed<CorrectFigure>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(CorrectFigure act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await records.Figures.Get(act.Cycle, act.Form.Code, cancellation) is not { } figure)
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

        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        if (figure.Locked || standing.NowUtc >= figure.CorrectionsStopUtc(timetable))
        {
            return ActResult.Because(await standing.CorrectionsClosed(figure, timetable, cancellation));
        }

        SubmissionReading reading = await check.Check(act.Cycle, act.Form, cancellation);
        return reading switch
        {
            { IsAccepted: false } => new ActResult.Refused(reading.Errors),
            { NeedsExplanation: true } => new ActResult.ToExplain([new QueriedFigure(figure.Code, [.. reading.Queries.Where(query => query.IsShownBeforeSending)])]),
            _ => null,
        };
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(CorrectFigure act, CancellationToken cancellation)
    {
        string code = act.Form.Code;
        string reference = ActReference.Of(act.Id);
        RequestedFigure figure = await records.Figures.Of(act.Cycle, code, cancellation);
        SubmissionReading reading = await check.Check(act.Cycle, act.Form, cancellation);
        Submission? stored = await answers.Store(CorrectionOf(act, reading, figure, reference), cancellation);
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

    private static Submission CorrectionOf(CorrectFigure act, SubmissionReading reading, RequestedFigure figure, string reference) => new()
    {
        Cycle = act.Cycle,
        Code = figure.Code,
        Number = (figure.Submission ?? 0) + 1,
        ActId = act.Id,
        Reference = reference,
        By = act.By,
        OnBehalfOf = act.By == figure.Officer ? null : figure.Officer,
        AtUtc = act.AtUtc,
        Route = act.Route,
        Form = act.Form,
        Figure = reading.Figure,
        Explanation = reading.Explanation,
        Queries = reading.Queries,
        Corrects = figure.Submission,
        CorrectionReason = act.Reason,
        Late = figure.Late,
    };
}
