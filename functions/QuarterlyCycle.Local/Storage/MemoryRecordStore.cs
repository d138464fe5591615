using Microsoft.Data.Sqlite;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.Local.Storage;

/// <summary>The records in SQLite's memory, for rehearsals: every call is done when it returns, and nothing outlives the store.</summary>
public sealed class MemoryRecordStore : IRecordStore, IDisposable
{
    private readonly Lock _gate = new();
    private readonly RecordConnection _connection;

    /// <summary>Creates an empty store.</summary>
    public MemoryRecordStore()
    {
        SqliteConnection connection = new("Data Source=:memory:;Pooling=False");
        connection.Open();
        _connection = RecordConnection.Prepare(connection, "in memory");
    }

    /// <inheritdoc />
    public Task<Row?> Get(string table, string partition, string key, CancellationToken cancellation = default)
    {
        Keys.Check(table, partition, key);
        lock (_gate)
        {
            return Task.FromResult(_connection.Get(table, partition, key));
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Row>> List(string table, string partition, CancellationToken cancellation = default)
    {
        Keys.CheckPartition(table, partition);
        lock (_gate)
        {
            return Task.FromResult(_connection.List(table, partition));
        }
    }

    /// <inheritdoc />
    public Task<Row?> Insert(string table, Row row, CancellationToken cancellation = default)
    {
        RowLimits.Check(table, row);
        lock (_gate)
        {
            return Task.FromResult(_connection.Insert(table, row));
        }
    }

    /// <inheritdoc />
    public Task<Row?> Replace(string table, Row row, CancellationToken cancellation = default)
    {
        RowLimits.Check(table, row);
        lock (_gate)
        {
            return Task.FromResult(_connection.Replace(table, row));
        }
    }

    /// <inheritdoc />
    public Task<bool> Delete(string table, string partition, string key, CancellationToken cancellation = default)
    {
        Keys.Check(table, partition, key);
        lock (_gate)
        {
            return Task.FromResult(_connection.Delete(table, partition, key));
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<(string Table, Row Row)> All(CancellationToken cancellation = default)
    {
        lock (_gate)
        {
            return _connection.All().ToAsyncEnumerable();
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Dispose() => _connection.Dispose();
}
