using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Acts;

/// <summary>Figures are sent: all of them or, with an error in one, none. Errors name the field as the code, a full stop and the form's field.</summary>
public sealed class SendingFigures(QuarterRecords records, AnswerCheck check, Answers answers, AnswerMail mail, Standing standing)
    : Deed<SendFigures, CheckedAnswers>
{
    /// <inheritdoc />
    protected override Task<CheckedAnswers> Look(SendFigures act, CancellationToken cancellation) => check.Look(act.Cycle, act.Forms, cancellation);

    /// <inheritdoc />
    protected override async Task<ActResult?> Check(SendFigures act, CheckedAnswers found, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, found.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (act.Forms.Count == 0)
        {
            return ActResult.Because("Enter at least one figure before you send");
        }

        List<FieldError> errors = [];
        List<QueriedFigure> toExplain = [];
        foreach ((SubmissionForm form, CheckedAnswer? answer) in act.Forms.Zip(found.Answers))
        {
            if (answer is null)
            {
                errors.Add(new FieldError(form.Code, $"{form.Code} is not asked for in this quarter."));
                continue;
            }

            if (await WhyNot(act, answer, found.Timetable, cancellation) is { } why)
            {
                errors.Add(new FieldError(form.Code, why));
                continue;
            }

            SubmissionReading reading = answer.Reading;
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
    protected override async Task<Effect> Do(SendFigures act, CheckedAnswers found, CancellationToken cancellation)
    {
        string reference = ActReference.Of(act.Id);
        List<RequestedFigure> sent = [];
        List<FieldError> notTaken = [];
        foreach (CheckedAnswer answer in found.Answers.OfType<CheckedAnswer>())
        {
            if (await answers.Store(AnswerOf(act, answer, reference, found.Timetable), answer, found.Timetable, cancellation) is not null)
            {
                sent.Add(answer.Figure);
            }
            else
            {
                notTaken.Add(new FieldError(answer.Form.Code, await SentAlready(answer, cancellation)));
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

    private async Task<string?> WhyNot(SendFigures act, CheckedAnswer answer, Timetable timetable, CancellationToken cancellation)
    {
        RequestedFigure figure = answer.Figure;
        if (!await standing.Answers(act.By, figure, cancellation))
        {
            return await standing.NotYours(figure, cancellation);
        }

        if (act.Forms.Count(other => other.Code == figure.Code) > 1)
        {
            return $"You entered {figure.Code} twice. Send it once.";
        }

        if (figure.Submission is not null)
        {
            return await SentAlready(answer, cancellation);
        }

        return standing.NowUtc >= figure.AnswersStopUtc(timetable) || figure.Status is FigureStatus.NotSupplied
            ? await standing.AnswersClosed(figure, timetable, cancellation)
            : null;
    }

    private async Task<string> SentAlready(CheckedAnswer answer, CancellationToken cancellation)
    {
        (RequestedFigure figure, SubmissionForm form) = (answer.Figure, answer.Form);
        Submission first = (await records.Submissions.All(figure.Cycle, figure.Code, cancellation))[0];
        string typed = form.Value is { Length: > 0 } value ? $" You entered {value}." : "";
        return $"{await standing.NameOf(first.By, cancellation)} sent {figure.Code} at {BritishWords.Instant(first.AtUtc)}: {Answers.Words(first)}.{typed} Correct the figure if yours is right.";
    }

    private static Submission AnswerOf(SendFigures act, CheckedAnswer answer, string reference, Timetable timetable) => new()
    {
        Cycle = act.Cycle,
        Code = answer.Figure.Code,
        Number = 1,
        ActId = act.Id,
        Reference = reference,
        By = act.By,
        OnBehalfOf = act.OnBehalfOf ?? (act.By == answer.Figure.Officer ? null : answer.Figure.Officer),
        AtUtc = act.AtUtc,
        Route = act.Route,
        Form = answer.Form,
        Figure = answer.Reading.Figure,
        Explanation = answer.Reading.Explanation,
        Queries = answer.Reading.Queries,
        Late = act.AtUtc > answer.Figure.DueUtc(timetable),
    };
}
