using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class TimerTests
{
    [Theory, InEveryWeather]
    public Task A_timer_fires_at_its_instant_and_never_before(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, DateTime>("Waits", async (context, _) =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddHours(5), CancellationToken.None);
            return context.CurrentUtcDateTime;
        }),
        async play =>
        {
            await play.Start("Waits");
            await play.SkipTo(Play.Opening.AddHours(5).AddTicks(-1));
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
            await play.SkipTo(Play.Opening.AddHours(5));
            Assert.Equal(Play.Opening.AddHours(5), await play.Output<DateTime>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task A_timer_in_the_past_fires_at_once(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc("Waits", context => context.CreateTimer(Play.Opening.AddYears(-1), CancellationToken.None)),
        async play =>
        {
            await play.Start("Waits");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, await play.Status());
        });

    [Theory, InEveryWeather]
    public Task A_long_timer_is_split_at_three_days_and_ends_on_its_instant(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, DateTime>("Waits", async (context, _) =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(10).AddMinutes(1), CancellationToken.None);
            return context.CurrentUtcDateTime;
        }),
        async play =>
        {
            await play.Start("Waits");
            Assert.Equal(4, await play.RunOut());
            Assert.Equal(Play.Opening.AddDays(10).AddMinutes(1), await play.Output<DateTime>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task A_timer_of_exactly_three_days_is_one_timer(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc("Waits", context => context.CreateTimer(TimeSpan.FromDays(3), CancellationToken.None)),
        async play =>
        {
            await play.Start("Waits");
            Assert.Equal(1, await play.RunOut());
            Assert.Equal(["ExecutionStarted", "TimerCreated 0", "TimerFired 0", "ExecutionCompleted"], await play.Kinds());
        });

    [Theory, InEveryWeather]
    public Task A_long_timer_that_was_slept_through_does_not_drift(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, DateTime>("Waits", async (context, _) =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(7), CancellationToken.None);
            return context.CurrentUtcDateTime;
        }),
        async play =>
        {
            await play.Start("Waits");
            play.Clock.AdvanceTo(Play.Opening.AddDays(4));
            await play.Settle();
            await play.RunOut();
            Assert.Equal(Play.Opening.AddDays(7), await play.Output<DateTime>());
        });

    [Theory, InEveryWeather]
    public Task A_cancelled_timer_throws_leaves_nothing_waiting_and_its_number_is_used(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<object?, int>("Step", (_, _) => 1)
            .AddOrchestratorFunc<object?, string>("Cancels", async (context, _) =>
            {
                using CancellationTokenSource atOnce = new();
                using CancellationTokenSource later = new();
                Task first = context.CreateTimer(TimeSpan.FromDays(1), atOnce.Token);
                Task second = context.CreateTimer(TimeSpan.FromDays(2), later.Token);
                atOnce.Cancel();
                await context.CallActivityAsync("Step");
                later.Cancel();
                await context.CallActivityAsync("Step");
                string thrown = string.Empty;
                foreach (Task timer in new[] { first, second })
                {
                    try
                    {
                        await timer;
                    }
                    catch (TaskCanceledException)
                    {
                        thrown += "cancelled;";
                    }
                }

                await context.WaitForExternalEvent<string>("Go");
                return thrown;
            }),
        async play =>
        {
            await play.Start("Cancels");
            Assert.Null(play.Hub.NextTimerUtc);
            Assert.Equal(["TimerCreated 0", "TimerCreated 1", "TaskScheduled 2"], (await play.Kinds())[1..4]);
            await play.SkipTo(Play.Opening.AddDays(9));
            await play.Raise("Go");
            Assert.Equal("cancelled;cancelled;", await play.Output<string>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task A_timer_that_fires_in_the_episode_in_which_it_is_cancelled_is_ignored(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, string>("Races", async (context, _) =>
        {
            using CancellationTokenSource unneeded = new();
            Task<string> letter = context.WaitForExternalEvent<string>("Letter");
            Task due = context.CreateTimer(TimeSpan.FromHours(1), unneeded.Token);
            Task first = await Task.WhenAny(letter, due);
            unneeded.Cancel();
            await context.WaitForExternalEvent<string>("Go");
            return $"{(first == letter ? "letter" : "timer")}, and the timer is {due.Status}";
        }),
        async play =>
        {
            await play.Start("Races");
            await play.Together(client => client.RaiseEventAsync("one", "Letter", "a"), _ =>
            {
                play.Clock.AdvanceTo(Play.Opening.AddHours(1));
                return Task.CompletedTask;
            });
            Assert.Equal(["EventRaised", "TimerFired 0"], (await play.Kinds())[^2..]);
            await play.Raise("Go");
            Assert.Equal("letter, and the timer is Canceled", await play.Output<string>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task The_time_stands_still_within_an_episode_and_is_the_same_on_replay(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<object?, int>("Step", (_, _) => 1)
            .AddOrchestratorFunc<object?, List<DateTime>>("Looks", async (context, _) =>
            {
                List<DateTime> seen = [context.CurrentUtcDateTime];
                for (int i = 0; i < 3; i++)
                {
                    await context.CallActivityAsync("Step");
                    await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                    seen.Add(context.CurrentUtcDateTime);
                    Assert.Equal(DateTimeKind.Utc, context.CurrentUtcDateTime.Kind);
                }

                return seen;
            }),
        async play =>
        {
            await play.Start("Looks");
            await play.RunOut();
            Assert.Equal(
                [Play.Opening, Play.Opening.AddHours(1), Play.Opening.AddHours(2), Play.Opening.AddHours(3)],
                await play.Output<List<DateTime>>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task Identifiers_are_version_5_different_from_each_other_and_the_same_on_replay(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<Guid, Guid>("Echo", (_, id) => id)
            .AddOrchestratorFunc<object?, List<Guid>>("Names", async (context, _) =>
            {
                Guid first = context.NewGuid();
                Guid second = context.NewGuid();
                return [first, second, await context.CallActivityAsync<Guid>("Echo", first), context.NewGuid()];
            }),
        async play =>
        {
            await play.Start("Names");
            List<Guid> ids = (await play.Output<List<Guid>>())!;
            Assert.Equal(ids[0], ids[2]);
            Assert.Equal(3, ids.Distinct().Count());
            Assert.All(ids, id => Assert.Equal(5, id.Version));
            Assert.Equal(NameGuid.Create("one", Play.Opening, 1), ids[1]);
            await play.Replays();
        });

    [Fact]
    public void An_identifier_is_the_one_that_the_other_host_makes() =>

        // Python: uuid.uuid5(uuid.UUID('9e952958-5e33-4daf-827f-2fa12937b875'), 'one_2026-07-01T08:00:00.0000000Z_0').
        Assert.Equal(Guid.Parse("797c64b8-86f3-5183-aa1b-563606ba5e86"), NameGuid.Create("one", Play.Opening, 0));

    [Theory, InEveryWeather]
    public Task The_past_is_a_replay_and_from_the_first_new_event_on_nothing_is(Weather weather) => Play.Story(
        weather,
        (tasks, play) => tasks
            .AddActivityFunc<int, int>("Step", (_, number) => number)
            .AddOrchestratorFunc("Looks", async context =>
            {
                play.Deeds.Enqueue($"begins {context.IsReplaying}");
                for (int i = 0; i < 3; i++)
                {
                    await context.CallActivityAsync<int>("Step", i);
                    play.Deeds.Enqueue($"{i} {context.IsReplaying}");
                }
            }),
        async play =>
        {
            await play.Start("Looks");
            string[] anew = ["begins False", "begins True", "0 False", "begins True", "0 True", "1 False", "begins True", "0 True", "1 True", "2 False"];

            // An episode that is thrown away, because one of its messages had been received before, is played again.
            Assert.Equal(
                ["begins False", "0 False", "1 False", "2 False"],
                play.Deeds.Where(deed => deed.EndsWith("False", StringComparison.Ordinal)).Distinct());
            if (play.Weather is Weather.KilledAfterEveryCommit or Weather.NothingKeptInMemory)
            {
                Assert.Equal(anew, play.Deeds);
            }
        });

    [Theory, InEveryWeather]
    public Task A_replay_safe_logger_writes_each_line_once(Weather weather) => Play.Story(
        weather,
        (tasks, play) => tasks
            .AddActivityFunc<int, int>("Step", (_, number) => number)
            .AddOrchestratorFunc("Logs", async context =>
            {
                ILogger logger = context.CreateReplaySafeLogger("Logs");
                for (int i = 0; i < 3; i++)
                {
                    logger.LogInformation("before {Number}", i);
                    await context.CallActivityAsync<int>("Step", i);
                }

                logger.LogInformation("after");
            }),
        async play =>
        {
            await play.Start("Logs");
            Assert.Equal(["before 0", "before 1", "before 2", "after"], play.Deeds.Distinct());
            if (play.Weather is Weather.Calm or Weather.NothingKeptInMemory)
            {
                Assert.Equal(4, play.Deeds.Count);
            }
        });

    [Theory, InEveryWeather]
    public Task A_thousand_timers_fire_in_their_order(Weather weather) => Play.Story(
        weather,
        (tasks, play) => tasks.AddOrchestratorFunc<int, int>("Waits", async (context, minutes) =>
        {
            await context.CreateTimer(TimeSpan.FromMinutes(minutes), CancellationToken.None);
            play.Deeds.Enqueue($"{minutes}");
            return minutes;
        }),
        async play =>
        {
            int count = weather == Weather.Calm ? 1100 : 40;
            Func<DurableTaskClient, Task> All() => client => Task.WhenAll(Enumerable.Range(1, count).Select(i =>
                client.ScheduleNewOrchestrationInstanceAsync("Waits", ((i * 7919) % count) + 1, new StartOrchestrationOptions($"i{i}"))));
            await play.Together(All());
            Assert.Equal(count, await play.RunOut());
            Assert.Equal(Enumerable.Range(1, count).Select(minutes => $"{minutes}"), play.Deeds.Distinct());
        });
}
