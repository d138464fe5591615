using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Acts;

/// <summary>Figures are sent: all of them or, with an error in one, none. Errors name the field as the code, a full stop and the form's field.</summary>
public sealed class SendingFigures(QuarterRecords records, AnswerCheck check, Answers answers, AnswerMail mail, Standing standing) : Deed<SendFigures>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(SendFigures act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (act.Forms.Count == 0)
        {
            return ActResult.Because("Enter at least one figure before you send");
        }

        List<FieldError> errors = [];
        List<QueriedFigure> toExplain = [];
        foreach (SubmissionForm form in act.Forms)
        {
            if (await WhyNot(act, form, cancellation) is { } why)
            {
                errors.Add(new FieldError(form.Code, why));
                continue;
            }

            SubmissionReading reading = await check.Check(act.Cycle, form, cancellation);
            errors.AddRange(reading.Errors.Select(error => error with { Field = $"{form.Code}.{error.Field}" }));
            if (reading.NeedsExplanation)
            {
                toExplain.Add(new QueriedFigure(form.Code, [.. reading.Queries.Where(query => query.IsShownBeforeSending)]));
            }
        }

        return errors.Count > 0 ? new ActResult.Refused(errors)
            : toExplain.Count > 0 ? new ActResult.ToExplain(toExplain)
            : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(SendFigures act, CancellationToken cancellation)
    {
        string reference = ActReference.Of(act.Id);
        List<RequestedFigure> sent = [];
        List<FieldError> notTaken = [];
        foreach (SubmissionForm form in act.Forms)
        {
            RequestedFigure figure = await records.Figures.Of(act.Cycle, form.Code, cancellation);
            SubmissionReading reading = await check.Check(act.Cycle, form, cancellation);
            Submission answer = AnswerOf(act, form, reading, figure, reference, await records.Timetables.InForce(act.Cycle, cancellation));
            if (await answers.Store(answer, cancellation) is not null)
            {
                sent.Add(figure);
            }
            else
            {
                notTaken.Add(new FieldError(form.Code, await SentAlready(figure, form, cancellation)));
            }
        }

        await mail.Receipts(act, reference, sent, cancellation);
        await mail.AskAnotherReviewer(act, sent, cancellation);
        return new Effect(reference)
        {
            Bells = AnswerBells.For(act, sent),
            NotTaken = notTaken,
        };
    }

    private async Task<string?> WhyNot(SendFigures act, SubmissionForm form, CancellationToken cancellation)
    {
        if (await records.Figures.Get(act.Cycle, form.Code, cancellation) is not { } figure)
        {
            return $"{form.Code} is not asked for in this quarter.";
        }

        if (!await standing.Answers(act.By, figure, cancellation))
        {
            return await standing.NotYours(figure, cancellation);
        }

        if (act.Forms.Count(other => other.Code == form.Code) > 1)
        {
            return $"You entered {form.Code} twice. Send it once.";
        }

        if (figure.Submission is not null)
        {
            return await SentAlready(figure, form, cancellation);
        }

        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        return standing.NowUtc >= figure.AnswersStopUtc(timetable) || figure.Status is FigureStatus.NotSupplied
            ? await standing.AnswersClosed(figure, timetable, cancellation)
            : null;
    }

    private async Task<string> SentAlready(RequestedFigure figure, SubmissionForm form, CancellationToken cancellation)
    {
        Submission first = (await records.Submissions.All(figure.Cycle, figure.Code, cancellation))[0];
        string typed = form.Value is { Length: > 0 } value ? $" You entered {value}." : "";
        return $"{await standing.NameOf(first.By, cancellation)} sent {figure.Code} at {BritishWords.Instant(first.AtUtc)}: {Answers.Words(first)}.{typed} Correct the figure if yours is right.";
    }

    private static Submission AnswerOf(SendFigures act, SubmissionForm form, SubmissionReading reading, RequestedFigure figure, string reference, Timetable timetable) => new()
    {
        Cycle = act.Cycle,
        Code = form.Code,
        Number = 1,
        ActId = act.Id,
        Reference = reference,
        By = act.By,
        OnBehalfOf = act.OnBehalfOf ?? (act.By == figure.Officer ? null : figure.Officer),
        AtUtc = act.AtUtc,
        Route = act.Route,
        Form = form,
        Figure = reading.Figure,
        Explanation = reading.Explanation,
        Queries = reading.Queries,
        Late = act.AtUtc > figure.DueUtc(timetable),
    };
}
