using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class ClockTests
{
    private static readonly DateTime Opening = Play.Opening;

    [Fact]
    public async Task After_sleep_an_overdue_timer_fires_soon_and_once()
    {
        SteppedClock clock = new(Opening);
        await using SqliteTaskHub hub = await Waiting(clock);
        await hub.Client.RaiseEventAsync("one", "Letter", "x");
        await hub.WhenIdle();
        clock.Set(Opening.AddDays(2));
        clock.Pass(TimeSpan.FromSeconds(15));
        await hub.Client.WaitForInstanceCompletionAsync("one").WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(["fired at 2026-07-03T08:00:00"], await Fired(hub));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_no_timer_early_and_none_fire_twice()
    {
        SteppedClock clock = new(Opening);
        await using SqliteTaskHub hub = await Waiting(clock);
        clock.Pass(TimeSpan.FromMinutes(59));
        await hub.WhenIdle();
        clock.Set(Opening.AddMinutes(-30));
        await Pass(hub, clock, TimeSpan.FromMinutes(89));
        Assert.Empty(await Fired(hub));
        await Pass(hub, clock, TimeSpan.FromMinutes(2));
        Assert.Equal(["fired at 2026-07-01T09:00:00"], await Fired(hub));
        clock.Set(Opening);
        await Pass(hub, clock, TimeSpan.FromHours(2));
        Assert.Single(await Fired(hub));
    }

    [Fact]
    public async Task A_clock_set_back_between_two_steps_does_not_turn_time_back_for_the_instance()
    {
        SteppedClock clock = new(Opening);
        await using SqliteTaskHub hub = await Waiting(clock);
        await Pass(hub, clock, TimeSpan.FromMinutes(61));
        clock.Set(Opening);
        await hub.Client.RaiseEventAsync("one", "Letter", "x");
        await hub.WhenIdle();
        OrchestrationMetadata done = (await hub.Client.GetInstanceAsync("one", getInputsAndOutputs: true))!;
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.True(done.ReadOutputAs<DateTime>() >= Opening.AddMinutes(60), done.SerializedOutput);
    }

    [Fact]
    public async Task The_skipping_clock_rings_in_order_and_stands_where_it_was_sent()
    {
        SkippingClock clock = new(Opening);
        List<string> rung = [];
        await using ITimer late = clock.CreateTimer(_ => rung.Add($"late {clock.UtcNow:HH:mm}"), null, TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);
        await using ITimer early = clock.CreateTimer(_ => rung.Add($"early {clock.UtcNow:HH:mm}"), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        clock.AdvanceTo(Opening.AddMinutes(150));
        Assert.Equal(["early 09:00", "late 10:00", "early 10:00"], rung);
        Assert.Equal(Opening.AddMinutes(150), clock.UtcNow);
        clock.AdvanceTo(Opening);
        Assert.Equal(Opening.AddMinutes(150), clock.UtcNow);
    }

    [Fact]
    public async Task On_the_real_clock_a_short_timer_fires_by_itself()
    {
        DurableTaskRegistry tasks = new();
        tasks.AddOrchestratorFunc<object?, bool>("Waits", async (context, _) =>
        {
            DateTime due = context.CurrentUtcDateTime.AddMilliseconds(30);
            await context.CreateTimer(due, CancellationToken.None);
            return context.CurrentUtcDateTime >= due;
        });
        await using SqliteTaskHub hub = await SqliteTaskHub.OpenAsync(
            new TaskHubOptions { Path = TaskHubOptions.InMemory }, tasks, new ServiceCollection().BuildServiceProvider());
        hub.Start();
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions("one"));
        OrchestrationMetadata done = await hub.Client.WaitForInstanceCompletionAsync("one", true).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(done.ReadOutputAs<bool>());
    }

    private static async Task<SqliteTaskHub> Waiting(TimeProvider clock)
    {
        DurableTaskRegistry tasks = new();
        tasks.AddOrchestratorFunc<object?, DateTime>("Waits", async (context, _) =>
        {
            await context.CreateTimer(Opening.AddHours(1), CancellationToken.None);
            await context.WaitForExternalEvent<string>("Letter");
            return context.CurrentUtcDateTime;
        });
        SqliteTaskHub hub = await SqliteTaskHub.OpenAsync(
            new TaskHubOptions { Path = TaskHubOptions.InMemory, Clock = clock }, tasks, new ServiceCollection().BuildServiceProvider());
        hub.Start();
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions("one"));
        await hub.WhenIdle();
        return hub;
    }

    private static async Task Pass(SqliteTaskHub hub, SteppedClock clock, TimeSpan length)
    {
        for (TimeSpan passed = TimeSpan.Zero; passed < length; passed += TimeSpan.FromSeconds(30))
        {
            clock.Pass(TimeSpan.FromSeconds(30));
            await hub.WhenIdle();
        }
    }

    private static async Task<string[]> Fired(SqliteTaskHub hub)
    {
        List<string> fired = [];
        DateTime stampUtc = default;
        foreach (HistoryEvent happened in HistoryFile.Read(await hub.ExportHistory("one")).Events)
        {
            stampUtc = happened.Kind == EventKind.EpisodeStarted ? happened.AtUtc : stampUtc;
            if (happened.Kind == EventKind.TimerFired)
            {
                fired.Add($"fired at {stampUtc.Date.AddMinutes((int)(stampUtc.TimeOfDay.TotalMinutes)):s}");
            }
        }

        return [.. fired];
    }
}
