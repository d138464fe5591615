using QuarterlyCycle.Domain.DataRequests;

namespace QuarterlyCycle.App.Records;

/// <summary>More time that officers asked for.</summary>
public sealed class Extensions(IRecordStore store)
{
    private readonly RecordTable<Extension> _rows = new(store, "Extensions");

    public async Task<Extension?> Get(string cycle, string id, CancellationToken cancellation = default) =>
        (await _rows.Get(cycle, id, cancellation))?.Record;

    /// <summary>Every extension of the cycle, the first asked first.</summary>
    public async Task<IReadOnlyList<Extension>> All(string cycle, CancellationToken cancellation = default) =>
        [.. (await _rows.List(cycle, cancellation)).Select(row => row.Record).OrderBy(extension => extension.AskedUtc)];

    /// <summary>Stores an extension; a repeat leaves the one that is there.</summary>
    public Task Insert(Extension extension, CancellationToken cancellation = default) =>
        _rows.Insert(extension.Cycle, extension.Id, extension, cancellation);

    /// <summary>The extension as changed, or null when there is none or the decision was null.</summary>
    public Task<Extension?> Change(string cycle, string id, Func<Extension, Extension?> change, CancellationToken cancellation = default) =>
        _rows.Update(cycle, id, change, cancellation);
}
