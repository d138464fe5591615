using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Acts;

/// <summary>Looks every minute for acts that were stored and not carried out, and for signals that were not raised.</summary>
public sealed class ActSweep(ActDesk acts, ActRows rows, InboxSweep inboxSweep, ILogger<ActSweep> log)
{
    /// <summary>So young an act is left alone: whoever stored it is probably still at it.</summary>
    public static readonly TimeSpan LeftAlone = TimeSpan.FromMinutes(2);

    public async Task Run(DurableTaskClient client, DateTime nowUtc, CancellationToken cancellation = default)
    {
        foreach (Stored<ActRow> row in await rows.Unfinished(nowUtc - LeftAlone, cancellation))
        {
            try
            {
                await acts.Finish(client, row, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One act that cannot be carried out must not hold back the others; it stays on the list.
                log.LogError(failure, "The act {Act} ({Kind}) could not be carried out.", row.Record.Id, row.Record.Kind);
            }
        }

        foreach (InboxRow late in await inboxSweep.Run(client, nowUtc, cancellation))
        {
            await acts.TellTooLate(late, cancellation);
        }
    }
}
