namespace QuarterlyCycle.App.Records;

/// <summary>Records of which only the newest stands: one row for each key, written over.</summary>
internal sealed class NewestOf<TRecord>(IRecordStore store, string table)
    where TRecord : class
{
    private readonly RecordTable<TRecord> _rows = new(store, table);

    public async Task<TRecord?> Get(string partition, string key, CancellationToken cancellation) =>
        (await _rows.Get(partition, key, cancellation))?.Record;

    public async Task<IReadOnlyList<TRecord>> All(string partition, CancellationToken cancellation) =>
        [.. (await _rows.List(partition, cancellation)).Select(row => row.Record)];

    public async Task Put(string partition, string key, TRecord record, CancellationToken cancellation)
    {
        while (await _rows.Insert(partition, key, record, cancellation) is null
            && await _rows.Update(partition, key, _ => record, cancellation) is null)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
