using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Tests.Pages;

/// <summary>Rows that count how often any of them was written, so that a test sees that nothing was.</summary>
internal sealed class WatchedStore(IRecordStore inner) : IRecordStore
{
    private readonly List<string> _writes = [];

    /// <summary>Every row that was written or deleted, in order.</summary>
    public IReadOnlyList<string> Writes
    {
        get
        {
            lock (_writes)
            {
                return [.. _writes];
            }
        }
    }

    public Task<Row?> Get(string table, string partition, string key, CancellationToken cancellation = default) => inner.Get(table, partition, key, cancellation);

    public Task<IReadOnlyList<Row>> List(string table, string partition, CancellationToken cancellation = default) => inner.List(table, partition, cancellation);

    public async Task<Row?> Insert(string table, Row row, CancellationToken cancellation = default)
    {
        Row? inserted = await inner.Insert(table, row, cancellation);
        Note(inserted is not null, $"insert {table} {row.Partition} {row.Key}");
        return inserted;
    }

    public async Task<Row?> Replace(string table, Row row, CancellationToken cancellation = default)
    {
        Row? replaced = await inner.Replace(table, row, cancellation);
        Note(replaced is not null, $"replace {table} {row.Partition} {row.Key}");
        return replaced;
    }

    public async Task<bool> Delete(string table, string partition, string key, CancellationToken cancellation = default)
    {
        bool deleted = await inner.Delete(table, partition, key, cancellation);
        Note(deleted, $"delete {table} {partition} {key}");
        return deleted;
    }

    public IAsyncEnumerable<(string Table, Row Row)> All(CancellationToken cancellation = default) => inner.All(cancellation);

    private void Note(bool happened, string what)
    {
        if (happened)
        {
            lock (_writes)
            {
                _writes.Add(what);
            }
        }
    }
}
