using System.Globalization;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Cycles;

/// <summary>What the last daily summary said, so that one goes only when something changed.</summary>
public sealed record LastSummary(string Fingerprint, string Day);

/// <summary>Posts the project managers' morning summary (E40) on working days from 8:30am when something changed, and the audit record's head (E39) on Mondays.</summary>
public sealed class SummarySweep(IRecordStore store, QuarterRecords records, Mailings mailings, MailScenes scenes, TimeProvider clock)
{
    private static readonly TimeOnly HalfPastEight = new(8, 30);

    private readonly NewestOf<LastSummary> _last = new(store, "LastSummaries");

    public async Task Run(CancellationToken cancellation = default)
    {
        (DateOnly today, TimeOnly time) = LondonTime.FromUtc(clock.GetUtcNow().UtcDateTime);
        if (time < HalfPastEight)
        {
            return;
        }

        foreach (Cycle cycle in (await records.Cycles.Running(cancellation)).Where(cycle => cycle.State == CycleState.Open))
        {
            if ((await mailings.WorkingDaysOf(cycle.Code, cancellation)).IsWorkingDay(today))
            {
                await Post(cycle, today, cancellation);
            }
        }
    }

    /// <summary>The next working morning of a quarter that runs; whether there is anything to say shows then. Null when none runs.</summary>
    public async Task<DateTime?> NextDueUtc(CancellationToken cancellation = default)
    {
        (DateOnly today, TimeOnly time) = LondonTime.FromUtc(clock.GetUtcNow().UtcDateTime);
        DateTime? next = null;
        foreach (Cycle cycle in (await records.Cycles.Running(cancellation)).Where(cycle => cycle.State == CycleState.Open))
        {
            WorkingDays workingDays = await mailings.WorkingDaysOf(cycle.Code, cancellation);
            DateTime atUtc = LondonTime.ToUtc(workingDays.OnOrAfter(time < HalfPastEight ? today : today.AddDays(1)), HalfPastEight);
            next = next is null || atUtc < next ? atUtc : next;
        }

        return next;
    }

    private async Task Post(Cycle cycle, DateOnly today, CancellationToken cancellation)
    {
        string day = today.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        LastSummary? last = await _last.Get(cycle.Code, cycle.Code, cancellation);
        if (last?.Day == day)
        {
            return;
        }

        IReadOnlyList<Officer> managers = await records.People.ProjectManagers(cancellation);
        if (managers.Count == 0)
        {
            return;
        }

        MailScene scene = await scenes.Of(cycle.Code, managers[0], cancellation);
        QuarterNews news = await QuarterNews.Of(records, scene, LondonTime.ToUtc(today.AddDays(-1), HalfPastEight), cancellation);
        foreach (Officer manager in managers)
        {
            if (today.DayOfWeek == DayOfWeek.Monday)
            {
                await mailings.Post(MailingTo(cycle, manager, "E39", day), cancellation);
            }

            if (last is not null && last.Fingerprint != news.Fingerprint)
            {
                await mailings.Post(MailingTo(cycle, manager, "E40", day), cancellation);
            }
        }

        await _last.Put(cycle.Code, cycle.Code, new LastSummary(news.Fingerprint, day), cancellation);
    }

    private Mailing MailingTo(Cycle cycle, Officer manager, string purpose, string day) => new()
    {
        Cycle = cycle.Code,
        Instance = InstanceIds.Cycle(cycle.Code),
        Purpose = purpose,
        Ordinal = $"{day}.{manager.Number}",
        Officer = manager.Number,
        NotAfterUtc = clock.GetUtcNow().UtcDateTime.AddHours(12),
        AtOnce = true,
        Subject = new Dictionary<string, string>(StringComparer.Ordinal) { [MailSubjects.Day] = day },
    };
}
