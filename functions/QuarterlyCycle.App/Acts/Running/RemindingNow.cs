using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager sends a reminder now to officers who still owe figures; who has answered meanwhile gets none.</summary>
public sealed class RemindingNow(QuarterRecords records, Mailings mailings, Audit audit, Standing standing) : Deed<SendReminderNow>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(SendReminderNow act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } notTheirs)
        {
            return notTheirs;
        }

        if (act.Officers.Count == 0)
        {
            return new ActResult.Refused([new FieldError("officers", "Select the people to remind")]);
        }

        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        if (standing.NowUtc < timetable.OpensUtc)
        {
            return ActResult.Because($"Nobody has been asked yet. The requests go out at {BritishWords.Instant(timetable.OpensUtc)}.");
        }

        List<FieldError> errors = [];
        foreach (string officer in act.Officers)
        {
            if (!(await Owed(act.Cycle, officer, cancellation)).Any(figure => standing.NowUtc < figure.AnswersStopUtc(timetable)))
            {
                errors.Add(new FieldError("officers", $"{await standing.NameOf(officer, cancellation)} has nothing left to send."));
            }
        }

        return errors.Count > 0 ? new ActResult.Refused(errors) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(SendReminderNow act, CancellationToken cancellation)
    {
        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        string reference = ActReference.Of(act.Id);
        foreach (string officer in act.Officers)
        {
            IReadOnlyList<RequestedFigure> owed = await Owed(act.Cycle, officer, cancellation);
            DateTime stopUtc = owed.Select(figure => figure.AnswersStopUtc(timetable)).DefaultIfEmpty(timetable.AnswersStopUtc).Max();
            bool isOverdue = owed.Any(figure => figure.IsOverdue(timetable, act.AtUtc));
            await mailings.Post(
                new Mailing
                {
                    Cycle = act.Cycle,
                    Instance = InstanceIds.DataRequest(act.Cycle, officer),
                    Purpose = isOverdue ? "E4" : "E2",
                    Ordinal = reference,
                    Officer = officer,
                    NotAfterUtc = stopUtc,
                    AtOnce = true,
                },
                cancellation);
        }

        await audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                Act = "ReminderSent",
                Subject = string.Join(", ", act.Officers),
            },
            cancellation);
        return new Effect(reference);
    }

    private async Task<IReadOnlyList<RequestedFigure>> Owed(string cycle, string officer, CancellationToken cancellation) =>
        [.. (await records.Figures.OfOfficer(cycle, officer, cancellation)).Where(figure => figure.IsOutstanding)];
}
