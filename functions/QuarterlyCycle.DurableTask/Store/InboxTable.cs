using Microsoft.Data.Sqlite;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>The inbox: messages that wait for an orchestration, timers among them.</summary>
internal sealed class InboxTable(SqliteConnection connection) : IDisposable
{
    private const string Columns = $"message, instance, execution, visible_at, {EventColumns.Names}";

    private readonly Statement _add = new(
        connection, $"INSERT INTO inbox ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");

    private readonly Statement _remove = new(connection, "DELETE FROM inbox WHERE message = $1");
    private readonly Statement _has = new(connection, "SELECT 1 FROM inbox WHERE message = $1");
    private readonly Statement _removeAll = new(connection, "DELETE FROM inbox WHERE instance = $1");

    private readonly Statement _ready = new(
        connection, $"SELECT {Columns} FROM inbox WHERE visible_at <= $1 ORDER BY visible_at, message");

    private readonly Statement _later = new(
        connection,
        $"SELECT {Columns} FROM inbox WHERE (visible_at, message) > ($1, $2) ORDER BY visible_at, message LIMIT $3");

    public void Add(InboxMessage message)
    {
        HistoryEvent happened = message.Event;
        _add.Run(
            message.Id,
            message.Instance,
            message.Execution,
            message.GoesFirst ? -1L : message.DueUtc?.Ticks ?? 0L,
            (long)happened.Kind,
            happened.AtUtc.Ticks,
            EventColumns.Task(happened),
            happened.Name,
            happened.Version,
            happened.Other,
            happened.Data,
            EventColumns.Detail(happened),
            happened.FireAtUtc?.Ticks);
    }

    public bool Remove(long message) => _remove.Run(message) == 1;

    public bool Has(long message) => _has.Finds(message);

    public void RemoveAll(string instance) => _removeAll.Run(instance);

    /// <summary>All that is ready: first what begins an execution, then in the order of sending, then overdue timers in order.</summary>
    public List<InboxMessage> Ready(DateTime nowUtc) => Read(_ready.Read(nowUtc.Ticks));

    /// <summary>The next timers after this one.</summary>
    public List<InboxMessage> Later(DateTime afterUtc, long afterMessage, int limit) =>
        Read(_later.Read(afterUtc.Ticks, afterMessage, (long)limit));

    public void Dispose()
    {
        _add.Dispose();
        _remove.Dispose();
        _has.Dispose();
        _removeAll.Dispose();
        _ready.Dispose();
        _later.Dispose();
    }

    private static List<InboxMessage> Read(Cursor reader)
    {
        using (reader)
        {
            List<InboxMessage> messages = [];
            while (reader.Read())
            {
                long visibleAt = reader.Number(3);
                messages.Add(new InboxMessage(reader.Number(0), reader.Text(1), reader.Number(2), EventColumns.Read(reader, 4))
                {
                    GoesFirst = visibleAt < 0,
                    DueUtc = visibleAt > 0 ? EventColumns.Utc(visibleAt) : null,
                });
            }

            return messages;
        }
    }
}
