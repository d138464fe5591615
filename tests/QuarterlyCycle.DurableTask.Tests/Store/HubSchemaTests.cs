using Microsoft.Data.Sqlite;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Store;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Store;

public sealed class HubSchemaTests
{
    // Two steps beyond what this program knows.
    private const long Last = HubSchema.Newest + 2;

    [Fact]
    public async Task A_file_of_the_first_schema_is_opened_and_what_failed_is_found_by_its_own_index()
    {
        using Scratch scratch = new();
        using (SqliteConnection first = Connect(scratch.Hub))
        {
            HubSchema.BringUp(first, scratch.Hub, 1);
        }

        await using (SqliteTaskHub hub = await KilledChild.Open(scratch.Hub))
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync(new("Waits"));
        }

        using SqliteConnection connection = Connect(scratch.Hub);
        Assert.Equal(HubSchema.Newest, Ask(connection, "SELECT value FROM meta WHERE name = 'schema'"));
        Assert.Equal(1L, Ask(connection, "SELECT count(*) FROM instance"));
        using SqliteCommand plan = connection.CreateCommand();
        plan.CommandText = "EXPLAIN QUERY PLAN SELECT * FROM instance WHERE 1 AND id >= 'a' AND id < 'b' AND status IN (3, 5) ORDER BY id LIMIT 100";
        using SqliteDataReader steps = plan.ExecuteReader();
        Assert.True(steps.Read());
        Assert.Contains("instance_that_failed", steps.GetString(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_an_older_schema_is_brought_up_step_by_step_and_keeps_what_it_has()
    {
        using Scratch scratch = new();
        await using (SqliteTaskHub hub = await KilledChild.Open(scratch.Hub))
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync(new("Waits"));
        }

        using SqliteConnection connection = Connect(scratch.Hub);
        HubSchema.BringUp(connection, scratch.Hub, Last, Step);
        Assert.Equal(Last, Ask(connection, "SELECT value FROM meta WHERE name = 'schema'"));
        Assert.Equal("new", Ask(connection, "SELECT note FROM instance"));
        HubSchema.BringUp(connection, scratch.Hub, Last, _ => throw new InvalidOperationException("There is nothing left to do."));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_file_at_the_step_before()
    {
        using Scratch scratch = new();
        await (await KilledChild.Open(scratch.Hub)).StopAsync();
        using (SqliteConnection connection = Connect(scratch.Hub))
        {
            Assert.Throws<SqliteException>(() => HubSchema.BringUp(
                connection, scratch.Hub, Last, number => number == Last ? "CREATE TABLE half (id INTEGER); NONSENSE;" : Step(number)));
        }

        using SqliteConnection again = Connect(scratch.Hub);
        Assert.Equal(Last - 1, Ask(again, "SELECT value FROM meta WHERE name = 'schema'"));
        Assert.Equal(0L, Ask(again, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"));
        HubSchema.BringUp(again, scratch.Hub, Last, Step);
        Assert.Equal(Last, Ask(again, "SELECT value FROM meta WHERE name = 'schema'"));
    }

    private static string Step(long number) => number switch
    {
        Last - 1 => "ALTER TABLE instance ADD COLUMN note TEXT;",
        Last => "UPDATE instance SET note = 'new';",
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
