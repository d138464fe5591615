using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class ManyAtOnceTests
{
    [Theory, InEveryWeather]
    public Task Hundreds_at_once_all_come_to_their_end_in_far_fewer_commits(Weather weather) => Play.Scene(
        weather,
        Families,
        async play =>
        {
            // A process that dies after each commit gets on by one group of messages in each of its lives.
            int count = weather == Weather.KilledAfterEveryCommit ? 60 : 300;
            await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => play.Insist(client => Start(client, i)))));
            await RaiseAll(play, count);
            await play.Settle();
            for (int i = 0; i < count; i++)
            {
                Assert.Equal((i * 3) + 3, await play.Output<int>($"i{i}"));
            }

            // A start, an event, and at least five episodes of each. A process that dies after each commit shares none.
            if (weather != Weather.KilledAfterEveryCommit)
            {
                Assert.InRange(play.Hub.Commits, 0, count * 5);
            }
        },
        new Staging { AllAtOnce = true });

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

    [Theory, InEveryWeather]
    public Task A_hub_takes_starts_and_events_before_it_is_started_and_stops_without_loss(Weather weather) => Play.Story(
        weather,
        Families,
        async play =>
        {
            await play.Together(
                client => client.ScheduleNewOrchestrationInstanceAsync("Family", 1, new StartOrchestrationOptions("i1")),
                client => client.RaiseEventAsync("i1", "Letter", 1),
                async client => Assert.Equal(OrchestrationRuntimeStatus.Pending, (await client.GetInstanceAsync("i1"))!.RuntimeStatus));
            await play.Restart();
            Assert.Equal(6, await play.Output<int>("i1"));
        });

    [Fact]
    public async Task A_closed_hub_answers_waiting_callers()
    {
        DurableTaskRegistry tasks = new();
        Families(tasks);
        SqliteTaskHub hub = await SqliteTaskHub.OpenAsync(
            new TaskHubOptions { Path = TaskHubOptions.InMemory }, tasks, new ServiceCollection().BuildServiceProvider());
        hub.Start();
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Family", 1, new StartOrchestrationOptions("one"));
        await hub.WhenIdle();
        Task<OrchestrationMetadata> waiting = hub.Client.WaitForInstanceCompletionAsync("one");
        await hub.Client.GetInstanceAsync("one");
        await hub.StopAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => hub.Client.GetInstanceAsync("one"));
    }

    private static async Task<bool> Start(DurableTaskClient client, int number)
    {
        StartOrchestrationOptions once = new StartOrchestrationOptions($"i{number}").WithDedupeStatuses(
            [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync("Family", number, once);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // The last process died before it could say so.
            return false;
        }
    }

    // As a sweep does it: what was answered is stored. What was not may be or not, and is raised again where nothing has come of it.
    private static async Task RaiseAll(Play play, int count)
    {
        List<int> waiting = [.. Enumerable.Range(0, count)];
        while (waiting.Count > 0)
        {
            int[] answered = [.. await Task.WhenAll(waiting.Select(i => Task.Run(() => Raise(play, i))))];
            await play.Settle();
            List<int> still = [];
            foreach (int i in waiting)
            {
                if (await play.Status($"i{i}") != OrchestrationRuntimeStatus.Completed)
                {
                    Assert.DoesNotContain(i, answered);
                    still.Add(i);
                }
            }

            waiting = still;
        }
    }

    private static async Task<int> Raise(Play play, int number)
    {
        try
        {
            await play.Hub.Client.RaiseEventAsync($"i{number}", "Letter", number);
            return number;
        }
        catch (ObjectDisposedException) when (play.Weather == Weather.KilledAfterEveryCommit)
        {
            return -1;
        }
    }

    private static void Families(DurableTaskRegistry tasks) => tasks
        .AddActivityFunc<int, int>("Next", (_, number) => number + 1)
        .AddOrchestratorFunc<int, int>("Child", (context, number) => context.CallActivityAsync<int>("Next", number))
        .AddOrchestratorFunc<int, int>("Family", async (context, number) =>
        {
            int letter = await context.WaitForExternalEvent<int>("Letter");
            int[] children = await Task.WhenAll(
                context.CallSubOrchestratorAsync<int>("Child", number), context.CallSubOrchestratorAsync<int>("Child", number));
            return await context.CallActivityAsync<int>("Next", children.Sum() + letter);
        });

    private static void InterlockedMax(ref int most, int now)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < now && Interlocked.CompareExchange(ref most, now, seen) != seen)
        {
            Thread.SpinWait(1);
        }
    }
}
