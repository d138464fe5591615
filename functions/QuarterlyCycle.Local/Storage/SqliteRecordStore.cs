using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.Local.Storage;

/// <summary>The records in one SQLite file, for one process at a time; or in memory, where nothing outlives the store.</summary>
public sealed class SqliteRecordStore : IRecordStore, IDisposable
{
    private readonly string _path;
    private readonly FileStream _claim;
    private readonly RecordWriter _writer;
    private readonly ConcurrentBag<RecordConnection> _readers = [];

    private SqliteRecordStore(string path, FileStream claim, RecordWriter writer)
    {
        _path = path;
        _claim = claim;
        _writer = writer;
    }

    /// <summary>Opens the file, or creates it with its folder; refused while another process has it open.</summary>
    public static SqliteRecordStore Open(string path)
    {
        string file = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        FileStream claim = Claim(file);
        try
        {
            SqliteConnection connection = Connect(file, SqliteOpenMode.ReadWriteCreate);
            MakeDurable(connection, file);
            return new SqliteRecordStore(file, claim, new RecordWriter(RecordConnection.Prepare(connection, file)));
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>Copies the file as it stands at this moment to a new one; another process may have it open.</summary>
    public static void BackUp(string path, string target)
    {
        using SqliteConnection connection = Connect(Path.GetFullPath(path), SqliteOpenMode.ReadOnly);
        using SqliteCommand copy = connection.CreateCommand();
        copy.CommandText = "VACUUM INTO $target";
        copy.Parameters.AddWithValue("$target", Path.GetFullPath(target));
        copy.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public Task<Row?> Get(string table, string partition, string key, CancellationToken cancellation = default)
    {
        Keys.Check(table, partition, key);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Read(connection => connection.Get(table, partition, key)));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Row>> List(string table, string partition, CancellationToken cancellation = default)
    {
        Keys.CheckPartition(table, partition);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Read(connection => connection.List(table, partition)));
    }

    /// <inheritdoc />
    public Task<Row?> Insert(string table, Row row, CancellationToken cancellation = default)
    {
        RowLimits.Check(table, row);
        cancellation.ThrowIfCancellationRequested();
        return _writer.Commit(connection => connection.Insert(table, row));
    }

    /// <inheritdoc />
    public Task<Row?> Replace(string table, Row row, CancellationToken cancellation = default)
    {
        RowLimits.Check(table, row);
        cancellation.ThrowIfCancellationRequested();
        return _writer.Commit(connection => connection.Replace(table, row));
    }

    /// <inheritdoc />
    public Task<bool> Delete(string table, string partition, string key, CancellationToken cancellation = default)
    {
        Keys.Check(table, partition, key);
        cancellation.ThrowIfCancellationRequested();
        return _writer.Commit(connection => connection.Delete(table, partition, key));
    }

    /// <inheritdoc />
    public IAsyncEnumerable<(string Table, Row Row)> All(CancellationToken cancellation = default) =>
        Read(connection => connection.All()).ToAsyncEnumerable();

    /// <summary>Finishes what is queued and lets go of the file.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        while (_readers.TryTake(out RecordConnection? reader))
        {
            reader.Dispose();
        }

        _claim.Dispose();
    }

    private static FileStream Claim(string file)
    {
        try
        {
            // A lock of its own, because SQLite's locks would also keep this process's readers out. It ends with the process, however that ends.
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException inUse)
        {
            throw new InvalidOperationException($"The record file {file} is in use by another process. Stop that one first, or give this one another data folder.", inUse);
        }
    }

    private static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void MakeDurable(SqliteConnection connection, string file)
    {
        string journal = Pragma(connection, "PRAGMA journal_mode = WAL");
        Pragma(connection, "PRAGMA synchronous = FULL");
        string synchronous = Pragma(connection, "PRAGMA synchronous");
        if (journal != "wal" || synchronous != "2")
        {
            throw new InvalidOperationException($"The record file {file} cannot be kept safely: journal_mode is {journal} and synchronous is {synchronous}, wanted wal and 2.");
        }
    }

    private static string Pragma(SqliteConnection connection, string pragma)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = pragma;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    private TResult Read<TResult>(Func<RecordConnection, TResult> read)
    {
        RecordConnection reader = _readers.TryTake(out RecordConnection? idle)
            ? idle
            : new RecordConnection(Connect(_path, SqliteOpenMode.ReadOnly));
        try
        {
            return read(reader);
        }
        finally
        {
            _readers.Add(reader);
        }
    }
}
