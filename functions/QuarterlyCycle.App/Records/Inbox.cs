using System.Text.Json;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Records;

/// <summary>What arrived: stored once under its key, then told to the orchestrations. Nothing else raises an event.</summary>
public sealed class Inbox(IRecordStore store, TimeProvider clock)
{
    // An orchestration that has not begun two weeks after somebody acted on it will not begin: the start sweep runs every five minutes.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(14);

    private readonly RecordTable<InboxRow> _rows = new(store, "Inbox");
    private readonly OpenWork _open = OpenWork.OfInbox(store);

    /// <summary>Stores the row, unless its key is there already; gives the stored one, and whether it is new.</summary>
    public async Task<(Stored<InboxRow> Row, bool IsNew)> Receive(InboxRow row, CancellationToken cancellation = default)
    {
        await _open.Open(
            new OpenWorkRow { Partition = row.Partition, Key = row.Key, OpenedUtc = clock.GetUtcNow().UtcDateTime, DueUtc = row.ReceivedUtc },
            cancellation);
        if (await _rows.Insert(row.Partition, row.Key, row, cancellation) is { } stored)
        {
            return (stored, true);
        }

        Stored<InboxRow> known = await _rows.Get(row.Partition, row.Key, cancellation)
            ?? throw new InvalidOperationException($"The inbox row {row.Partition}/{row.Key} is neither new nor there.");
        if (known.Record.State != InboxState.Received)
        {
            await _open.Close(row.Partition, row.Key, cancellation);
        }

        return (known, false);
    }

    /// <summary>The row, or null.</summary>
    public async Task<InboxRow?> Get(string source, string key, CancellationToken cancellation = default) =>
        (await _rows.Get(InboxRow.PartitionOf(source, key), key, cancellation))?.Record;

    /// <summary>Tells the orchestrations that have not been told. One that has not begun is told by the sweep; when all have ended the row came too late.</summary>
    /// <returns>The row as it stands afterwards.</returns>
    public async Task<InboxRow> Forward(DurableTaskClient client, InboxRow row, CancellationToken cancellation = default)
    {
        Stored<InboxRow> stored = await _rows.Get(row.Partition, row.Key, cancellation)
            ?? throw new InvalidOperationException($"There is no inbox row {row.Partition}/{row.Key}.");
        return await Forward(client, stored, cancellation);
    }

    /// <summary>The same, for whoever has the row as it is stored.</summary>
    public async Task<InboxRow> Forward(DurableTaskClient client, Stored<InboxRow> row, CancellationToken cancellation = default)
    {
        InboxRow current = row.Record;
        (string partition, string key) = (current.Partition, current.Key);
        if (current.State == InboxState.Received)
        {
            List<InboxSignal> signals = [];
            foreach (InboxSignal signal in current.Signals)
            {
                signals.Add(signal.State == SignalState.Waiting ? signal with { State = await Raise(client, signal, cancellation) } : signal);
            }

            DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
            current = await _rows.Update(
                partition,
                key,
                row,
                stored => stored.State == InboxState.Received ? After(stored, signals, nowUtc) : stored,
                cancellation) ?? current;
        }

        if (current.State != InboxState.Received)
        {
            await _open.Close(partition, key, cancellation);
        }

        return current;
    }

    /// <summary>Notes that the row is not acted on, and why.</summary>
    public async Task Reject(InboxRow row, string why, CancellationToken cancellation = default)
    {
        await _rows.Update(
            row.Partition,
            row.Key,
            stored => stored.State == InboxState.Received ? stored with { State = InboxState.Rejected, Why = why } : stored,
            cancellation);
        await _open.Close(row.Partition, row.Key, cancellation);
    }

    internal async Task<InboxRow?> Get(OpenWorkRow entry, CancellationToken cancellation) =>
        (await _rows.Get(entry.Partition, entry.Key, cancellation))?.Record;

    private static async Task<SignalState> Raise(DurableTaskClient client, InboxSignal signal, CancellationToken cancellation)
    {
        Signal payload = Read(signal);
        try
        {
            await client.RaiseEventAsync(signal.Instance, signal.Event, payload, cancellation);
            return SignalState.Raised;
        }
        catch (ArgumentException)
        {
            return SignalState.Waiting;
        }
        catch (InvalidOperationException)
        {
            return SignalState.Ended;
        }
    }

    // A payload of the wrong shape would fail the orchestration that hears it, so it is read before it is raised.
    private static Signal Read(InboxSignal signal)
    {
        Type? type = typeof(Signal).Assembly.GetType($"{typeof(Signal).Namespace}.{signal.Event}");
        if (type is null || !type.IsSubclassOf(typeof(Signal)))
        {
            throw new InvalidOperationException($"There is no event {signal.Event}.");
        }

        return (Signal)(JsonSerializer.Deserialize(signal.Payload, type, RecordRows.Json)
            ?? throw new InvalidOperationException($"The event {signal.Event} for {signal.Instance} is empty."));
    }

    private static InboxRow After(InboxRow row, List<InboxSignal> signals, DateTime nowUtc)
    {
        InboxRow told = row with { Signals = signals };
        bool waits = signals.Any(signal => signal.State == SignalState.Waiting) && nowUtc < row.ReceivedUtc + LongestWait;
        if (waits)
        {
            return told;
        }

        return signals.Count == 0 || signals.Any(signal => signal.State == SignalState.Raised)
            ? told with { State = InboxState.Forwarded }
            : told with { State = InboxState.TooLate, Why = "Everything that could have heard it has ended." };
    }
}
