using System.Globalization;
using Microsoft.DurableTask;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class SendingChasingMail(QuarterRecords records, Mailings mailings, TimeProvider clock) : TaskActivity<SendChasingMail, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendChasingMail input)
    {
        DataRequestKey key = input.DataRequest;
        Cycle cycle = await records.Cycles.Of(key.Cycle);
        if (cycle.State == CycleState.Cancelled)
        {
            return new Done();
        }

        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        Timetable timetable = await records.Timetables.InForce(cycle);
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(key.Cycle, key.Officer);
        IReadOnlyList<RequestedFigure> needed = ChasingNeed.Of(input.Step, figures, timetable, nowUtc);
        if (!ChasingNeed.Goes(input.Step, needed, timetable))
        {
            return new Done();
        }

        await mailings.Post(MailingOf(input, ChasingNeed.Purpose(input.Step), NotAfter(input.Step, needed, timetable)));
        if (input.Step == ChasingStep.Request)
        {
            await records.DataRequests.Change(
                key.Cycle,
                key.Officer,
                row => row.State == DataRequestState.Planned ? row with { State = DataRequestState.Asked, AskedUtc = nowUtc } : null);
        }
        else if (input.Step == ChasingStep.LastCall)
        {
            await TellLeadOfficers(input, needed, timetable);
        }

        return new Done();
    }

    // One e-mail to each lead officer for each officer who is late (E35).
    private async Task TellLeadOfficers(SendChasingMail input, IReadOnlyList<RequestedFigure> late, Timetable timetable)
    {
        foreach (string reviewer in late.Select(figure => figure.Reviewer).Distinct())
        {
            Mailing mailing = MailingOf(input, "E35", NotAfter(input.Step, late, timetable));
            await mailings.Post(mailing with { Ordinal = $"{reviewer}.{mailing.Ordinal}", Officer = reviewer });
        }
    }

    private static Mailing MailingOf(SendChasingMail input, string purpose, DateTime notAfterUtc) => new()
    {
        Cycle = input.DataRequest.Cycle,
        Instance = InstanceIds.DataRequest(input.DataRequest.Cycle, input.DataRequest.Officer),
        Purpose = purpose,
        Ordinal = input.Round.ToString(CultureInfo.InvariantCulture),
        Officer = input.DataRequest.Officer,
        NotAfterUtc = notAfterUtc,
        Subject = new Dictionary<string, string>(StringComparer.Ordinal) { [MailSubjects.Officer] = input.DataRequest.Officer },
    };

    private static DateTime NotAfter(ChasingStep step, IReadOnlyList<RequestedFigure> needed, Timetable timetable) => step switch
    {
        ChasingStep.Notice => timetable.OpensUtc,
        ChasingStep.Reminder or ChasingStep.DueToday => needed.Max(figure => figure.DueUtc(timetable)),
        _ => needed.Max(figure => figure.AnswersStopUtc(timetable)),
    };
}
