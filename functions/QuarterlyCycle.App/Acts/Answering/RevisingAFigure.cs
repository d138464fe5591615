using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager revises a figure after corrections have stopped: another submission, which the next report marks [r] and lists with its class and effect.</summary>
public sealed class RevisingAFigure(QuarterRecords records, AnswerCheck check, Answers answers, RevisionNotices notices, Standing standing)
    : Deed<ReviseFigure, CheckedAnswers>
{
    /// <summary>The field of the reason that reports print.</summary>
    public const string WhyField = "why";

    /// <inheritdoc />
    protected override Task<CheckedAnswers> Look(ReviseFigure act, CancellationToken cancellation) =>
        // What makes an unusual revision right is the reason that it is made for.
        check.Look(act.Cycle, [act.Form with { Explanation = act.Why }], cancellation);

    /// <inheritdoc />
    protected override async Task<ActResult?> Check(ReviseFigure act, CheckedAnswers found, CancellationToken cancellation)
    {
        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } notTheirs)
        {
            return notTheirs;
        }

        if (found.Cycle is not { State: not CycleState.Cancelled } || found.Answers[0] is not { Figure: var figure, Reading: var reading })
        {
            return ActResult.Because($"{act.Form.Code} was not asked for in {act.Cycle}, or the quarter was cancelled.");
        }

        DateTime stopUtc = figure.CorrectionsStopUtc(found.Timetable);
        if (standing.NowUtc < stopUtc)
        {
            return ActResult.Because($"{figure.Code} can be corrected until {BritishWords.Instant(stopUtc)}. Correct it instead.");
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ActResult.Refused([new FieldError(WhyField, "Enter why the figure is revised; the next report prints it")]);
        }

        if (!reading.IsAccepted)
        {
            return new ActResult.Refused(reading.Errors);
        }

        Submission? stored = found.Answer.Submissions.FirstOrDefault(submission => submission.Number == figure.Submission);
        return stored is not null && IsSame(stored, act, reading) ? ActResult.Because("That is the answer that stands already. Change the figure or the comment.") : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(ReviseFigure act, CheckedAnswers found, CancellationToken cancellation)
    {
        string code = act.Form.Code;
        string reference = ActReference.Of(act.Id);
        CheckedAnswer answer = found.Answer;
        Submission? stored = await answers.Store(RevisionOf(act, answer, reference), answer, found.Timetable, cancellation);
        if (stored is null)
        {
            return new Effect(reference) { NotTaken = [new FieldError(code, $"Somebody else changed {code} at the same moment. Look at it and revise it again if yours is right.")] };
        }

        await records.Figures.Change(act.Cycle, code, row => row with { RevisedUtc = act.AtUtc }, cancellation);
        await notices.Post(act, answer.Figure, cancellation);
        List<Bell> bells = [];
        Cycle cycle = await records.Cycles.Of(act.Cycle, cancellation);
        foreach (string body in answer.Figure.Bodies)
        {
            if (cycle.EndedUtc is null && (await records.Packs.All(act.Cycle, body, cancellation)).Count > 0)
            {
                bells.Add(new Bell(InstanceIds.OutcomeGroup(act.Cycle, body), new FigureRevised(act.Id, act.AtUtc, act.By, code)));
            }
        }

        return new Effect(reference) { Bells = bells };
    }

    private static bool IsSame(Submission stored, ReviseFigure act, SubmissionReading reading) =>
        stored.Form.MilestoneState == act.Form.MilestoneState
        && (stored.Form.Comment ?? "") == (act.Form.Comment ?? "")
        && stored.Figure?.Value == reading.Figure?.Value
        && stored.Figure?.Numerator == reading.Figure?.Numerator
        && stored.Figure?.Denominator == reading.Figure?.Denominator
        && stored.Figure?.Finality == reading.Figure?.Finality
        && stored.Figure?.Reason == reading.Figure?.Reason;

    private static Submission RevisionOf(ReviseFigure act, CheckedAnswer answer, string reference) => new()
    {
        Cycle = act.Cycle,
        Code = answer.Figure.Code,
        Number = (answer.Figure.Submission ?? 0) + 1,
        ActId = act.Id,
        Reference = reference,
        By = act.By,
        OnBehalfOf = act.By == answer.Figure.Officer ? null : answer.Figure.Officer,
        AtUtc = act.AtUtc,
        Route = SubmissionRoute.EnteredForThem,
        Form = act.Form,
        Figure = answer.Reading.Figure,
        Explanation = act.Why.Trim(),
        Queries = answer.Reading.Queries,
        Corrects = answer.Figure.Submission,
        CorrectionReason = act.Reason,
        IsRevision = true,
        Late = answer.Figure.Late,
    };
}
