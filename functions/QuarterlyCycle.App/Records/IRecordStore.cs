namespace QuarterlyCycle.App.Records;

/// <summary>Rows in tables, one row at a time; there is no batch, so nothing may need two rows to change together.</summary>
public interface IRecordStore
{
    /// <summary>The row, or null.</summary>
    Task<Row?> Get(string table, string partition, string key, CancellationToken cancellation = default);

    /// <summary>Every row of a partition in the ordinal order of its keys.</summary>
    Task<IReadOnlyList<Row>> List(string table, string partition, CancellationToken cancellation = default);

    /// <summary>The inserted row with its ETag, or null when the key is taken.</summary>
    Task<Row?> Insert(string table, Row row, CancellationToken cancellation = default);

    /// <summary>The replaced row with its new ETag, or null when the stored row's ETag is another one or the row is gone.</summary>
    Task<Row?> Replace(string table, Row row, CancellationToken cancellation = default);

    /// <summary>Deletes the row whatever its ETag; false when there was none.</summary>
    Task<bool> Delete(string table, string partition, string key, CancellationToken cancellation = default);

    /// <summary>Every row of every table, in any order: for carrying the records elsewhere, and for nothing that runs every day.</summary>
    IAsyncEnumerable<(string Table, Row Row)> All(CancellationToken cancellation = default);
}
