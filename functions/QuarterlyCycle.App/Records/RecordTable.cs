using System.Collections.Concurrent;

namespace QuarterlyCycle.App.Records;

/// <summary>One table of one kind of record, over any store.</summary>
public sealed class RecordTable<TRecord>(IRecordStore store, string table)
    where TRecord : class
{
    // Of a partnership of 5,000 measures more than a quarter's figures; a record takes about a kilobyte.
    private const int MostRemembered = 8_000;

    private readonly ConcurrentDictionary<(string Partition, string Key), Stored<TRecord>> _remembered = new();
    private int _remembering;

    /// <summary>The name of the table.</summary>
    public string Name => table;

    /// <summary>The record, or null.</summary>
    public async Task<Stored<TRecord>?> Get(string partition, string key, CancellationToken cancellation = default)
    {
        Row? row = await store.Get(table, partition, key, cancellation);
        return row is null ? null : Read(row);
    }

    /// <summary>Every record of a partition in the ordinal order of the keys.</summary>
    public async Task<IReadOnlyList<Stored<TRecord>>> List(string partition, CancellationToken cancellation = default)
    {
        IReadOnlyList<Row> rows = await store.List(table, partition, cancellation);
        return [.. rows.Select(Read)];
    }

    /// <summary>The records of a partition that have one of these keys, from one reading of it, in the ordinal order of the keys.</summary>
    public async Task<IReadOnlyList<Stored<TRecord>>> ListOf(string partition, IReadOnlySet<string> keys, CancellationToken cancellation = default)
    {
        IReadOnlyList<Row> rows = await store.List(table, partition, cancellation);
        return [.. rows.Where(row => keys.Contains(row.Key)).Select(Read)];
    }

    /// <summary>The inserted record, or null when the key is taken.</summary>
    public async Task<Stored<TRecord>?> Insert(string partition, string key, TRecord record, CancellationToken cancellation = default)
    {
        Row? row = await store.Insert(table, new Row(partition, key, "", RecordRows.ToValues(record)), cancellation);
        return row is null ? null : new Stored<TRecord>(record, row.ETag);
    }

    /// <summary>The replaced record, or null when somebody else changed or deleted it first.</summary>
    public async Task<Stored<TRecord>?> Replace(string partition, string key, Stored<TRecord> changed, CancellationToken cancellation = default)
    {
        Row? row = await store.Replace(table, new Row(partition, key, changed.ETag, RecordRows.ToValues(changed.Record)), cancellation);
        return row is null ? null : changed with { ETag = row.ETag };
    }

    /// <summary>Deletes the record whatever its state; false when there was none.</summary>
    public Task<bool> Delete(string partition, string key, CancellationToken cancellation = default)
    {
        _remembered.TryRemove((partition, key), out _);
        return store.Delete(table, partition, key, cancellation);
    }

    /// <summary>Deletes the records of a partition that are of no use any more, and says how many.</summary>
    public async Task<int> DeleteWhere(string partition, Func<TRecord, bool> isOver, CancellationToken cancellation = default)
    {
        int deleted = 0;
        foreach (Row row in await store.List(table, partition, cancellation))
        {
            if (isOver(Read(row).Record) && await Delete(partition, row.Key, cancellation))
            {
                deleted++;
            }
        }

        return deleted;
    }

    /// <summary>Reads, decides and replaces; when somebody else was faster, reads and decides again. The decision may run more than once.</summary>
    /// <returns>The record as changed, or null when there is none or the decision was null: leave it as it is.</returns>
    public Task<TRecord?> Update(string partition, string key, Func<TRecord, TRecord?> change, CancellationToken cancellation = default) =>
        Update(partition, key, known: null, change, cancellation);

    /// <summary>The same, beginning with the record as the caller has it: it is read only when somebody else was faster.</summary>
    public async Task<TRecord?> Update(
        string partition, string key, Stored<TRecord>? known, Func<TRecord, TRecord?> change, CancellationToken cancellation = default)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if ((known ?? await Get(partition, key, cancellation)) is not { } stored || change(stored.Record) is not { } changed)
            {
                return null;
            }

            if (changed.Equals(stored.Record) || await Replace(partition, key, stored with { Record = changed }, cancellation) is not null)
            {
                return changed;
            }

            known = null;
        }
    }

    // Most rows that are read were read before, and an ETag stands for one state of a row for good.
    private Stored<TRecord> Read(Row row)
    {
        if (_remembered.TryGetValue((row.Partition, row.Key), out Stored<TRecord>? known) && known.ETag == row.ETag)
        {
            return known;
        }

        if (Interlocked.Increment(ref _remembering) > MostRemembered)
        {
            _remembered.Clear();
            _remembering = 0;
        }

        return _remembered[(row.Partition, row.Key)] = new Stored<TRecord>(RecordRows.FromRow<TRecord>(table, row), row.ETag);
    }
}
