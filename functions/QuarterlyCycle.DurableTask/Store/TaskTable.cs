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

    public bool Has(long id) => _has.Finds(id);

    public void RemoveAll(string instance) => _removeAll.Run(instance);

    public List<WaitingTask> List()
    {
        List<WaitingTask> tasks = [];
        using Cursor reader = _list.Read();
        while (reader.Read())
        {
            tasks.Add(new WaitingTask(
                reader.Number(0),
                reader.Text(1),
                reader.Number(2),
                (int)reader.Number(3),
                reader.Text(4),
                reader.Text(5),
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
