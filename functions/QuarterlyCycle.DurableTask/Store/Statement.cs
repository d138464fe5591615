using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>
/// One prepared statement with its parameters: $1, $2 and so on. It stands on SQLite itself: an ADO.NET command makes a reader and looks its
/// parameters up for every row written, and rows are what the hub's one thread does all day.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;
    private readonly Cursor _cursor;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), _database);
        _places = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(_statement))
            .Select(number => raw.sqlite3_bind_parameter_index(_statement, $"${number}"))];
        _cursor = new Cursor(_database, _statement);
    }

    /// <summary>Runs it and says how many rows it has changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using (_cursor)
        {
            _cursor.Read();
        }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>Runs it; the rows are read before it is run again.</summary>
    public Cursor Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _cursor;
    }

    /// <summary>Whether it finds a row.</summary>
    public bool Finds(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using (_cursor)
        {
            return _cursor.Read();
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            int answer = values[i] switch
            {
                null => raw.sqlite3_bind_null(_statement, _places[i]),
                long number => raw.sqlite3_bind_int64(_statement, _places[i], number),
                int number => raw.sqlite3_bind_int(_statement, _places[i], number),
                string text => raw.sqlite3_bind_text(_statement, _places[i], text),
                object other => throw new ArgumentException($"A {other.GetType().Name} cannot be stored.", nameof(values)),
            };
            SqliteException.ThrowExceptionForRC(answer, _database);
        }
    }
}

/// <summary>The rows of a statement that runs; disposing it ends the run.</summary>
internal sealed class Cursor(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    public bool Read()
    {
        int answer = raw.sqlite3_step(statement);
        if (answer is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return answer == raw.SQLITE_ROW;
        }

        SqliteException.ThrowExceptionForRC(answer, database);
        return false;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public void Dispose()
    {
        // A fault has been told by Read already; what is bound is let go, for it may be a megabyte.
        raw.sqlite3_reset(statement);
        raw.sqlite3_clear_bindings(statement);
    }
}
