using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>The e-mails of a review to its lead officer, and word of officers who are late.</summary>
public sealed class ReviewMail(QuarterRecords records, MailMeasures measures, ChasingHistory history) : MailPart
{
    public override IReadOnlyList<string> Purposes => ["E30", "E31", "E33", "E35"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        string officer = row.About(MailSubjects.Officer);
        return row.Purpose switch
        {
            "E35" => await Late(scene, officer, ReviewerOf(row), row.NotBeforeUtc, cancellation),
            "E30" => await Request(scene, await Figures(row, scene, officer, cancellation), cancellation),
            "E31" => Reminder(scene, await Figures(row, scene, officer, cancellation)),
            _ => LateFigures(scene, await Figures(row, scene, officer, cancellation)),
        };
    }

    // The reviewer's number stands first in the ordinal; the recipient may be whoever stands in.
    private static string ReviewerOf(OutboxRow row) => row.Ordinal.Split('.')[0];

    private async Task<IReadOnlyList<RequestedFigure>> Figures(OutboxRow row, MailScene scene, string officer, CancellationToken cancellation) =>
        row.MeasuresOf() is { Count: > 0 } codes
            ? await records.Figures.OfCodes(scene.Code, codes, cancellation)
            : await records.Figures.OfReview(scene.Code, officer, row.NumberOf(MailSubjects.Part), cancellation);

    private async Task<Email?> Request(MailScene scene, IReadOnlyList<RequestedFigure> figures, CancellationToken cancellation)
    {
        List<RequestedFigure> asked = [.. figures.Where(figure => figure.Status != FigureStatus.Withdrawn)];
        if (asked.All(figure => figure.Status is FigureStatus.Agreed or FigureStatus.NotSupplied))
        {
            return null;
        }

        List<string> first = [];
        List<string> toCome = [];
        foreach (RequestedFigure figure in asked)
        {
            string name = $"{figure.Code} {MailMeasures.NameOf(scene.Plan, figure.Code)}";
            if (figure.IsOutstanding)
            {
                toCome.Add($"{name} (from {(await records.People.Of(figure.Officer, cancellation)).Name})");
            }
            else if (await WhyFirst(scene, figure, cancellation) is { } why)
            {
                first.Add($"{name}: {why}");
            }
        }

        return new ReviewRequestEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            In = asked.Count(figure => figure.Submission is not null),
            Asked = asked.Count,
            Noun = NounOf(asked),
            LookAtFirst = first,
            StillToCome = toCome,
            ReviewByUtc = scene.Timetable.CorrectionsStopUtc,
            Url = scene.Page("/review"),
        };
    }

    private static string NounOf(List<RequestedFigure> asked) =>
        asked.TrueForAll(figure => figure.IsMilestone) ? "milestone" : "figure";

    private async Task<string?> WhyFirst(MailScene scene, RequestedFigure figure, CancellationToken cancellation)
    {
        List<string> reasons = [];
        if (figure.Queried)
        {
            reasons.Add("a check found something unusual");
        }

        if (figure.Status == FigureStatus.NoFigureGiven)
        {
            reasons.Add("no figure was given");
        }
        else if (await measures.IsOffTarget(scene, figure.Code, cancellation))
        {
            reasons.Add("off target");
        }

        return reasons.Count == 0 ? null : string.Join("; ", reasons);
    }

    private static ReviewReminderEmail? Reminder(MailScene scene, IReadOnlyList<RequestedFigure> figures)
    {
        List<RequestedFigure> waiting = [.. figures.Where(figure => figure.WaitsForReview)];
        return waiting.Count == 0
            ? null
            : new ReviewReminderEmail
            {
                Recipient = scene.Recipient.Name,
                Quarter = scene.Quarter,
                Agreed = figures.Count(figure => figure.Status == FigureStatus.Agreed),
                Asked = figures.Count(figure => figure.Status != FigureStatus.Withdrawn),
                ToReview = [.. waiting.Select(figure => MailMeasures.Named(scene, figure))],
                ReviewByUtc = scene.Timetable.CorrectionsStopUtc,
                Url = scene.Page("/review"),
            };
    }

    private static LateFiguresEmail? LateFigures(MailScene scene, IReadOnlyList<RequestedFigure> figures)
    {
        List<RequestedFigure> waiting = [.. figures.Where(figure => figure.WaitsForReview)];
        return waiting.Count == 0
            ? null
            : new LateFiguresEmail
            {
                Recipient = scene.Recipient.Name,
                Quarter = scene.Quarter,
                Arrived = [.. waiting.Select(figure => MailMeasures.Named(scene, figure))],
                ReviewByUtc = scene.Timetable.CorrectionsStopUtc,
                Url = scene.Page("/review"),
            };
    }

    private async Task<EscalationEmail?> Late(MailScene scene, string officer, string reviewer, DateTime atUtc, CancellationToken cancellation)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(scene.Code, officer, cancellation);
        List<RequestedFigure> late = [.. ChasingNeed.Of(ChasingStep.LastCall, figures, scene.Timetable, scene.NowUtc).Where(figure => figure.Reviewer == reviewer)];
        if (late.Count == 0)
        {
            return null;
        }

        Officer person = await records.People.Of(officer, cancellation);
        DateTime dueUtc = late.Min(figure => figure.DueUtc(scene.Timetable));
        return new EscalationEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            Officer = person.Name,
            OfficerContact = person.Phone ?? person.Email,
            DueUtc = dueUtc,
            AnswersStopUtc = late.Min(figure => figure.AnswersStopUtc(scene.Timetable)),
            Outstanding = [.. late.Select(figure => MailMeasures.Named(scene, figure, dueUtc))],
            // What is told below was done before this e-mail, and does not name itself.
            Chasing = [.. (await history.Of(scene.Code, officer, cancellation)).Where(line => line.AtUtc < atUtc)],
            Url = scene.Page("/review"),
        };
    }
}
