using Microsoft.Data.Sqlite;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>The history table: what has happened to each execution.</summary>
internal sealed class HistoryTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _add = new(
        connection,
        $"INSERT INTO history (instance, execution, sequence, {EventColumns.Names}, message) "
        + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");

    private readonly Statement _read = new(
        connection, $"SELECT {EventColumns.Names}, message FROM history WHERE instance = $1 AND execution = $2 ORDER BY sequence");

    private readonly Statement _delete = new(connection, "DELETE FROM history WHERE instance = $1");

    public void Add(string instance, long execution, long sequence, HistoryEvent happened) => _add.Run(
        instance,
        execution,
        sequence,
        (long)happened.Kind,
        happened.AtUtc.Ticks,
        EventColumns.Task(happened),
        happened.Name,
        happened.Version,
        happened.Other,
        happened.Data,
        EventColumns.Detail(happened),
        happened.FireAtUtc?.Ticks,
        happened.Message == 0 ? null : happened.Message);

    public List<HistoryEvent> Read(string instance, long execution)
    {
        List<HistoryEvent> history = [];
        using Cursor reader = _read.Read(instance, execution);
        while (reader.Read())
        {
            HistoryEvent happened = EventColumns.Read(reader, 0);
            history.Add(reader.IsNull(9) ? happened : happened with { Message = reader.Number(9) });
        }

        return history;
    }

    public void Delete(string instance) => _delete.Run(instance);

    public void Dispose()
    {
        _add.Dispose();
        _read.Dispose();
        _delete.Dispose();
    }
}
