using System.Globalization;
using Microsoft.Data.Sqlite;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>Opens the hub's file: alone, durable, and only if it is one of ours.</summary>
internal sealed class HubFile : IDisposable
{
    public const string InMemory = ":memory:";

    private readonly FileStream? _lock;

    private readonly string _path;

    private HubFile(string path, SqliteConnection connection, FileStream? @lock)
    {
        _path = path;
        Connection = connection;
        _lock = @lock;
    }

    public SqliteConnection Connection { get; }

    public bool IsInMemory => _path == InMemory;

    public static HubFile Open(string path)
    {
        FileStream? alone = path == InMemory ? null : Lock(path);
        SqliteConnection? connection = null;
        try
        {
            connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = path == InMemory ? SqliteOpenMode.Memory : SqliteOpenMode.ReadWriteCreate,

                // A pooled connection would keep the file open after the hub has let go of it.
                Pooling = false,
            }.ToString());
            connection.Open();
            SetUp(connection, path);
            return new HubFile(path, connection, alone);
        }
        catch (SqliteException fault)
        {
            connection?.Dispose();
            alone?.Dispose();
            throw Explained(fault, path);
        }
        catch (InvalidDataException)
        {
            connection?.Dispose();
            alone?.Dispose();
            throw;
        }
    }

    public object? Ask(string sql) => Ask(Connection, sql);

    /// <summary>Takes the next ids for this process and gives the last one used before.</summary>
    public long ReserveIds(long count)
    {
        try
        {
            object? last = Ask(Connection, "SELECT value FROM meta WHERE name = 'next_id'");
            Ask(Connection, string.Create(CultureInfo.InvariantCulture, $"UPDATE meta SET value = value + {count} WHERE name = 'next_id'"));
            return Convert.ToInt64(last, CultureInfo.InvariantCulture);
        }
        catch (SqliteException fault)
        {
            Dispose();
            throw Explained(fault, _path);
        }
    }

    /// <summary>A fault of the database in words that say what to do about it.</summary>
    public Exception Explained(Exception fault) => fault is SqliteException sqlite ? Explained(sqlite, _path) : fault;

    public void Dispose()
    {
        Connection.Dispose();
        _lock?.Dispose();
    }

    // The system lets go of the lock when the process ends, however it ends.
    private static FileStream Lock(string path)
    {
        string lockPath = path + ".lock";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            return new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new IOException($"The task hub '{path}' cannot be opened: '{lockPath}' cannot be written. Check who owns the folder.", fault);
        }
        catch (IOException fault) when (File.Exists(lockPath))
        {
            throw new IOException($"The task hub '{path}' is in use by another process. Only one process at a time may open it.", fault);
        }
    }

    private static void SetUp(SqliteConnection connection, string path)
    {
        if (path != InMemory)
        {
            Require(connection, path, "journal_mode", "WAL", "wal");
        }

        Require(connection, path, "synchronous", "FULL", "2");
        Ask(connection, "PRAGMA busy_timeout = 5000");
        Ask(connection, "PRAGMA temp_store = MEMORY");
        Ask(connection, "PRAGMA cache_size = -32000");
        Ask(connection, "PRAGMA wal_autocheckpoint = 4000");

        HubSchema.BringUp(connection, path);
    }

    // What is asked for and what is in force are two things: a file system without shared memory, for one, has no WAL.
    private static void Require(SqliteConnection connection, string path, string pragma, string value, string expected)
    {
        Ask(connection, $"PRAGMA {pragma} = {value}");
        string? inForce = Convert.ToString(Ask(connection, $"PRAGMA {pragma}"), CultureInfo.InvariantCulture);
        if (!string.Equals(inForce, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException($"The task hub '{path}' needs {pragma} = {value}, but it is {inForce}. Put it on a local disk.");
        }
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static Exception Explained(SqliteException fault, string path) => fault.SqliteErrorCode switch
    {
        11 or 26 => new InvalidDataException($"The task hub '{path}' is damaged, or not a task hub. Restore it from a copy.", fault),
        5 or 6 => new IOException($"The task hub '{path}' is in use by another process. Only one process at a time may open it.", fault),
        8 => new IOException($"The task hub '{path}' is read-only. The service must be able to write it.", fault),
        13 => new IOException($"There is no room on the disk for the task hub '{path}'.", fault),
        _ => new IOException($"The task hub '{path}' cannot be read or written: {fault.Message}", fault),
    };
}
