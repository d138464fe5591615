using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Tests.Records;

/// <summary>A store that dies before or after any of its writes, and before any of its reads.</summary>
internal sealed class KillableRecordStore(IRecordStore store, Fuse fuse) : IRecordStore
{
    public Task<Row?> Get(string table, string partition, string key, CancellationToken cancellation = default)
    {
        fuse.Step();
        return store.Get(table, partition, key, cancellation);
    }

    public Task<IReadOnlyList<Row>> List(string table, string partition, CancellationToken cancellation = default)
    {
        fuse.Step();
        return store.List(table, partition, cancellation);
    }

    public Task<Row?> Insert(string table, Row row, CancellationToken cancellation = default) =>
        Write(() => store.Insert(table, row, cancellation));

    public Task<Row?> Replace(string table, Row row, CancellationToken cancellation = default) =>
        Write(() => store.Replace(table, row, cancellation));

    public Task<bool> Delete(string table, string partition, string key, CancellationToken cancellation = default) =>
        Write(() => store.Delete(table, partition, key, cancellation));

    public IAsyncEnumerable<(string Table, Row Row)> All(CancellationToken cancellation = default) => store.All(cancellation);

    private async Task<TResult> Write<TResult>(Func<Task<TResult>> write)
    {
        fuse.Step();
        TResult result = await write();
        fuse.Step();
        return result;
    }
}
