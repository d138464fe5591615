using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class ExternalEventTests
{
    [Theory, InEveryWeather]
    public Task Events_that_come_before_the_wait_are_kept_in_order_and_names_ignore_case(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, string>("Waits", async (context, _) =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return string.Concat(
                await context.WaitForExternalEvent<string>("Letter"),
                await context.WaitForExternalEvent<string>("LETTER"),
                await context.WaitForExternalEvent<string>("letter"));
        }),
        async play =>
        {
            await play.Start("Waits");
            await play.Raise("letter", "a");
            await play.Raise("Letter", "b");
            await play.Skip(TimeSpan.FromHours(2));
            await play.Raise("Letter", "c");
            Assert.Equal("abc", await play.Output<string>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task Events_before_the_start_are_kept(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, string>("Waits", (context, _) => context.WaitForExternalEvent<string>("Letter")),
        async play =>
        {
            await play.Start("Waits", atUtc: Play.Opening.AddDays(1));
            await play.Raise("Letter", "early");
            Assert.Equal(OrchestrationRuntimeStatus.Pending, await play.Status());
            await play.RunOut();
            Assert.Equal("early", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task Of_several_waiters_the_newest_receives(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, string>("Waits", async (context, _) =>
        {
            Task<string> older = context.WaitForExternalEvent<string>("Letter");
            Task<string> newer = context.WaitForExternalEvent<string>("Letter");
            string first = await await Task.WhenAny(older, newer);
            return $"{first} to the {(newer.IsCompleted ? "newer" : "older")}, then {await older}";
        }),
        async play =>
        {
            await play.Start("Waits");
            await play.Raise("Letter", "a");
            await play.Raise("Letter", "b");
            Assert.Equal("a to the newer, then b", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task A_cancelled_waiter_is_passed_over(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, string>("Waits", async (context, _) =>
        {
            using CancellationTokenSource over = new();
            Task<string> kept = context.WaitForExternalEvent<string>("Letter");
            Task<string> given = context.WaitForExternalEvent<string>("Letter", over.Token);
            over.Cancel();
            string received = await kept;
            return $"{received} {given.IsCanceled}";
        }),
        async play =>
        {
            await play.Start("Waits");
            await play.Raise("Letter", "a");
            Assert.Equal("a True", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task An_event_whose_only_waiter_was_cancelled_waits_for_the_next(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, string>("Waits", async (context, _) =>
        {
            using (CancellationTokenSource over = new())
            {
                Task<string> given = context.WaitForExternalEvent<string>("Letter", over.Token);
                over.Cancel();
                Assert.True(given.IsCanceled);
            }

            await context.WaitForExternalEvent<string>("Go");
            return await context.WaitForExternalEvent<string>("Letter");
        }),
        async play =>
        {
            await play.Start("Waits");
            await play.Raise("Letter", "kept");
            await play.Raise("Go");
            Assert.Equal("kept", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task The_timeout_overload_ends_by_event_by_time_or_by_cancellation(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, string>("Waits", async (context, _) =>
        {
            using CancellationTokenSource outer = new();
            Task<string> cancelled = context.WaitForExternalEvent<string>("Never", TimeSpan.FromDays(1), outer.Token);
            outer.Cancel();
            string first = await Outcome(cancelled);
            string second = await Outcome(context.WaitForExternalEvent<string>("Letter", TimeSpan.FromDays(1)));
            string third = await Outcome(context.WaitForExternalEvent<string>("Letter", TimeSpan.FromDays(1)));
            return $"{first}, {second}, {third}";
        }),
        async play =>
        {
            await play.Start("Waits");
            await play.Raise("Letter", "received");
            Assert.Equal(Play.Opening.AddDays(1), play.Hub.NextTimerUtc);
            await play.RunOut();
            Assert.Equal("TaskCanceledException, received, TaskCanceledException", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task One_name_with_two_types_fails_the_instance(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc("Waits", context => Task.WhenAll(
            context.WaitForExternalEvent<string>("Letter"), context.WaitForExternalEvent<int>("Letter"))),
        async play =>
        {
            await play.Start("Waits");
            Assert.True((await play.Failure()).IsCausedBy<ArgumentException>());
        });

    [Theory, InEveryWeather]
    public Task A_malformed_event_fails_the_instance_whoever_catches_it(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc("WaitsFirst", context => Task.WhenAll(
                context.WaitForExternalEvent<int>("Number"), context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None)))
            .AddOrchestratorFunc<object?, string>("WaitsLater", async (context, _) =>
            {
                await context.WaitForExternalEvent<string>("Go");
                try
                {
                    await context.WaitForExternalEvent<int>("Number");
                }
                catch (Exception fault) when (fault is not TaskFailedException)
                {
                    return "caught";
                }

                return "received";
            }),
        async play =>
        {
            await play.Start("WaitsFirst", id: "first");
            await play.Raise("Number", "not a number", "first");
            Assert.Contains("'Number'", (await play.Failure("first")).ErrorMessage, StringComparison.Ordinal);
            await play.Start("WaitsLater", id: "later");
            await play.Raise("Number", "not a number", "later");
            await play.Raise("Go", null, "later");
            Assert.Contains("'Number'", (await play.Failure("later")).ErrorMessage, StringComparison.Ordinal);
            Assert.Null(play.Hub.NextTimerUtc);
        });

    [Theory, InEveryWeather]
    public Task A_sent_event_arrives_once_and_is_dropped_where_nobody_is_left(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc<object?, string>("Receives", async (context, _) =>
                await context.WaitForExternalEvent<string>("Letter") + await context.WaitForExternalEvent<string>("Letter"))
            .AddOrchestratorFunc("Sends", async context =>
            {
                context.SendEvent("receiver", "Letter", "a");
                context.SendEvent("nobody", "Letter", "lost");
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                context.SendEvent("receiver", "letter", "b");
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                context.SendEvent("receiver", "Letter", "too late");
            }),
        async play =>
        {
            await play.Start("Receives", id: "receiver");
            await play.Start("Sends", id: "sender");
            await play.RunOut();
            Assert.Equal("ab", await play.Output<string>("receiver"));
            Assert.Equal(OrchestrationRuntimeStatus.Completed, await play.Status("sender"));
            Assert.Equal(["EventSent 0", "EventSent 1", "TimerCreated 2"], (await play.Kinds("sender"))[1..4]);
            await play.Replays("sender");
        });

    [Theory, InEveryWeather]
    public Task An_event_sent_to_a_child_of_the_same_episode_finds_it(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc<object?, string>("Child", (context, _) => context.WaitForExternalEvent<string>("Letter"))
            .AddOrchestratorFunc<object?, string>("Parent", (context, _) =>
            {
                Task<string> child = context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions(instanceId: "child"));
                context.SendEvent("child", "Letter", "found");
                return child;
            }),
        async play =>
        {
            await play.Start("Parent");
            Assert.Equal("found", await play.Output<string>());
        });

    private static async Task<string> Outcome(Task<string> task)
    {
        try
        {
            return await task;
        }
        catch (OperationCanceledException fault)
        {
            return fault.GetType().Name;
        }
    }
}
