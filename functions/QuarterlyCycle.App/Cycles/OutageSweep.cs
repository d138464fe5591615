using System.Globalization;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Cycles;

/// <summary>When the service was last alive.</summary>
public sealed record Heartbeat(DateTime AtUtc);

/// <summary>Finds that the service was away over a deadline and moves it to 5pm on the next working day. Run every minute, and before the engine starts.</summary>
public sealed class OutageSweep(IRecordStore store, QuarterRecords records, PlanLibrary plans, Inbox inbox, TimeProvider clock)
{
    private const string Service = "service";
    private const string Source = "outage";

    // Shorter than this is a restart, not an outage.
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(10);

    private readonly RecordTable<Heartbeat> _rows = new(store, "Heartbeats");

    /// <summary>Moves what fell into a gap, and notes that the service is alive. Without a client the orchestrations are told by the next run.</summary>
    public async Task Run(DurableTaskClient? client, CancellationToken cancellation = default)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        if (await _rows.Get(Service, Service, cancellation) is { Record.AtUtc: var lastUtc } && nowUtc - lastUtc > Outage)
        {
            foreach (Cycle cycle in await records.Cycles.Running(cancellation))
            {
                await Move(client, cycle, lastUtc, nowUtc, cancellation);
            }
        }

        await Beat(nowUtc, cancellation);
    }

    /// <summary>Notes that the service is alive and was not away: for a clock that somebody moved on.</summary>
    public Task ClockMoved(CancellationToken cancellation = default) => Beat(clock.GetUtcNow().UtcDateTime, cancellation);

    private async Task Move(DurableTaskClient? client, Cycle cycle, DateTime downFromUtc, DateTime backUtc, CancellationToken cancellation)
    {
        WorkingDays workingDays = new((await plans.ForCycle(cycle.Code, cancellation)).Calendar);
        string cause = $"outage-{downFromUtc.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}";
        Timetable? moved = await records.Timetables.Revise(
            cycle.Code,
            cause,
            timetable => TimetableRevision.AfterOutage(timetable, downFromUtc, backUtc, workingDays) is var revised && revised.Version > timetable.Version ? revised : null,
            cancellation);
        if (moved is null)
        {
            return;
        }

        string key = $"{cycle.Code}.{cause}";
        (Stored<InboxRow> row, _) = await inbox.Receive(
            new InboxRow
            {
                Source = Source,
                Key = key,
                Kind = nameof(TimetableRevised),
                ReceivedUtc = backUtc,
                Signals = [InboxSignal.To(InstanceIds.Cycle(cycle.Code), new TimetableRevised(key, backUtc, Service, moved.Version))],
            },
            cancellation);
        if (client is not null)
        {
            await inbox.Forward(client, row, cancellation);
        }
    }

    private async Task Beat(DateTime nowUtc, CancellationToken cancellation)
    {
        if (await _rows.Insert(Service, Service, new Heartbeat(nowUtc), cancellation) is null)
        {
            await _rows.Update(Service, Service, row => row.AtUtc < nowUtc ? new Heartbeat(nowUtc) : row, cancellation);
        }
    }
}
