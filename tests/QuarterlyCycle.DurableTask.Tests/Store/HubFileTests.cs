using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Store;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Store;

public sealed class HubFileTests
{
    [Fact]
    public async Task A_second_hub_on_the_file_is_refused_and_told_which_file()
    {
        using Scratch scratch = new();
        await using (SqliteTaskHub first = await Open(scratch.Hub))
        {
            IOException refused = await Assert.ThrowsAsync<IOException>(() => Open(scratch.Hub));
            Assert.Contains($"'{scratch.Hub}' is in use by another process", refused.Message, StringComparison.Ordinal);
        }

        await using SqliteTaskHub second = await Open(scratch.Hub);
        Assert.Null(second.NextTimerUtc);
    }

    [Fact]
    public async Task A_hub_of_a_newer_schema_is_refused()
    {
        using Scratch scratch = new();
        await (await Open(scratch.Hub)).StopAsync();
        Change(scratch.Hub, $"UPDATE meta SET value = {HubSchema.Newest + 1} WHERE name = 'schema'");
        InvalidDataException refused = await Assert.ThrowsAsync<InvalidDataException>(() => Open(scratch.Hub));
        Assert.Contains($"has schema {HubSchema.Newest + 1}; this program knows schema {HubSchema.Newest}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_a_hub_is_refused_and_left_alone()
    {
        using Scratch scratch = new();
        Change(scratch.Hub, "CREATE TABLE records (id INTEGER)");
        InvalidDataException refused = await Assert.ThrowsAsync<InvalidDataException>(() => Open(scratch.Hub));
        Assert.Contains("not a task hub", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Ask(scratch.Hub, "SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_in_plain_words()
    {
        using Scratch scratch = new();
        await File.WriteAllTextAsync(scratch.Hub, string.Concat(Enumerable.Repeat("this is not a database. ", 500)));
        InvalidDataException refused = await Assert.ThrowsAsync<InvalidDataException>(() => Open(scratch.Hub));
        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_where_nothing_can_be_written_is_refused_in_plain_words()
    {
        using Scratch scratch = new();
        Directory.CreateDirectory(scratch.Hub);
        IOException refused = await Assert.ThrowsAsync<IOException>(() => Open(scratch.Hub));
        Assert.Contains("cannot be read or written", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_in_WAL_mode_and_a_missing_folder_is_made()
    {
        using Scratch scratch = new();
        string path = Path.Combine(scratch.Folder, "deeper", "hub.db");
        await using (SqliteTaskHub hub = await Open(path))
        {
            Assert.Equal("wal", await hub.OnStore("PRAGMA journal_mode"));
            Assert.Equal(2L, await hub.OnStore("PRAGMA synchronous"));
        }

        Assert.Equal("wal", Ask(path, "PRAGMA journal_mode"));
        Assert.Equal(
            ["history", "inbox", "instance", "meta", "task"],
            ((string)Ask(path, "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name)")!).Split(','));
    }

    [Theory]
    [InlineData(1, "5a34ef03fb7402cc9d2ef6f10cef3c8556093d3de00f4fe31ccdcbcf9f8c725b")]
    [InlineData(2, "fe6e9a8c724075fe648ff8451d574deab5e169dce347559cd8f03003984d917f")]
    public void The_schema_is_the_one_that_was_released(int step, string released)
    {
        using Stream stream = typeof(SqliteTaskHub).Assembly.GetManifestResourceStream($"QuarterlyCycle.DurableTask.Store.schema-{step}.sql")!;
        using StreamReader reader = new(stream);
        byte[] hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(reader.ReadToEnd().ReplaceLineEndings("\n")));
        Assert.Equal(released, Convert.ToHexStringLower(hash));
    }

    [Fact]
    public async Task Ids_are_never_used_again_after_a_restart()
    {
        using Scratch scratch = new();
        List<long> executions = [];
        for (int i = 0; i < 3; i++)
        {
            await using SqliteTaskHub hub = await Open(scratch.Hub);
            hub.Start();
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions("one"));
            await hub.WhenIdle();
            await hub.StopAsync();
            executions.Add((long)Ask(scratch.Hub, "SELECT execution FROM instance")!);
        }

        Assert.Equal(executions.Distinct().Order(), executions);
    }

    [Fact]
    public async Task Another_process_is_refused_until_the_first_is_killed_with_signal_9_and_then_finds_all_that_was_answered()
    {
        using Scratch scratch = new();
        using Process child = KilledChild.Start(scratch.Hub);
        while (!child.HasExited && KilledChild.Answered(scratch.Hub) < 40)
        {
            await Task.Delay(10);
        }

        IOException refused = await Assert.ThrowsAsync<IOException>(() => Open(scratch.Hub));
        Assert.Contains($"'{scratch.Hub}' is in use by another process", refused.Message, StringComparison.Ordinal);

        // Kill is SIGKILL here: no handler runs, and nothing is flushed.
        child.Kill();
        await child.WaitForExitAsync();
        int answered = KilledChild.Answered(scratch.Hub);
        Assert.InRange(answered, 39, int.MaxValue);

        await using SqliteTaskHub hub = await Open(scratch.Hub);
        hub.Start();
        for (int i = 1; i <= answered; i++)
        {
            var done = await hub.Client.WaitForInstanceCompletionAsync($"i{i}", getInputsAndOutputs: true).WaitAsync(TimeSpan.FromSeconds(20));
            Assert.Equal(i + 5, done.ReadOutputAs<int>());
        }
    }

    [Fact]
    public async Task A_full_disk_is_told_to_the_caller_and_the_hub_goes_on_when_there_is_room_again()
    {
        using Scratch scratch = new();
        await using SqliteTaskHub hub = await Open(scratch.Hub);
        hub.Start();

        // A page limit is the disk that ends: SQLite answers with the same code.
        await hub.OnStore("PRAGMA max_page_count = 20");
        IOException refused = await Assert.ThrowsAsync<IOException>(() => hub.Client.ScheduleNewOrchestrationInstanceAsync(
            "Counts", new string('x', 200_000), new StartOrchestrationOptions("one")));
        Assert.Contains("no room on the disk", refused.Message, StringComparison.Ordinal);
        await hub.OnStore("PRAGMA max_page_count = 1000000");
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Counts", 1, new StartOrchestrationOptions("one"));
        await hub.WhenIdle();
        Assert.Equal(6, (await hub.Client.GetInstanceAsync("one", getInputsAndOutputs: true))!.ReadOutputAs<int>());
    }

    private static Task<SqliteTaskHub> Open(string path) => KilledChild.Open(path);

    private static void Change(string path, string sql) => Ask(path, sql);

    private static object? Ask(string path, string sql)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
