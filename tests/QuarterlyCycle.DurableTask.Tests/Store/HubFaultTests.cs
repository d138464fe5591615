using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Store;

public sealed class HubFaultTests
{
    [Fact]
    public async Task A_read_only_file_is_told_to_the_caller_and_the_hub_goes_on_when_it_can_be_written_again()
    {
        using Scratch scratch = new();
        await using SqliteTaskHub hub = await KilledChild.Open(scratch.Hub);
        hub.Start();
        await hub.OnStore("PRAGMA query_only = 1");
        IOException refused = await Assert.ThrowsAsync<IOException>(() => Start(hub, "one"));
        Assert.Contains($"'{scratch.Hub}' is read-only", refused.Message, StringComparison.Ordinal);
        await hub.OnStore("PRAGMA query_only = 0");
        Assert.Null(await hub.Client.GetInstanceAsync("one"));
        await Start(hub, "one");
        Assert.Equal(6, await Output(hub, "one"));
    }

    [Fact]
    public async Task An_episode_that_cannot_be_stored_is_tried_again_and_loses_nothing()
    {
        using Scratch scratch = new();
        await using SqliteTaskHub hub = await KilledChild.Open(scratch.Hub);
        await Start(hub, "one");
        await hub.OnStore("PRAGMA query_only = 1");
        hub.Start();
        Assert.Equal(0L, await hub.OnStore("SELECT count(*) FROM history"));
        await hub.OnStore("PRAGMA query_only = 0");
        Assert.Equal(6, await Output(hub, "one"));
    }

    [Fact]
    public async Task A_file_that_is_damaged_inside_is_refused_and_let_go_of_so_that_it_can_be_restored()
    {
        using Scratch scratch = new();
        await using (SqliteTaskHub hub = await KilledChild.Open(scratch.Hub))
        {
            await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Start(hub, $"i{number}")));
        }

        byte[] whole = await File.ReadAllBytesAsync(scratch.Hub);
        byte[] damaged = [.. whole];
        Array.Fill<byte>(damaged, 0xA5, 4096 * 2, damaged.Length - (4096 * 2));
        await File.WriteAllBytesAsync(scratch.Hub, damaged);
        InvalidDataException refused = await Assert.ThrowsAsync<InvalidDataException>(() => KilledChild.Open(scratch.Hub));
        Assert.Contains("Restore it from a copy", refused.Message, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(scratch.Hub, whole);
        await using SqliteTaskHub restored = await KilledChild.Open(scratch.Hub);
        restored.Start();
        Assert.Equal(6, await Output(restored, "i199"));
    }

    [Fact]
    public async Task The_WAL_does_not_grow_without_limit()
    {
        using Scratch scratch = new();
        await using SqliteTaskHub hub = await KilledChild.Open(scratch.Hub);
        string payload = new('x', 100_000);
        for (int i = 0; i < 1_000; i++)
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits", payload, new StartOrchestrationOptions($"i{i % 10}"));
        }

        // Two hundred megabytes went through it; 4,000 pages are put away at a time.
        Assert.InRange(new FileInfo(scratch.Hub + "-wal").Length, 1, 40_000_000);
    }

    private static Task Start(SqliteTaskHub hub, string id) =>
        hub.Client.ScheduleNewOrchestrationInstanceAsync("Counts", 1, new StartOrchestrationOptions(id));

    private static async Task<int> Output(SqliteTaskHub hub, string id)
    {
        OrchestrationMetadata done = await hub.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(TimeSpan.FromSeconds(30));
        return done.ReadOutputAs<int>();
    }
}
