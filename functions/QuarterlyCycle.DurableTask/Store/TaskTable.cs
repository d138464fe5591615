using Microsoft.Data.Sqlite;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>The activities that wait or run.</summary>
internal sealed class TaskTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _add = new(
        connection, "INSERT INTO task (id, instance, execution, task, name, version, input) VALUES ($1, $2, $3, $4, $5, $6, $7)");

    private readonly Statement _remove = new(connection, "DELETE FROM task WHERE id = $1");
    private readonly Statement _has = new(connection, "SELECT 1 FROM task WHERE id = $1");
    private readonly Statement _removeAll = new(connection, "DELETE FROM task WHERE instance = $1");
    private readonly Statement _list = new(connection, "SELECT id, instance, execution, task, name, version, input FROM task ORDER BY id");

    public void Add(WaitingTask task) =>
        _add.Run(task.Id, task.Instance, task.Execution, (long)task.TaskId, task.Name, task.Version, task.Input);

    public bool Remove(long id) => _remove.Run(id) == 1;

    public bool Has(long id) => _has.Scalar(id) is not null;

    public void RemoveAll(string instance) => _removeAll.Run(instance);

    public List<WaitingTask> List()
    {
        List<WaitingTask> tasks = [];
        using SqliteDataReader reader = _list.Read();
        while (reader.Read())
        {
            tasks.Add(new WaitingTask(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetInt32(3),
                reader.GetString(4),
                reader.GetString(5),
                EventColumns.Text(reader, 6)));
        }

        return tasks;
    }

    public void Dispose()
    {
        _add.Dispose();
        _remove.Dispose();
        _has.Dispose();
        _removeAll.Dispose();
        _list.Dispose();
    }
}
