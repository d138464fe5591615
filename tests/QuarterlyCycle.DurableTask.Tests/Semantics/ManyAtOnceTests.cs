using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class ManyAtOnceTests
{
    [Fact]
    public async Task Hundreds_at_once_on_a_file_all_come_to_their_end_in_far_fewer_commits()
    {
        using Scratch scratch = new();
        await using SqliteTaskHub hub = await Open(scratch.Hub);
        hub.Start();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i =>
            hub.Client.ScheduleNewOrchestrationInstanceAsync("Family", i, new StartOrchestrationOptions($"i{i}"))));
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => hub.Client.RaiseEventAsync($"i{i}", "Letter", i)));
        await hub.WhenIdle();
        for (int i = 0; i < 300; i++)
        {
            OrchestrationMetadata done = (await hub.Client.GetInstanceAsync($"i{i}", true))!;
            Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
            Assert.Equal((i * 3) + 3, done.ReadOutputAs<int>());
        }

        // 300 starts, 300 events, and at least five episodes of each.
        Assert.InRange(hub.Commits, 1, 1500);
    }

    [Fact]
    public async Task The_limits_of_what_runs_at_once_are_kept()
    {
        int running = 0;
        int most = 0;
        DurableTaskRegistry tasks = new();
        tasks.AddActivityFunc<int, int>("Slow", async (_, number) =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Delay(5);
            Interlocked.Decrement(ref running);
            return number;
        });
        tasks.AddOrchestratorFunc("FanOut", context =>
            Task.WhenAll(Enumerable.Range(0, 30).Select(number => context.CallActivityAsync<int>("Slow", number))));
        await using SqliteTaskHub hub = await SqliteTaskHub.OpenAsync(
            new TaskHubOptions { Path = TaskHubOptions.InMemory, MaxConcurrentActivities = 3 }, tasks, new ServiceCollection().BuildServiceProvider());
        hub.Start();
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("FanOut", new StartOrchestrationOptions("one"));
        await hub.Client.WaitForInstanceCompletionAsync("one").WaitAsync(TimeSpan.FromSeconds(20));
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task A_hub_takes_starts_and_events_before_it_is_started_and_stops_without_loss()
    {
        using Scratch scratch = new();
        await using (SqliteTaskHub hub = await Open(scratch.Hub))
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Family", 1, new StartOrchestrationOptions("one"));
            await hub.Client.RaiseEventAsync("one", "Letter", 1);
            Assert.Equal(OrchestrationRuntimeStatus.Pending, (await hub.Client.GetInstanceAsync("one"))!.RuntimeStatus);
        }

        await using SqliteTaskHub again = await Open(scratch.Hub);
        again.Start();
        OrchestrationMetadata done = await again.Client.WaitForInstanceCompletionAsync("one", true).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(6, done.ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_closed_hub_answers_waiting_callers()
    {
        SqliteTaskHub hub = await Open(TaskHubOptions.InMemory);
        hub.Start();
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Family", 1, new StartOrchestrationOptions("one"));
        await hub.WhenIdle();
        Task<OrchestrationMetadata> waiting = hub.Client.WaitForInstanceCompletionAsync("one");
        await hub.Client.GetInstanceAsync("one");
        await hub.StopAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => hub.Client.GetInstanceAsync("one"));
    }

    private static Task<SqliteTaskHub> Open(string path)
    {
        DurableTaskRegistry tasks = new();
        tasks.AddActivityFunc<int, int>("Next", (_, number) => number + 1);
        tasks.AddOrchestratorFunc<int, int>("Child", (context, number) => context.CallActivityAsync<int>("Next", number));
        tasks.AddOrchestratorFunc<int, int>("Family", async (context, number) =>
        {
            int letter = await context.WaitForExternalEvent<int>("Letter");
            int[] children = await Task.WhenAll(
                context.CallSubOrchestratorAsync<int>("Child", number), context.CallSubOrchestratorAsync<int>("Child", number));
            return await context.CallActivityAsync<int>("Next", children.Sum() + letter);
        });
        return SqliteTaskHub.OpenAsync(new TaskHubOptions { Path = path }, tasks, new ServiceCollection().BuildServiceProvider());
    }

    private static void InterlockedMax(ref int most, int now)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < now && Interlocked.CompareExchange(ref most, now, seen) != seen)
        {
            Thread.SpinWait(1);
        }
    }
}
