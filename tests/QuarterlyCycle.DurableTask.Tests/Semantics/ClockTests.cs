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

    public static MatrixTheoryData<Weather, string, bool> Changes => new(Enum.GetValues<Weather>(), ["2026-03-29", "2026-10-25"], [false, true]);

    [Theory, InEveryWeather]
    public Task After_sleep_an_overdue_timer_fires_soon_and_once(Weather weather) => Story(weather, Opening, async (play, clock) =>
    {
        await play.Start("Waits");
        await play.Raise("Letter", "x");
        Task<OrchestrationMetadata> end = play.Insist(client => client.WaitForInstanceCompletionAsync("one"));
        clock.Set(Opening.AddDays(2));

        // Nobody asks the hub: it looks at the clock again by itself, and soon.
        clock.Pass(TimeSpan.FromSeconds(15));
        await end.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(["2026-07-03T08:00:15"], await Fired(play));
    });

    [Theory, InEveryWeather]
    public Task A_clock_that_is_set_back_makes_no_timer_early_and_none_fire_twice(Weather weather) => Story(weather, Opening, async (play, clock) =>
    {
        await play.Start("Waits");
        await Pass(play, clock, TimeSpan.FromMinutes(59));
        clock.Set(Opening.AddMinutes(-30));
        await Pass(play, clock, TimeSpan.FromMinutes(89));
        Assert.Empty(await Fired(play));
        await Pass(play, clock, TimeSpan.FromMinutes(2));
        Assert.Equal(["2026-07-01T09:00:00"], await Fired(play));
        clock.Set(Opening);
        await play.Restart();
        await Pass(play, clock, TimeSpan.FromHours(2));
        Assert.Single(await Fired(play));
    });

    [Theory, InEveryWeather]
    public Task A_clock_set_back_between_two_steps_does_not_turn_time_back_for_the_instance(Weather weather) =>
        Story(weather, Opening, async (play, clock) =>
        {
            await play.Start("Waits");
            await Pass(play, clock, TimeSpan.FromMinutes(61));
            clock.Set(Opening);
            await play.Raise("Letter", "x");
            Assert.Equal(Opening.AddMinutes(60), await play.Output<DateTime>());
        });

    /// <summary>
    /// The nights on which British Summer Time begins and ends, both at 1am UTC: on a machine that shows London's time and keeps UTC, and on
    /// one whose clock is itself put forward or back by an hour.
    /// </summary>
    [Theory]
    [MemberData(nameof(Changes))]
    public Task A_timer_across_the_change_of_summer_time_is_neither_early_nor_late_and_fires_once(Weather weather, string night, bool isItselfSet)
    {
        DateTime changeUtc = DateTime.SpecifyKind(DateTime.ParseExact(night, "yyyy-MM-dd", null).AddHours(1), DateTimeKind.Utc);
        TimeSpan shift = TimeSpan.FromHours(changeUtc.Month == 3 ? 1 : -1);
        DateTime[] due = [.. new[] { -61, -60, -59, -1, 0, 1, 59, 60, 61, 120 }.Select(minutes => changeUtc.AddMinutes(minutes))];
        return Story(weather, changeUtc.AddMinutes(-70), async (play, clock) =>
        {
            Assert.Equal(TimeSpan.Zero, clock.LocalTimeZone.GetUtcOffset(changeUtc.AddMinutes(changeUtc.Month == 3 ? -1 : 0)));
            await play.Start("Alarms", due);
            DateTime latest = clock.NowUtc;
            bool isSet = false;
            while (latest < due[^1])
            {
                await Pass(play, clock, TimeSpan.FromMinutes(1));
                latest = clock.NowUtc > latest ? clock.NowUtc : latest;
                if (isItselfSet && !isSet && clock.NowUtc >= changeUtc)
                {
                    isSet = true;
                    clock.Set(clock.NowUtc + shift);
                    await Pass(play, clock, TimeSpan.FromSeconds(30));
                }

                latest = clock.NowUtc > latest ? clock.NowUtc : latest;
                Assert.Equal(due.Count(instant => instant <= latest), (await Fired(play)).Length);
            }

            Assert.Equal(due.Length, await play.Output<int>());
        });
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

    private static Task Story(Weather weather, DateTime openingUtc, Func<Play, SteppedClock, Task> story) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc<object?, DateTime>("Waits", async (context, _) =>
            {
                await context.CreateTimer(Opening.AddHours(1), CancellationToken.None);
                await context.WaitForExternalEvent<string>("Letter");
                return context.CurrentUtcDateTime;
            })
            .AddOrchestratorFunc<DateTime[], int>("Alarms", async (context, due) =>
            {
                await Task.WhenAll(due.Select(instant => context.CreateTimer(instant, CancellationToken.None)));
                return due.Length;
            }),
        play => story(play, (SteppedClock)play.Time),
        new Staging { Clock = () => new SteppedClock(openingUtc, London()) });

    private static async Task Pass(Play play, SteppedClock clock, TimeSpan length)
    {
        for (TimeSpan passed = TimeSpan.Zero; passed < length; passed += TimeSpan.FromSeconds(30))
        {
            clock.Pass(TimeSpan.FromSeconds(30));
            await play.Settle();
        }
    }

    // The instants of the episodes in which a timer fired.
    private static async Task<string[]> Fired(Play play)
    {
        List<string> fired = [];
        DateTime stampUtc = default;
        foreach (HistoryEvent happened in HistoryFile.Read(await play.Hub.ExportHistory("one")).Events)
        {
            stampUtc = happened.Kind == EventKind.EpisodeStarted ? happened.AtUtc : stampUtc;
            if (happened.Kind == EventKind.TimerFired)
            {
                fired.Add($"{stampUtc:s}");
            }
        }

        return [.. fired];
    }

    // Written out, because not every machine has a table of time zones.
    private static TimeZoneInfo London() => TimeZoneInfo.CreateCustomTimeZone(
        "London",
        TimeSpan.Zero,
        "London",
        "GMT",
        "BST",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date,
                DateTime.MaxValue.Date,
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 1, 0, 0), 3, 5, DayOfWeek.Sunday),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 10, 5, DayOfWeek.Sunday)),
        ]);
}
