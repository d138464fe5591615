using System.Globalization;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>A reviewer agrees figures; nobody agrees one they sent, nor one they have not seen.</summary>
public sealed class AgreeingFigures(QuarterRecords records, AnswerMail mail, Audit audit, Standing standing) : Deed<AgreeFigures>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(AgreeFigures act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (act.Measures.Count == 0)
        {
            return ActResult.Because("Select the figures that you agree");
        }

        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        List<FieldError> errors = [];
        foreach (string code in act.Measures)
        {
            if (await WhyNot(act, code, timetable, cancellation) is { } why)
            {
                errors.Add(new FieldError(code, why));
            }
        }

        return errors.Count > 0 ? new ActResult.Refused(errors) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(AgreeFigures act, CancellationToken cancellation)
    {
        List<RequestedFigure> agreed = [];
        List<FieldError> notTaken = [];
        foreach (string code in act.Measures)
        {
            await records.Figures.Change(act.Cycle, code, row => MayBeAgreed(row, act) ? Agreed(row, act) : null, cancellation);
            RequestedFigure figure = await records.Figures.Of(act.Cycle, code, cancellation);
            if (figure.AgreedIn != act.Id)
            {
                notTaken.Add(new FieldError(code, $"{code} changed while you were agreeing it. Look at the new figure."));
                continue;
            }

            agreed.Add(figure);
            await Close(act, figure, cancellation);
            await audit.Write(
                act.Cycle,
                new AuditEntry
                {
                    ActId = $"{act.Id}.{code}",
                    AtUtc = act.AtUtc,
                    Actor = act.By,
                    OnBehalfOf = act.By == figure.Reviewer ? null : figure.Reviewer,
                    Act = "FigureAgreed",
                    Subject = code,
                    New = string.Create(CultureInfo.InvariantCulture, $"submission {figure.AgreedSubmission}"),
                },
                cancellation);
        }

        return new Effect(ActReference.Of(act.Id))
        {
            NotTaken = notTaken,
            Bells = [.. agreed.GroupBy(AnswerBells.Review).Select(group =>
                new Bell(group.Key, new FigureAgreed(act.Id, act.AtUtc, act.By, [.. group.Select(figure => figure.Code)])))],
        };
    }

    private async Task<string?> WhyNot(AgreeFigures act, string code, Timetable timetable, CancellationToken cancellation)
    {
        if (await records.Figures.Get(act.Cycle, code, cancellation) is not { } figure)
        {
            return $"{code} is not asked for in this quarter.";
        }

        if (figure.Submission is not { } number)
        {
            return $"{code} has not been sent yet.";
        }

        Submission inForce = await records.Submissions.Of(act.Cycle, code, number, cancellation);
        if (!DutiesApart.MayAgree(act.By, inForce.By, inForce.OnBehalfOf) || act.By == figure.Officer)
        {
            string? next = await mail.NextReviewer(figure, inForce.By, cancellation);
            return next is null
                ? "You sent this figure, so someone else has to agree it."
                : DutiesApart.Refusal(await standing.NameOf(next, cancellation));
        }

        if (!await standing.Reviews(act.By, figure, cancellation))
        {
            return $"{await standing.NameOf(figure.Reviewer, cancellation)} reviews {code}, so you cannot agree it.";
        }

        if (figure.Locked || standing.NowUtc >= figure.CorrectionsStopUtc(timetable))
        {
            return await standing.CorrectionsClosed(figure, timetable, cancellation);
        }

        return figure switch
        {
            { Status: FigureStatus.Agreed } => $"{await standing.NameOf(figure.AgreedBy ?? figure.Reviewer, cancellation)} has already agreed {code}.",
            _ when !MayBeAgreed(figure, act) => $"{code} changed since you looked at it. Look at the new figure.",
            _ => null,
        };
    }

    private static bool MayBeAgreed(RequestedFigure figure, AgreeFigures act) =>
        figure is { Submission: { } number, Locked: false }
        && figure.Status is FigureStatus.Sent or FigureStatus.NoFigureGiven or FigureStatus.QuestionRaised
        && (act.Seen is null || !act.Seen.TryGetValue(figure.Code, out int seen) || seen == number);

    private static RequestedFigure Agreed(RequestedFigure figure, AgreeFigures act) => figure with
    {
        Status = FigureStatus.Agreed,
        AgreedBy = act.By,
        AgreedIn = act.Id,
        AgreedSubmission = figure.Submission,
        OpenChallenge = null,
    };

    private async Task Close(AgreeFigures act, RequestedFigure figure, CancellationToken cancellation)
    {
        foreach (Challenge challenge in await records.Challenges.OfFigure(act.Cycle, figure.Code, cancellation))
        {
            await records.Challenges.Change(
                act.Cycle,
                figure.Code,
                challenge.Number,
                row => row.State is ChallengeState.Open or ChallengeState.Answered or ChallengeState.Corrected ? ChallengeRule.Close(row, act.AtUtc) : null,
                cancellation);
        }
    }
}
