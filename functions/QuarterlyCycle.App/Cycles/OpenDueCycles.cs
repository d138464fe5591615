using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;

namespace QuarterlyCycle.App.Cycles;

/// <summary>Opens the next quarter by the timetable: when the notice date of the quarter after the newest cycle has come. Run every five minutes, with the start of what is due.</summary>
public sealed class OpenDueCycles(QuarterRecords records, CyclePlanner planner, CycleStart start, TimeProvider clock)
{
    private const string Service = "service";

    public async Task Run(DurableTaskClient client, CancellationToken cancellation = default)
    {
        await OpenNext(cancellation);
        await start.Run(client, cancellation);
    }

    /// <summary>The notice date of the next quarter, which opens it; null while nobody can tell.</summary>
    public async Task<DateTime?> NextDueUtc(CancellationToken cancellation = default)
    {
        IReadOnlyList<Cycle> cycles = await records.Cycles.All(cancellation);
        if (cycles.Count == 0)
        {
            return null;
        }

        CycleDraft draft = await planner.Draft(Quarter.Parse(cycles[^1].Code).Next, cancellation);
        return draft.Timetable?.NoticeUtc is { } noticeUtc && noticeUtc > clock.GetUtcNow().UtcDateTime ? noticeUtc : null;
    }

    private async Task OpenNext(CancellationToken cancellation)
    {
        IReadOnlyList<Cycle> cycles = await records.Cycles.All(cancellation);
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;

        // The first quarter is the project manager's to start; after that the timetable opens them.
        if (cycles.Count == 0 || nowUtc < EndOf(Quarter.Parse(cycles[^1].Code)))
        {
            return;
        }

        Quarter next = Quarter.Parse(cycles[^1].Code).Next;
        CycleDraft draft = await planner.Draft(next, cancellation);
        IReadOnlyList<string> faults = draft.Faults;
        if (draft.Timetable is { } timetable && timetable.NoticeUtc > nowUtc)
        {
            return;
        }

        // Without a timetable nobody knows the notice date: from the end of the quarter on, that is a fault.
        if (faults.Count == 0)
        {
            faults = await planner.Plan(next, Service, cancellation);
        }

        if (faults.Count > 0 && nowUtc >= EndOf(next))
        {
            await records.NeedsAttention.Record(cycles[^1].Code, null, $"Opening {next.Code}", string.Join(" ", faults), nowUtc, cancellation);
        }
    }

    private static DateTime EndOf(Quarter quarter) => LondonTime.ToUtc(quarter.LastDay, TimeOnly.MinValue);
}
