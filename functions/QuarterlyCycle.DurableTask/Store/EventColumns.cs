using Microsoft.Data.Sqlite;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>The columns that an event has in the history and in the inbox alike.</summary>
internal static class EventColumns
{
    public const string Names = "kind, at, task, name, version, other, data, detail, fire_at";

    public static string? Text(Cursor reader, int column) => reader.IsNull(column) ? null : reader.Text(column);

    public static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);

    // The detail column holds a failure for the kinds that fail, and plain words for the others.
    public static object? Detail(HistoryEvent happened) => happened.Failure is null ? happened.Detail : EngineJson.WriteFailure(happened.Failure);

    public static object? Task(HistoryEvent happened) => happened.TaskId < 0 ? null : (long)happened.TaskId;

    public static HistoryEvent Read(Cursor reader, int first)
    {
        EventKind kind = (EventKind)reader.Number(first);
        string? detail = Text(reader, first + 7);
        bool failed = kind is EventKind.TaskFailed or EventKind.SubOrchestrationFailed
            || (kind is EventKind.ExecutionCompleted && detail is ['{', ..]);
        return new HistoryEvent(kind, Utc(reader.Number(first + 1)))
        {
            TaskId = reader.IsNull(first + 2) ? -1 : (int)reader.Number(first + 2),
            Name = Text(reader, first + 3),
            Version = Text(reader, first + 4),
            Other = Text(reader, first + 5),
            Data = Text(reader, first + 6),
            Detail = failed ? null : detail,
            Failure = failed ? EngineJson.ReadFailure(detail) : null,
            FireAtUtc = reader.IsNull(first + 8) ? null : Utc(reader.Number(first + 8)),
        };
    }
}
