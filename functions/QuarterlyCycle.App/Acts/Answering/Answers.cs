using System.Globalization;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Acts;

/// <summary>Stores answers: a submission is inserted under the next number, and then put in force on the requested figure.</summary>
public sealed class Answers(QuarterRecords records, Audit audit)
{
    /// <summary>The submission of this act, or null when somebody else's stands under its number. A repeat stores nothing twice.</summary>
    public async Task<Submission?> Store(Submission answer, CheckedAnswer check, Timetable timetable, CancellationToken cancellation)
    {
        IReadOnlyList<Submission> known = check.Submissions;
        Submission stored = known.FirstOrDefault(submission => submission.ActId == answer.ActId)
            ?? await records.Submissions.Insert(answer with { Number = (answer.Corrects ?? 0) + 1 }, cancellation);
        if (stored.ActId != answer.ActId)
        {
            return null;
        }

        await records.Figures.Change(
            check.Row, figure => figure.Submission >= stored.Number ? null : InForce(figure, stored, timetable), cancellation);
        await WriteAudit(stored, known, cancellation);
        return stored;
    }

    /// <summary>A value in words, for people who may see it.</summary>
    public static string Words(Submission submission) => submission switch
    {
        { Figure: { } figure } => FigureText.InWords(figure),
        { Form.MilestoneState: { } state } => MilestoneWords.Of(state),
        _ => "",
    };

    private static RequestedFigure InForce(RequestedFigure figure, Submission stored, Timetable timetable) => figure with
    {
        Status = stored.Figure is { Value: null } ? FigureStatus.NoFigureGiven : FigureStatus.Sent,
        Submission = stored.Number,
        SentBy = stored.By,
        AnsweredUtc = figure.AnsweredUtc ?? stored.AtUtc,
        Late = figure.AnsweredUtc is null ? stored.AtUtc > figure.DueUtc(timetable) : figure.Late,
        Queried = stored.Queries.Count > 0,
        OpenChallenge = null,
        Draft = null,
    };

    private async Task WriteAudit(Submission stored, IReadOnlyList<Submission> known, CancellationToken cancellation)
    {
        Submission? earlier = known.FirstOrDefault(submission => submission.Number == stored.Corrects);
        await audit.Write(
            stored.Cycle,
            new AuditEntry
            {
                ActId = $"{stored.ActId}.{stored.Code}",
                AtUtc = stored.AtUtc,
                Actor = stored.By,
                OnBehalfOf = stored.OnBehalfOf,
                Act = stored.Corrects is null ? "FigureSent" : "FigureCorrected",
                Subject = stored.Code,
                Old = earlier is null ? null : Value(earlier),
                New = Value(stored),
            },
            cancellation);
    }

    private static string Value(Submission submission) => submission.Figure is { } figure
        ? figure.Value?.ToString(CultureInfo.InvariantCulture) ?? figure.Reason?.ToString() ?? ""
        : submission.Form.MilestoneState?.ToString() ?? "";
}
