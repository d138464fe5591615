using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class DeterminismTests
{
    private delegate Task Code(TaskOrchestrationContext context);

    private static readonly Code Original = async context =>
    {
        await context.CallActivityAsync<int>("Step", 1);
        await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        await context.CallSubOrchestratorAsync("Child", 2, new SubOrchestrationOptions(instanceId: "child"));
        context.SendEvent("other", "Letter", "x");
        await context.WaitForExternalEvent<string>("Go");
    };

    public static TheoryData<string, string> Changes => new()
    {
        { "another activity", "the activity 'Step' as #0, but the code now asks for the activity 'Stride'" },
        { "another kind", "the activity 'Step' as #0, but the code now asks for a timer" },
        { "another order", "a timer as #1, but the code now asks for the sub-orchestration 'Child'" },
        { "a step less", "the sent event 'Letter' as #3, but the code no longer asks for it" },
    };

    public static TheoryData<string, string> StrictChanges => new()
    {
        { "another input", "has the input 1 in the history, but 9 now" },
        { "another fire time", "has the fire time 2026-07-01T09:00:00.0000000Z in the history, but 2026-07-01T10:00:00.0000000Z now" },
        { "another child id", "has the instance id child in the history, but kid now" },
        { "a step more", "the code asks for the activity 'Step' as #4, but the history does not have it there" },
        { "an earlier end", "still runs in the history, but completed now" },
        { "a failure", "still runs in the history, but failed now: changed my mind" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Code_that_no_longer_does_what_the_history_says_fails_and_asks_for_nothing(string change, string expected) =>
        await Play.Story(Weather.Calm, tasks => Register(tasks, Original), async play =>
        {
            await play.Start("Plan");
            await play.RunOut();
            await play.Restart(tasks => Register(tasks, Changed(change)));
            int before = (await play.Kinds()).Length;
            await play.Raise("Go");
            TaskFailureDetails failure = await play.Failure();
            Assert.True(failure.IsCausedBy<NonDeterministicOrchestrationException>());
            Assert.StartsWith("Non-Deterministic workflow detected: ", failure.ErrorMessage, StringComparison.Ordinal);
            Assert.Contains(expected, failure.ErrorMessage, StringComparison.Ordinal);
            Assert.Equal(["EventRaised", "ExecutionCompleted"], (await play.Kinds())[before..]);
            Assert.Null(play.Hub.NextTimerUtc);
        });

    [Theory]
    [MemberData(nameof(Changes))]
    [MemberData(nameof(StrictChanges))]
    public async Task A_strict_replay_says_what_differs(string change, string expected) =>
        await Play.Story(Weather.Calm, tasks => Register(tasks, Original), async play =>
        {
            await play.Start("Plan");
            await play.RunOut();
            string recorded = await play.Hub.ExportHistory("one");
            DurableTaskRegistry same = new();
            Register(same, Original);
            HistoryReplayer.Replay(recorded, same);

            DurableTaskRegistry changed = new();
            Register(changed, Changed(change));
            NonDeterministicOrchestrationException difference =
                Assert.Throws<NonDeterministicOrchestrationException>(() => HistoryReplayer.Replay(recorded, changed));
            Assert.Contains(expected, difference.Message, StringComparison.Ordinal);
        });

    [Theory, InEveryWeather]
    public Task Names_that_differ_in_case_only_are_the_same(Weather weather) => Play.Story(
        weather,
        tasks => Register(tasks, Original),
        async play =>
        {
            await play.Start("plan");
            await play.RunOut();
            await play.Restart(tasks => Register(tasks, async context =>
            {
                await context.CallActivityAsync<int>("STEP", 1);
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                await context.CallSubOrchestratorAsync("CHILD", 2, new SubOrchestrationOptions(instanceId: "child"));
                context.SendEvent("other", "LETTER", "x");
                await context.WaitForExternalEvent<string>("GO");
            }));
            await play.Raise("Go");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, await play.Status());
        });

    [Theory]
    [InlineData("Task.Delay")]
    [InlineData("Task.Run")]
    [InlineData("ConfigureAwait")]
    [InlineData("nothing")]
    [InlineData("async void")]
    public async Task An_await_of_something_that_is_not_durable_fails_the_instance(string what) =>
        await Play.Story(
            Weather.Calm,
            tasks => tasks.AddActivityFunc<int, int>("Step", (_, number) => number).AddOrchestratorFunc("Strays", Straying(what)),
            async play =>
            {
                await play.Hub.Client.ScheduleNewOrchestrationInstanceAsync("Strays", new StartOrchestrationOptions("one"));
                OrchestrationMetadata done = await play.Hub.Client.WaitForInstanceCompletionAsync("one").WaitAsync(TimeSpan.FromSeconds(20));
                Assert.True(done.FailureDetails!.IsCausedBy<InvalidOperationException>(), done.FailureDetails.ToString());
                await play.Settle();
            });

    [Theory, InEveryWeather]
    public Task Task_Yield_stays_on_the_thread_and_is_allowed(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddActivityFunc<int, int>("Step", (_, number) => number).AddOrchestratorFunc<object?, int>("Yields", async (context, _) =>
        {
            int first = await context.CallActivityAsync<int>("Step", 1);
            await Task.Yield();
            return first + await context.CallActivityAsync<int>("Step", 2);
        }),
        async play =>
        {
            await play.Start("Yields");
            Assert.Equal(3, await play.Output<int>());
        });

    [Theory, InEveryWeather]
    public Task Entities_are_not_supported(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc("Signals", context => context.SendEvent("@counter@one", "add", 1)),
        async play =>
        {
            await play.Start("Signals");
            Assert.True((await play.Failure()).IsCausedBy<NotSupportedException>());
            await Assert.ThrowsAsync<NotSupportedException>(() => play.Start("Signals", id: "@counter@one"));
        });

    private static void Register(DurableTaskRegistry tasks, Code code) => tasks
        .AddActivityFunc<int, int>("Step", (_, number) => number)
        .AddActivityFunc<int, int>("Stride", (_, number) => number)
        .AddOrchestratorFunc<int, int>("Child", (_, number) => number)
        .AddOrchestratorFunc("Plan", context => code(context));

    private static Code Changed(string change) => async context =>
    {
        if (change == "another order")
        {
            await context.CallActivityAsync<int>("Step", 1);
            await context.CallSubOrchestratorAsync("Child", 2, new SubOrchestrationOptions(instanceId: "child"));
            return;
        }

        if (change == "another kind")
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return;
        }

        await context.CallActivityAsync<int>(change == "another activity" ? "Stride" : "Step", change == "another input" ? 9 : 1);
        await context.CreateTimer(TimeSpan.FromHours(change == "another fire time" ? 2 : 1), CancellationToken.None);
        string child = change == "another child id" ? "kid" : "child";
        await context.CallSubOrchestratorAsync("Child", 2, new SubOrchestrationOptions(instanceId: child));
        if (change == "a failure")
        {
            context.SendEvent("other", "Letter", "x");
            throw new TimeoutException("changed my mind");
        }

        if (change != "a step less")
        {
            context.SendEvent("other", "Letter", "x");
        }

        if (change == "a step more")
        {
            await context.CallActivityAsync<int>("Step", 3);
        }

        if (change != "an earlier end")
        {
            await context.WaitForExternalEvent<string>("Go");
        }
    };

    private static Func<TaskOrchestrationContext, Task> Straying(string what) => async context =>
    {
        switch (what)
        {
            case "Task.Delay":
                Task<string> letter = context.WaitForExternalEvent<string>("Letter");
                await Task.WhenAny(letter, Task.Delay(20));
                break;
            case "Task.Run":
                await Task.Run(() => context.CallActivityAsync<int>("Step", 1));
                break;
            case "ConfigureAwait":
                await context.CallActivityAsync<int>("Step", 1).ConfigureAwait(false);
                await context.CallActivityAsync<int>("Step", 2);
                break;
            case "nothing":
                await new TaskCompletionSource().Task;
                break;
            default:
                FireAndForget(context);
                await context.WaitForExternalEvent<string>("Letter");
                break;
        }
    };

    private static async void FireAndForget(TaskOrchestrationContext context)
    {
        await context.CallActivityAsync<int>("Step", 1);
        throw new InvalidOperationException("nobody catches this");
    }
}
