using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Mail;

/// <summary>Looks every minute for e-mails whose time has come, and for what a crash left behind.</summary>
public sealed class OutboxSweep(IRecordStore store, Outbox outbox, ILogger<OutboxSweep> log)
{
    private readonly OpenWork _open = OpenWork.OfOutbox(store);

    /// <summary>Settles everything that is due, in the order of time and key, and gives the number of e-mails that could not be settled.</summary>
    public async Task<int> Run(DateTime nowUtc, CancellationToken cancellation = default)
    {
        List<OpenWorkRow> due = [.. (await _open.List(cancellation)).Where(entry => entry.DueUtc is null || entry.DueUtc <= nowUtc)];
        ILookup<string?, OpenWorkRow> groups = due.Where(entry => entry.DueUtc is not null).ToLookup(entry => entry.Group);
        int failures = 0;
        foreach (OpenWorkRow entry in due.OrderBy(entry => entry.DueUtc).ThenBy(entry => $"{entry.Partition}/{entry.Key}", StringComparer.Ordinal))
        {
            try
            {
                await Settle(entry, groups, nowUtc, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One e-mail that cannot be written must not hold back the others; it stays open, and the next sweep tries again.
                failures++;
                log.LogError(failure, "The e-mail {Partition}/{Key} could not be settled.", entry.Partition, entry.Key);
            }
        }

        return failures;
    }

    private async Task Settle(OpenWorkRow entry, ILookup<string?, OpenWorkRow> groups, DateTime nowUtc, CancellationToken cancellation)
    {
        IEnumerable<OpenWorkRow> group = entry.Group is null ? [] : groups[entry.Group];
        if (await outbox.Settle(entry.Partition, entry.Key, nowUtc, group, cancellation) is null && OpenWork.IsAbandoned(entry, nowUtc))
        {
            await _open.Close(entry.Partition, entry.Key, cancellation);
        }
    }
}
