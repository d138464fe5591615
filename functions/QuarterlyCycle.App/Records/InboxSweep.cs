using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace QuarterlyCycle.App.Records;

/// <summary>Looks every minute for acts and messages that were stored and not told to everybody.</summary>
public sealed class InboxSweep(IRecordStore store, Inbox inbox, Arrivals arrivals, ILogger<InboxSweep> log)
{
    // Whoever stored it is probably still telling.
    private static readonly TimeSpan LeftAlone = TimeSpan.FromMinutes(2);

    private readonly OpenWork _open = OpenWork.OfInbox(store);

    /// <summary>Tells what was not told, oldest first, and gives the rows that turned out to come too late.</summary>
    public async Task<IReadOnlyList<InboxRow>> Run(DurableTaskClient client, DateTime nowUtc, CancellationToken cancellation = default)
    {
        List<InboxRow> tooLate = [];
        IReadOnlyList<OpenWorkRow> open = await _open.List(cancellation);
        foreach (OpenWorkRow entry in open.Where(entry => entry.DueUtc <= nowUtc - LeftAlone).OrderBy(entry => entry.DueUtc))
        {
            try
            {
                if (await inbox.Get(entry, cancellation) is not { } row)
                {
                    await CloseIfAbandoned(entry, nowUtc, cancellation);
                }
                else if (await arrivals.Take(client, row, cancellation) is { State: InboxState.TooLate } late)
                {
                    tooLate.Add(late);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One row that cannot be told must not hold back the others.
                log.LogError(failure, "The inbox row {Partition}/{Key} could not be forwarded.", entry.Partition, entry.Key);
            }
        }

        return tooLate;
    }

    private async Task CloseIfAbandoned(OpenWorkRow entry, DateTime nowUtc, CancellationToken cancellation)
    {
        if (OpenWork.IsAbandoned(entry, nowUtc))
        {
            await _open.Close(entry.Partition, entry.Key, cancellation);
        }
    }
}
