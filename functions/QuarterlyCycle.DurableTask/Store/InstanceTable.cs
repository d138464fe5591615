using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>The instance table: one row per orchestration.</summary>
internal sealed class InstanceTable(SqliteConnection connection) : IDisposable
{
    private const string Columns =
        "id, name, version, execution, status, parent, parent_name, parent_execution, parent_task, "
        + "custom_status, input, output, failure, tags, created, updated, last_sequence";

    private readonly Statement _get = new(connection, $"SELECT {Columns} FROM instance WHERE id = $1");
    private readonly Statement _children = new(connection, "SELECT id FROM instance WHERE parent = $1 ORDER BY id");
    private readonly Statement _delete = new(connection, "DELETE FROM instance WHERE id = $1");

    private readonly Statement _put = new(
        connection,
        $"INSERT OR REPLACE INTO instance ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)");

    // The statement that a long-running orchestration repeats: it does not write the input again.
    private readonly Statement _move = new(
        connection,
        "UPDATE instance SET status = $1, custom_status = $2, output = $3, failure = $4, updated = $5, last_sequence = $6 "
        + "WHERE id = $7 AND execution = $8 AND last_sequence = $9");

    public InstanceRow? Get(string id)
    {
        using Cursor reader = _get.Read(id);
        return reader.Read() ? Row(reader) : null;
    }

    public void Put(InstanceRow row) => _put.Run(
        row.Id,
        row.Name,
        row.Version,
        row.Execution,
        (long)row.Status,
        row.Parent?.Instance,
        row.Parent?.Name,
        row.Parent?.Execution,
        row.Parent?.TaskId,
        row.CustomStatus,
        row.Input,
        row.Output,
        EngineJson.WriteFailure(row.Failure),
        EngineJson.WriteTags(row.Tags),
        row.CreatedUtc.Ticks,
        row.UpdatedUtc.Ticks,
        row.LastSequence);

    /// <summary>Writes what an episode changes, if the row is still as the episode found it.</summary>
    public bool Move(InstanceRow before, InstanceRow after) => _move.Run(
        (long)after.Status,
        after.CustomStatus,
        after.Output,
        EngineJson.WriteFailure(after.Failure),
        after.UpdatedUtc.Ticks,
        after.LastSequence,
        before.Id,
        before.Execution,
        before.LastSequence) == 1;

    public List<string> Children(string parent)
    {
        List<string> ids = [];
        using Cursor reader = _children.Read(parent);
        while (reader.Read())
        {
            ids.Add(reader.Text(0));
        }

        return ids;
    }

    public void Delete(string id) => _delete.Run(id);

    /// <summary>The instances of a filter in the order of their ids, so that a page stays a page while others are written.</summary>
    public List<InstanceRow> List(InstanceFilter filter)
    {
        StringBuilder sql = new($"SELECT {Columns} FROM instance WHERE 1");
        List<object> values = [];
        void And(string condition, object value)
        {
            values.Add(value);
            sql.Append(CultureInfo.InvariantCulture, $" AND {condition} ${values.Count}");
        }

        if (filter.AfterId is { } after)
        {
            And("id >", after);
        }

        if (filter.Prefix is { Length: > 0 } prefix)
        {
            And("id >=", prefix);
            And("id <", prefix + char.MaxValue);
        }

        if (filter.CreatedFromUtc is { } from)
        {
            And("created >=", from.Ticks);
        }

        if (filter.CreatedToUtc is { } to)
        {
            And("created <=", to.Ticks);
        }

        if (filter.UpdatedFromUtc is { } movedFrom)
        {
            And("updated >=", movedFrom.Ticks);
        }

        if (filter.UpdatedToUtc is { } movedTo)
        {
            And("updated <=", movedTo.Ticks);
        }

        if (filter.Statuses is { Count: > 0 } statuses)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND status IN ({string.Join(", ", statuses.Select(status => (int)status).Distinct().Order())})");
        }

        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY id LIMIT {filter.Limit}");
        using Statement statement = new(connection, sql.ToString());
        using Cursor reader = statement.Read([.. values]);
        List<InstanceRow> rows = [];
        while (reader.Read())
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        _get.Dispose();
        _children.Dispose();
        _delete.Dispose();
        _put.Dispose();
        _move.Dispose();
    }

    private static InstanceRow Row(Cursor reader) => new(
        reader.Text(0),
        reader.Text(1),
        reader.Text(2),
        reader.Number(3),
        (OrchestrationRuntimeStatus)reader.Number(4))
    {
        Parent = reader.IsNull(5)
            ? null
            : new ParentCall(reader.Text(5), reader.Text(6), reader.Number(7), (int)reader.Number(8)),
        CustomStatus = EventColumns.Text(reader, 9),
        Input = EventColumns.Text(reader, 10),
        Output = EventColumns.Text(reader, 11),
        Failure = EngineJson.ReadFailure(EventColumns.Text(reader, 12)),
        Tags = EngineJson.ReadTags(EventColumns.Text(reader, 13)),
        CreatedUtc = EventColumns.Utc(reader.Number(14)),
        UpdatedUtc = EventColumns.Utc(reader.Number(15)),
        LastSequence = reader.Number(16),
    };
}
