using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Mail;

/// <summary>Every e-mail of the service: a row before it is a send, so that a crash on any line loses nothing and repeats nothing.</summary>
public sealed class Outbox(IRecordStore store, IFileStore files, IMailSender sender, MailComposer composer, MailOptions options, TimeProvider clock)
{
    // After the claim has run out; a provider's own event takes seconds.
    private static readonly TimeSpan ListedAfter = TimeSpan.FromMinutes(12);

    // A mail system that was not ready is given the afternoon; its own retries come first.
    private static readonly TimeSpan RetryAfterBounce = TimeSpan.FromHours(4);

    private readonly RecordTable<OutboxRow> _rows = new(store, OutboxTable);
    private readonly OpenWork _open = OpenWork.OfOutbox(store);
    private readonly Dispatch _dispatch = new(store, files, sender, composer, options);

    internal const string OutboxTable = "Outbox";

    /// <summary>Writes the row and, when it stands alone and its time has come, sends it. A repeat under the same key changes nothing.</summary>
    /// <returns>The row as it stands afterwards.</returns>
    public async Task<OutboxRow> Post(OutboxRow row, CancellationToken cancellation = default)
    {
        FileNames.Check(Dispatch.MessageFile(row));
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        await _open.Open(Entry(row, nowUtc), cancellation);
        Stored<OutboxRow> stored = await _rows.Insert(row.Instance, row.Key, row with { State = MailState.Queued }, cancellation)
            ?? await _rows.Get(row.Instance, row.Key, cancellation)
            ?? throw new InvalidOperationException($"The e-mail {row.MailKey} is neither new nor there.");

        // E-mails that may share a message wait for the sweep, which sees all of them.
        return stored.Record.IsSettled || stored.Record.Group is null ? await Settle(stored, nowUtc, [], cancellation) : stored.Record;
    }

    /// <summary>Does what is due for the row, if anything is: sends it, sends it again where that is safe, or finds that nobody needs it.</summary>
    /// <returns>The row as it stands afterwards.</returns>
    public async Task<OutboxRow> Settle(OutboxRow row, CancellationToken cancellation = default)
    {
        IReadOnlyList<OpenWorkRow> open = row.Group is null ? [] : await _open.List(cancellation);
        return await Settle(row.Instance, row.Key, clock.GetUtcNow().UtcDateTime, open.Where(entry => entry.Group == row.Group), cancellation)
            ?? throw new InvalidOperationException($"There is no e-mail {row.MailKey}.");
    }

    /// <summary>The row, or null.</summary>
    public async Task<OutboxRow?> Get(string instance, string key, CancellationToken cancellation = default) =>
        (await _rows.Get(instance, key, cancellation))?.Record;

    /// <summary>The rows of one instance, in the order of their keys.</summary>
    public async Task<IReadOnlyList<OutboxRow>> List(string instance, CancellationToken cancellation = default) =>
        [.. (await _rows.List(instance, cancellation)).Select(row => row.Record)];

    /// <summary>The message as it was sent, for a section the message that holds it; null when there is none yet.</summary>
    public async Task<OutgoingMail?> ReadMessage(OutboxRow row, CancellationToken cancellation = default)
    {
        string? file = row.GroupedInto is { } lead ? Dispatch.MessageFile(lead) : row.MessageFile;
        return file is null ? null : await _dispatch.ReadMessage(file, cancellation);
    }

    /// <summary>Records what the mail system says about a message. What is final stays; the event may come before the sender's own answer.</summary>
    /// <returns>The row as it stands afterwards, or null when there is none.</returns>
    public async Task<OutboxRow?> Record(string instance, string key, DeliveryEvent delivery, CancellationToken cancellation = default)
    {
        Stored<OutboxRow>? stored = await _rows.Get(instance, key, cancellation);
        if (stored is null || stored.Record.IsFinal)
        {
            return stored?.Record;
        }

        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        if (delivery.Kind == DeliveryKind.NotReady)
        {
            await _open.Open(Entry(stored.Record, nowUtc), cancellation);
        }

        OutboxRow? changed = await _rows.Update(instance, key, row => row.IsFinal ? null : After(row, delivery, nowUtc), cancellation);
        OutboxRow now = changed ?? (await _rows.Get(instance, key, cancellation))?.Record ?? stored.Record;
        if (now.IsSettled)
        {
            await _open.Close(instance, key, cancellation);
        }
        else
        {
            // A sweep may have closed the entry while the row was still Accepted.
            await _open.Open(Entry(now, nowUtc), cancellation);
            await _open.MoveDue(instance, key, now.DueUtc, cancellation);
        }

        return now;
    }

    /// <summary>The e-mails of which nobody knows for fifteen minutes whether they were sent, for the project manager to decide.</summary>
    public async Task<IReadOnlyList<OutboxRow>> ListUncertain(CancellationToken cancellation = default)
    {
        DateTime before = clock.GetUtcNow().UtcDateTime - ListedAfter;
        IReadOnlyList<OutboxRow> open = await OpenRows(cancellation);
        return [.. open.Where(row => row.State == MailState.Uncertain && row.ClaimedUntilUtc <= before)];
    }

    /// <summary>The next instant at which something will be due that is not due now; null when nothing will.</summary>
    public async Task<DateTime?> NextDueUtc(CancellationToken cancellation = default)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        DateTime? next = null;
        foreach (OpenWorkRow entry in await _open.List(cancellation))
        {
            // An entry in the past may belong to a row that was claimed or put off since; the row knows.
            DateTime? due = entry.DueUtc > nowUtc ? entry.DueUtc : (await Get(entry.Partition, entry.Key, cancellation))?.DueUtc;
            next = due > nowUtc && (next is null || due < next) ? due : next;
        }

        return next;
    }

    /// <summary>Does what is due for the row under this key; null when there is none.</summary>
    internal async Task<OutboxRow?> Settle(
        string instance, string key, DateTime nowUtc, IEnumerable<OpenWorkRow> group, CancellationToken cancellation) =>
        await _rows.Get(instance, key, cancellation) is { } stored ? await Settle(stored, nowUtc, group, cancellation) : null;

    private async Task<OutboxRow> Settle(Stored<OutboxRow> stored, DateTime nowUtc, IEnumerable<OpenWorkRow> group, CancellationToken cancellation)
    {
        OutboxRow row = stored.Record;
        OutboxRow settled = await _dispatch.Run(stored, nowUtc, group, cancellation);
        if (settled.IsSettled)
        {
            await _open.Close(row.Instance, row.Key, cancellation);
        }
        else if (settled.DueUtc != row.DueUtc)
        {
            await _open.MoveDue(row.Instance, row.Key, settled.DueUtc, cancellation);
        }

        return settled;
    }

    private static OpenWorkRow Entry(OutboxRow row, DateTime nowUtc) =>
        new() { Partition = row.Instance, Key = row.Key, OpenedUtc = nowUtc, DueUtc = row.NotBeforeUtc, Group = row.Group };

    private static OutboxRow After(OutboxRow row, DeliveryEvent delivery, DateTime nowUtc)
    {
        OutboxRow told = row with { MessageId = delivery.MessageId ?? row.MessageId, Why = delivery.Why ?? row.Why, SentUtc = row.SentUtc ?? nowUtc };
        return delivery.Kind switch
        {
            DeliveryKind.Delivered => told with { State = MailState.Delivered },
            DeliveryKind.Dropped => told with { State = MailState.Dropped },
            // Told again of the bounce for which it already waits.
            DeliveryKind.NotReady when row is { WasRetriedAfterBounce: true, State: MailState.Queued } => row,
            DeliveryKind.NotReady when !row.WasRetriedAfterBounce => told with
            {
                State = MailState.Queued,
                WasRetriedAfterBounce = true,
                RetryAtUtc = nowUtc + RetryAfterBounce,
            },
            _ => told with { State = MailState.Bounced },
        };
    }

    private async Task<IReadOnlyList<OutboxRow>> OpenRows(CancellationToken cancellation)
    {
        List<OutboxRow> rows = [];
        foreach (OpenWorkRow entry in await _open.List(cancellation))
        {
            if (await Get(entry.Partition, entry.Key, cancellation) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }
}
