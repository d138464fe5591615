using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Files;

namespace QuarterlyCycle.App.Records;

/// <summary>What others post to the service: the body is kept as it came, then each thing it says is done once.</summary>
public sealed class Arrivals(IFileStore files, Inbox inbox, IEnumerable<Arrival> kinds, ILogger<Arrivals> log)
{
    private readonly Dictionary<string, Arrival> _kinds = kinds.ToDictionary(arrival => arrival.Kind, StringComparer.Ordinal);

    /// <summary>Stores the body and its rows, so that whoever posted it may be told that it came, and gives the rows that are new.</summary>
    public async Task<IReadOnlyList<InboxRow>> Store(string file, ReadOnlyMemory<byte> body, IReadOnlyList<InboxRow> rows, CancellationToken cancellation = default)
    {
        await files.Write(file, body, cancellation);
        List<InboxRow> unseen = [];
        foreach (InboxRow row in rows)
        {
            if ((await inbox.Receive(row, cancellation)).IsNew)
            {
                unseen.Add(row);
            }
        }

        return unseen;
    }

    /// <summary>Does at once what the stored rows ask for. One that cannot be done now is left to the sweep: it is stored, so nobody needs to post it again.</summary>
    public async Task Take(DurableTaskClient client, IReadOnlyList<InboxRow> rows, CancellationToken cancellation = default)
    {
        foreach (InboxRow row in rows)
        {
            try
            {
                await Take(client, row, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The inbox row {Partition}/{Key} is stored and could not be taken up yet.", row.Partition, row.Key);
            }
        }
    }

    /// <summary>Does what one row asks for, if anything is to be done for its kind, and tells the orchestrations.</summary>
    public async Task<InboxRow> Take(DurableTaskClient client, InboxRow row, CancellationToken cancellation = default)
    {
        if (row.State == InboxState.Received && _kinds.TryGetValue(row.Kind, out Arrival? arrival) && await arrival.Take(row, cancellation) is { } why)
        {
            await inbox.Reject(row, why, cancellation);
        }

        return await inbox.Forward(client, row, cancellation);
    }
}
