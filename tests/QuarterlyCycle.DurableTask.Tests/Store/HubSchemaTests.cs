using Microsoft.Data.Sqlite;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Store;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Store;

public sealed class HubSchemaTests
{
    [Fact]
    public async Task A_file_of_an_older_schema_is_brought_up_step_by_step_and_keeps_what_it_has()
    {
        using Scratch scratch = new();
        await using (SqliteTaskHub hub = await KilledChild.Open(scratch.Hub))
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync(new("Waits"));
        }

        using SqliteConnection connection = Connect(scratch.Hub);
        HubSchema.BringUp(connection, scratch.Hub, 3, Step);
        Assert.Equal(3L, Ask(connection, "SELECT value FROM meta WHERE name = 'schema'"));
        Assert.Equal("new", Ask(connection, "SELECT note FROM instance"));
        HubSchema.BringUp(connection, scratch.Hub, 3, _ => throw new InvalidOperationException("There is nothing left to do."));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_file_at_the_step_before()
    {
        using Scratch scratch = new();
        await (await KilledChild.Open(scratch.Hub)).StopAsync();
        using (SqliteConnection connection = Connect(scratch.Hub))
        {
            Assert.Throws<SqliteException>(() => HubSchema.BringUp(
                connection, scratch.Hub, 3, number => number == 3 ? "CREATE TABLE half (id INTEGER); NONSENSE;" : Step(number)));
        }

        using SqliteConnection again = Connect(scratch.Hub);
        Assert.Equal(2L, Ask(again, "SELECT value FROM meta WHERE name = 'schema'"));
        Assert.Equal(0L, Ask(again, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"));
        HubSchema.BringUp(again, scratch.Hub, 3, Step);
        Assert.Equal(3L, Ask(again, "SELECT value FROM meta WHERE name = 'schema'"));
    }

    private static string Step(long number) => number switch
    {
        2 => "ALTER TABLE instance ADD COLUMN note TEXT;",
        3 => "UPDATE instance SET note = 'new';",
        _ => throw new ArgumentOutOfRangeException(nameof(number), number, "The file has that step already."),
    };

    private static SqliteConnection Connect(string path)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
