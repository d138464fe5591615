using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.Local.Storage;

/// <summary>One connection to the record file with its statements prepared; used by one thread at a time.</summary>
internal sealed class RecordConnection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _get;
    private readonly SqliteCommand _list;
    private readonly SqliteCommand _all;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _replace;
    private readonly SqliteCommand _delete;
    private readonly SqliteCommand _count;
    private long _version;

    public RecordConnection(SqliteConnection connection)
    {
        _connection = connection;
        _get = Command("SELECT key, version, content FROM record WHERE list = $list AND partition = $partition AND key = $key", "$list", "$partition", "$key");
        _list = Command("SELECT key, version, content FROM record WHERE list = $list AND partition = $partition ORDER BY key", "$list", "$partition");
        _all = Command("SELECT key, version, content, partition, list FROM record ORDER BY list, partition, key");
        _insert = Command(
            "INSERT INTO record (list, partition, key, version, content) VALUES ($list, $partition, $key, $version, $content) ON CONFLICT DO NOTHING",
            "$list", "$partition", "$key", "$version", "$content");
        _replace = Command(
            "UPDATE record SET version = $version, content = $content WHERE list = $list AND partition = $partition AND key = $key AND version = $known",
            "$version", "$content", "$list", "$partition", "$key", "$known");
        _delete = Command("DELETE FROM record WHERE list = $list AND partition = $partition AND key = $key", "$list", "$partition", "$key");
        _count = Command("UPDATE counter SET version = $version", "$version");
    }

    public Row? Get(string table, string partition, string key)
    {
        Set(_get, table, partition, key);
        using SqliteDataReader reader = _get.ExecuteReader();
        return reader.Read() ? ReadRow(reader, partition) : null;
    }

    public IReadOnlyList<Row> List(string table, string partition)
    {
        Set(_list, table, partition);
        using SqliteDataReader reader = _list.ExecuteReader();
        List<Row> rows = [];
        while (reader.Read())
        {
            rows.Add(ReadRow(reader, partition));
        }

        // SQLite orders by the bytes of UTF-8, in which characters beyond the first 65,536 stand elsewhere.
        rows.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return rows;
    }

    public IReadOnlyList<(string Table, Row Row)> All()
    {
        using SqliteDataReader reader = _all.ExecuteReader();
        List<(string Table, Row Row)> rows = [];
        while (reader.Read())
        {
            rows.Add((reader.GetString(4), ReadRow(reader, reader.GetString(3))));
        }

        return rows;
    }

    public Row? Insert(string table, Row row)
    {
        long version = _version + 1;
        Set(_insert, table, row.Partition, row.Key, version, Write(row));
        if (_insert.ExecuteNonQuery() == 0)
        {
            return null;
        }

        _version = version;
        return row with { ETag = ETag(version) };
    }

    public Row? Replace(string table, Row row)
    {
        if (!long.TryParse(row.ETag, NumberStyles.None, CultureInfo.InvariantCulture, out long known))
        {
            return null;
        }

        long version = _version + 1;
        Set(_replace, version, Write(row), table, row.Partition, row.Key, known);
        if (_replace.ExecuteNonQuery() == 0)
        {
            return null;
        }

        _version = version;
        return row with { ETag = ETag(version) };
    }

    public bool Delete(string table, string partition, string key)
    {
        Set(_delete, table, partition, key);
        return _delete.ExecuteNonQuery() > 0;
    }

    public void Begin() => Execute("BEGIN IMMEDIATE");

    public void Commit()
    {
        Set(_count, _version);
        _count.ExecuteNonQuery();
        Execute("COMMIT");
    }

    public void RollBack() => Execute("ROLLBACK");

    /// <summary>Creates the tables in an empty file, or reads where its versions stand; a file of a later program is refused.</summary>
    public static RecordConnection Prepare(SqliteConnection connection, string path)
    {
        using SqliteCommand ask = connection.CreateCommand();
        ask.CommandText = "PRAGMA user_version";
        long schema = (long)ask.ExecuteScalar()!;
        if (schema > RecordSchema.Version)
        {
            throw new InvalidOperationException($"The record file {path} was written by a later version of this program (schema {schema}, this one knows {RecordSchema.Version}).");
        }

        if (schema == 0)
        {
            using SqliteTransaction creation = connection.BeginTransaction();
            using SqliteCommand create = connection.CreateCommand();
            create.Transaction = creation;
            create.CommandText = RecordSchema.Create;
            create.ExecuteNonQuery();
            creation.Commit();
        }

        ask.CommandText = "SELECT version FROM counter";
        return new RecordConnection(connection) { _version = (long)ask.ExecuteScalar()! };
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in new[] { _get, _list, _all, _insert, _replace, _delete, _count })
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private static Row ReadRow(SqliteDataReader reader, string partition) =>
        new(partition,
            reader.GetString(0),
            ETag(reader.GetInt64(1)),
            new WrittenValues(reader.GetString(2)));

    private static string Write(Row row) => JsonSerializer.Serialize(row.Values, RecordRows.Json);

    private static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }
    }

    private SqliteCommand Command(string text, params string[] parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (string parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        return command;
    }

    private void Execute(string text)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
