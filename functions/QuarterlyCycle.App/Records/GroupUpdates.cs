using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Records;

/// <summary>What each outcome group decided about the quarter; the newest stands.</summary>
public sealed class GroupUpdates(IRecordStore store)
{
    private readonly NewestOf<GroupUpdate> _rows = new(store, "GroupUpdates");

    public Task<GroupUpdate?> Get(string cycle, string body, CancellationToken cancellation = default) => _rows.Get(cycle, body, cancellation);

    public Task<IReadOnlyList<GroupUpdate>> All(string cycle, CancellationToken cancellation = default) => _rows.All(cycle, cancellation);

    /// <summary>Stores the update in the place of an earlier one.</summary>
    public Task Put(GroupUpdate update, CancellationToken cancellation = default) => _rows.Put(update.Cycle, update.Body, update, cancellation);
}
