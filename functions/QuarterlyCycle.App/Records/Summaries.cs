using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Records;

/// <summary>The summary that the project manager wrote for each body's pack; the newest stands.</summary>
public sealed class Summaries(IRecordStore store)
{
    private readonly NewestOf<PackSummary> _rows = new(store, "Summaries");

    public Task<PackSummary?> Get(string cycle, string body, CancellationToken cancellation = default) => _rows.Get(cycle, body, cancellation);

    /// <summary>Stores the summary in the place of an earlier one.</summary>
    public Task Put(PackSummary summary, CancellationToken cancellation = default) => _rows.Put(summary.Cycle, summary.Body, summary, cancellation);
}
