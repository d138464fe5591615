using System.Globalization;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>The notice, the request and the reminders of a data request, and what follows when answers stop or the quarter is cancelled.</summary>
public sealed class ChasingMail(QuarterRecords records, RequestLinks links, MailMeasures measures) : MailPart
{
    public override IReadOnlyList<string> Purposes => ["E0", "E1", "E2", "E3", "E4", "E5", "E6", "E29"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        string officer = row.About(MailSubjects.Officer);
        if (row.Purpose == "E29")
        {
            return scene.Cycle.State == CycleState.Cancelled ? Cancelled(scene) : null;
        }

        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(scene.Code, officer, cancellation);
        if (scene.Cycle.State == CycleState.Cancelled)
        {
            return null;
        }

        if (row.Purpose == "E6")
        {
            return await Closed(row, scene, officer, figures, cancellation);
        }

        ChasingStep step = ChasingNeed.Step(row.Purpose) ?? throw new InvalidOperationException($"{row.Purpose} is no step of the ladder.");
        IReadOnlyList<RequestedFigure> needed = ChasingNeed.Of(step, figures, scene.Timetable, scene.NowUtc);
        if (needed.Count == 0)
        {
            return null;
        }

        return step switch
        {
            ChasingStep.Notice => await Notice(scene, needed, cancellation),
            ChasingStep.Request => await Request(scene, officer, figures, needed, cancellation),
            _ => await Reminder(step, scene, officer, figures, needed, cancellation),
        };
    }

    private static CycleCancelledEmail Cancelled(MailScene scene) => new()
    {
        Recipient = scene.Recipient.Name,
        Quarter = scene.Quarter,
        CancelledBy = scene.Letterhead.ProjectManager,
        Reason = scene.Cycle.CancelledBecause ?? "",
    };

    private async Task<NoticeEmail> Notice(MailScene scene, IReadOnlyList<RequestedFigure> needed, CancellationToken cancellation) => new()
    {
        Recipient = scene.Recipient.Name,
        Quarter = scene.Quarter,
        RequestUtc = scene.Timetable.OpensUtc,
        DueUtc = scene.Timetable.DueUtc,
        Measures = await Asked(scene, needed, cancellation),
    };

    private async Task<DataRequestEmail> Request(
        MailScene scene,
        string officer,
        IReadOnlyList<RequestedFigure> figures,
        IReadOnlyList<RequestedFigure> needed,
        CancellationToken cancellation)
    {
        DateTime dueUtc = needed.Min(figure => figure.DueUtc(scene.Timetable));
        return new DataRequestEmail
        {
            Recipient = scene.Recipient.Name,
            Quarter = scene.Quarter,
            DueUtc = dueUtc,
            CorrectionsStopUtc = scene.Timetable.CorrectionsStopUtc,
            ReviewByUtc = scene.Timetable.CorrectionsStopUtc,
            Reviewers = await Reviewers(needed, cancellation),
            Measures = await Asked(scene, needed, cancellation),
            Url = await Url(scene, officer, figures, cancellation),
            OpenDecisions = await OpenDecisions(scene, [.. needed.Select(figure => figure.Code)], cancellation),
            Deadline = Deadlines.Of(scene, officer, dueUtc, $"{EmailTitle(scene)} figures due", sequence: scene.Timetable.Version - 1),
        };
    }

    private async Task<ChasingEmail> Reminder(
        ChasingStep step, MailScene scene, string officer, IReadOnlyList<RequestedFigure> figures, IReadOnlyList<RequestedFigure> needed, CancellationToken cancellation)
    {
        DateTime dueUtc = needed.Min(figure => figure.DueUtc(scene.Timetable));
        DateTime stopUtc = needed.Min(figure => figure.AnswersStopUtc(scene.Timetable));
        IReadOnlyList<NamedMeasure> outstanding = [.. needed.Select(figure => MailMeasures.Named(scene, figure, dueUtc))];
        int asked = needed.Count + figures.Count(figure => figure.Submission is not null);
        string url = await Url(scene, officer, figures, cancellation);
        string recipient = scene.Recipient.Name;
        return step switch
        {
            ChasingStep.Reminder => new ReminderEmail { Recipient = recipient, Quarter = scene.Quarter, DueUtc = dueUtc, AnswersStopUtc = stopUtc, Outstanding = outstanding, Asked = asked, Url = url },
            ChasingStep.DueToday => new DueTodayEmail { Recipient = recipient, Quarter = scene.Quarter, DueUtc = dueUtc, AnswersStopUtc = stopUtc, Outstanding = outstanding, Asked = asked, Url = url },
            ChasingStep.Overdue => new OverdueEmail { Recipient = recipient, Quarter = scene.Quarter, DueUtc = dueUtc, AnswersStopUtc = stopUtc, Outstanding = outstanding, Asked = asked, Url = url },
            _ => new LastCallEmail
            {
                Recipient = recipient,
                Quarter = scene.Quarter,
                DueUtc = dueUtc,
                AnswersStopUtc = stopUtc,
                Outstanding = outstanding,
                Asked = asked,
                Url = url,
                LeadOfficersTold = await Reviewers(needed, cancellation),
            },
        };
    }

    private async Task<Email?> Closed(OutboxRow row, MailScene scene, string officer, IReadOnlyList<RequestedFigure> figures, CancellationToken cancellation)
    {
        IReadOnlyList<string> codes = row.MeasuresOf();
        List<RequestedFigure> missing = [.. figures.Where(figure => figure.Status == FigureStatus.NotSupplied && codes.Contains(figure.Code))];
        return missing.Count == 0
            ? null
            : new ClosedWithoutFiguresEmail
            {
                Recipient = scene.Recipient.Name,
                Quarter = scene.Quarter,
                DueUtc = missing.Min(figure => figure.DueUtc(scene.Timetable)),
                AnswersStopUtc = missing.Min(figure => figure.AnswersStopUtc(scene.Timetable)),
                Outstanding = [.. missing.Select(figure => MailMeasures.Named(scene, figure))],
                Asked = figures.Count,
                Url = await Url(scene, officer, figures, cancellation),
            };
    }

    private Task<string> Url(MailScene scene, string officer, IReadOnlyList<RequestedFigure> figures, CancellationToken cancellation) =>
        links.Url(scene.Code, officer, RequestLinks.EndsUtc(scene.Timetable, figures), cancellation);

    private async Task<IReadOnlyList<AskedMeasure>> Asked(MailScene scene, IReadOnlyList<RequestedFigure> figures, CancellationToken cancellation)
    {
        List<AskedMeasure> asked = [];
        foreach (RequestedFigure figure in figures)
        {
            asked.Add(await measures.Asked(scene, figure, cancellation));
        }

        return asked;
    }

    private async Task<IReadOnlyList<string>> Reviewers(IReadOnlyList<RequestedFigure> figures, CancellationToken cancellation)
    {
        List<string> names = [];
        foreach (string reviewer in figures.Select(figure => figure.Reviewer).Distinct())
        {
            names.Add((await records.People.Of(reviewer, cancellation)).Name);
        }

        return names;
    }

    private async Task<IReadOnlyList<string>> OpenDecisions(MailScene scene, HashSet<string> codes, CancellationToken cancellation)
    {
        List<string> open = [.. scene.Plan.Decisions
            .Where(decision => decision.State == PlanDecisionState.Open && decision.About is { } about && codes.Contains(about))
            .Select(decision => $"{decision.About}: {decision.Text}")];
        foreach (Cycle earlier in (await records.Cycles.All(cancellation)).Where(cycle => string.CompareOrdinal(cycle.Code, scene.Code) < 0))
        {
            open.AddRange((await records.Decisions.All(earlier.Code, cancellation))
                .Where(decision => decision.State == DecisionState.Open && decision.About is { } about && codes.Contains(about))
                .Select(decision => decision.DueDate is { } due ? $"{decision.About}: {decision.Text} (due {BritishWords.Date(due)})" : $"{decision.About}: {decision.Text}"));
        }

        return open;
    }

    private static string EmailTitle(MailScene scene) => string.Create(CultureInfo.InvariantCulture, $"Quarter {scene.Quarter.Number}");
}
