using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.DurableTask.Engine;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests;

public sealed class FirstSteps
{
    private static readonly DateTime Start = new(2026, 7, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Five_activities_one_after_another_run_in_order()
    {
        DurableTaskRegistry registry = new();
        registry.AddActivityFunc<string, string>("Hello", (_, name) => $"Hello {name}");
        registry.AddOrchestratorFunc<string>("Sequence", async context =>
        {
            string all = string.Empty;
            for (int i = 0; i < 5; i++)
            {
                all += await context.CallActivityAsync<string>("Hello", $"{i}") + ";";
            }

            return all;
        });
        SkippingClock clock = new(Start);
        await using SqliteTaskHub hub = await SqliteTaskHub.OpenAsync(
            new TaskHubOptions { Path = TaskHubOptions.InMemory, Clock = clock }, registry, new ServiceCollection().BuildServiceProvider());
        hub.Start();
        string id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Sequence");
        OrchestrationMetadata done = await hub.Client.WaitForInstanceCompletionAsync(id, true, TestContext.Current.CancellationToken);
        Assert.Equal("Hello 0;Hello 1;Hello 2;Hello 3;Hello 4;", done.ReadOutputAs<string>());
        HistoryReplayer.Replay(await hub.ExportHistory(id), registry);
    }

    [Fact]
    public async Task Thirteen_weeks_pass_while_it_waits_for_an_event_or_a_timer()
    {
        DurableTaskRegistry registry = new();
        registry.AddOrchestratorFunc<string>("Waits", async context =>
        {
            using CancellationTokenSource unneeded = new();
            Task<string> ring = context.WaitForExternalEvent<string>("Ring");
            Task due = context.CreateTimer(context.CurrentUtcDateTime.AddDays(91), unneeded.Token);
            await Task.WhenAny(ring, due);
            context.SetCustomStatus("late");
            if (!due.IsCompleted)
            {
                unneeded.Cancel();
            }

            return ring.IsCompleted ? ring.Result : $"due {context.CurrentUtcDateTime:o}";
        });
        registry.AddOrchestratorFunc<string>("Parent", async context =>
        {
            string one = await context.CallSubOrchestratorAsync<string>("Waits", options: new SubOrchestrationOptions(instanceId: "child"));
            return one + "!";
        });
        SkippingClock clock = new(Start);
        await using SqliteTaskHub hub = await SqliteTaskHub.OpenAsync(
            new TaskHubOptions { Path = TaskHubOptions.InMemory, Clock = clock, OneAtATime = true }, registry, new ServiceCollection().BuildServiceProvider());
        hub.Start();
        string first = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await hub.WhenIdle();
        await hub.Client.RaiseEventAsync(first, "ring", "rung");
        await hub.WhenIdle();
        int jumps = 0;
        while (hub.NextTimerUtc is { } next)
        {
            clock.AdvanceTo(next);
            await hub.WhenIdle();
            jumps++;
        }

        List<string> outputs = [];
        await foreach (OrchestrationMetadata one in hub.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)))
        {
            outputs.Add($"{one.Name} {one.RuntimeStatus} {one.ReadOutputAs<string>()} {one.SerializedCustomStatus}");
            HistoryReplayer.Replay(await hub.ExportHistory(one.InstanceId), registry);
        }

        outputs.Sort(StringComparer.Ordinal);
        Assert.Equal(
            [
                "Parent Completed due 2026-09-30T08:00:00.0000000Z! ",
                "Waits Completed due 2026-09-30T08:00:00.0000000Z \"late\"",
                "Waits Completed rung \"late\"",
            ],
            outputs);
        Assert.Equal(31, jumps);
    }
}
