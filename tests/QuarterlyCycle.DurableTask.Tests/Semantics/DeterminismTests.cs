using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class DeterminismTests
{
    private const string Original = "step, timer, child, letter, go";
    private const string Question = " Was a change made to the orchestrator code after this instance had already started running?";

    // What the code does instead, and what upstream says of it.
    private static readonly (string Code, string Expected)[] Differing =
    [
        ("go", "an activity task with sequence ID 0 and name 'Step' (version '1.0'), but the current replay execution hasn't (yet?) scheduled this task."),
        ("stride", "an activity task with sequence number 0 named 'Step', but the current orchestration replay instead scheduled an activity task named 'Stride' with this sequence number."),
        ("timer", "an activity task with sequence number 0 named 'Step', but the current orchestration replay instead produced a CreateTimerOrchestratorAction action with this sequence number."),
        ("letter", "an activity task with sequence number 0 named 'Step', but the current orchestration replay instead produced a SendEventOrchestratorAction action with this sequence number."),
        ("step, go", "a timer task with sequence number 1, but the current replay execution hasn't (yet?) scheduled this task."),
        ("step, child", "a timer task with sequence number 1, but the current orchestration replay instead produced a CreateSubOrchestrationAction action with this sequence number."),
        ("step, timer, go", "a sub-orchestration task with sequence ID 2 and name 'Child' (version '1.0', instance ID 'child'), but the current replay execution hasn't (yet?) scheduled this task."),
        ("step, timer, step", "a sub-orchestration task with sequence ID 2 and name 'Child' (version '1.0', instance ID 'child'), but the current orchestration replay instead produced a ScheduleTaskOrchestratorAction action at this sequence number."),
        ("step, timer, kid", "a sub-orchestration task with sequence ID 2 and name 'Child' (version '1.0', instance ID 'child'), but the current orchestration replay instead scheduled a sub-orchestration task with name Kid at this sequence number."),
        ("step, timer, child, go", "a send event task with sequence ID 3, type 'EventSent', name 'Letter', instance ID 'other', but the current replay execution hasn't (yet?) scheduled this task."),
        ("step, timer, child, timer", "a send event task with sequence ID 3, type 'EventSent', name 'Letter', instance ID 'other', but the current orchestration replay instead scheduled a CreateTimerOrchestratorAction task at this sequence number."),
        ("step, timer, child, postcard, go", "a send event task with sequence ID 3, type 'EventSent', name 'Letter', instance ID 'other', but the current orchestration replay instead scheduled a send event task with name Postcard at this sequence number."),
    ];

    // What upstream would let pass.
    private static readonly (string Code, string Expected)[] StrictlyDiffering =
    [
        ("step of 9, timer, child, letter, go", "the activity 'Step', #0, has the input 1 in the history, but 9 now"),
        ("step, timer of 2 hours, child, letter, go", "a timer, #1, has the fire time 2026-07-01T09:00:00.0000000Z in the history, but 2026-07-01T10:00:00.0000000Z now"),
        ("step, timer, child called kid, letter, go", "the sub-orchestration 'Child', #2, has the instance id child in the history, but kid now"),
        ("step, timer, child, letter, step, go", "The code asks for the activity 'Step' as #4, but the history does not have it there"),
        ("step, timer, child, letter", "still runs in the history, but completed now"),
        ("step, timer, child, letter, fail", "still runs in the history, but failed now: changed my mind"),
    ];

    private delegate Task Code(TaskOrchestrationContext context);

    public static TheoryData<Weather, string, string> Changes => InEachWeather(Differing);

    public static MatrixTheoryData<Weather, string> Strays => new(
        Enum.GetValues<Weather>(), ["Task.Delay", "a task that comes back beside a durable one", "Task.Run", "ConfigureAwait", "nothing", "async void"]);

    public static TheoryData<Weather, string, string> StrictChanges => InEachWeather([.. Differing, .. StrictlyDiffering]);

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Code_that_no_longer_does_what_the_history_says_fails_and_asks_for_nothing(Weather weather, string code, string expected) =>
        await Play.Story(weather, tasks => Register(tasks, Steps(Original)), async play =>
        {
            await play.Start("Plan");
            await play.RunOut();
            await play.Restart(tasks => Register(tasks, Steps(code)));
            int before = (await play.Kinds()).Length;
            await play.Raise("Go");
            TaskFailureDetails failure = await play.Failure();
            Assert.True(failure.IsCausedBy<NonDeterministicOrchestrationException>());
            Assert.Equal(
                $"Non-Deterministic workflow detected: A previous execution of this orchestration scheduled {expected}{Question}", failure.ErrorMessage);
            Assert.Equal(["EventRaised", "ExecutionCompleted"], (await play.Kinds())[before..]);
            Assert.Null(play.Hub.NextTimerUtc);
        });

    [Theory]
    [MemberData(nameof(StrictChanges))]
    public async Task A_strict_replay_says_what_differs(Weather weather, string code, string expected) =>
        await Play.Story(weather, tasks => Register(tasks, Steps(Original)), async play =>
        {
            await play.Start("Plan");
            await play.RunOut();
            string recorded = await play.Hub.ExportHistory("one");
            DurableTaskRegistry same = new();
            Register(same, Steps(Original));
            HistoryReplayer.Replay(recorded, same);

            DurableTaskRegistry changed = new();
            Register(changed, Steps(code));
            NonDeterministicOrchestrationException difference =
                Assert.Throws<NonDeterministicOrchestrationException>(() => HistoryReplayer.Replay(recorded, changed));
            Assert.Contains(expected, difference.Message, StringComparison.Ordinal);
        });

    [Theory, InEveryWeather]
    public Task Names_that_differ_in_case_only_are_the_same(Weather weather) => Play.Story(
        weather,
        tasks => Register(tasks, Steps(Original)),
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
    [MemberData(nameof(Strays))]
    public Task An_await_of_something_that_is_not_durable_fails_the_instance(Weather weather, string what) => Play.Story(
        weather,
        tasks => tasks.AddActivityFunc<int, int>("Step", (_, number) => number).AddOrchestratorFunc("Strays", Straying(what)),
        async play =>
        {
            await play.Start("Strays");
            TaskFailureDetails failure = await play.Failure();
            Assert.True(failure.IsCausedBy<InvalidOperationException>(), failure.ToString());
            Assert.Null(play.Hub.NextTimerUtc);
        });

    // A crash takes what was awaited with it. The next message begins it anew, and from then on it can come back.
    [Theory, InEveryWeather]
    public async Task An_await_beside_a_durable_one_fails_the_instance_when_it_comes_back(Weather weather)
    {
        TaskCompletionSource foreign = new();
        await Play.Scene(
            weather,
            tasks => tasks.AddOrchestratorFunc("Strays", async context =>
            {
                await Task.WhenAny(context.WaitForExternalEvent<string>("Letter"), foreign.Task);
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            }),
            async play =>
            {
                await play.Start("Strays");
                await play.Restart();
                Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
                await play.InOneLife(async () =>
                {
                    await play.Raise("Bell");
                    Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
                    foreign.SetResult();
                    await play.Hub.Client.WaitForInstanceCompletionAsync("one").WaitAsync(TimeSpan.FromSeconds(20));
                });
                TaskFailureDetails failure = await play.Failure();
                Assert.True(failure.IsCausedBy<InvalidOperationException>(), failure.ToString());
                Assert.Contains("Strays", failure.ErrorMessage, StringComparison.Ordinal);
                Assert.Equal(["ExecutionStarted", "EventRaised", "ExecutionCompleted"], await play.Kinds());
                Assert.Null(play.Hub.NextTimerUtc);
            });
    }

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

    private static TheoryData<Weather, string, string> InEachWeather((string Code, string Expected)[] changes)
    {
        TheoryData<Weather, string, string> each = [];
        foreach (Weather weather in Enum.GetValues<Weather>())
        {
            Array.ForEach(changes, change => each.Add(weather, change.Code, change.Expected));
        }

        return each;
    }

    private static void Register(DurableTaskRegistry tasks, Code code) => tasks
        .AddActivityFunc<int, int>("Step", (_, number) => number)
        .AddActivityFunc<int, int>("Stride", (_, number) => number)
        .AddOrchestratorFunc<int, int>("Child", (_, number) => number)
        .AddOrchestratorFunc<int, int>("Kid", (_, number) => number)
        .AddOrchestratorFunc("Plan", context => code(context));

    private static Code Steps(string code) => async context =>
    {
        foreach (string step in code.Split(", "))
        {
            await Step(context, step);
        }
    };

    private static Task Step(TaskOrchestrationContext context, string step)
    {
        switch (step)
        {
            case "step" or "step of 9":
                return context.CallActivityAsync<int>("Step", step == "step" ? 1 : 9);
            case "stride":
                return context.CallActivityAsync<int>("Stride", 1);
            case "timer" or "timer of 2 hours":
                return context.CreateTimer(TimeSpan.FromHours(step == "timer" ? 1 : 2), CancellationToken.None);
            case "child" or "child called kid":
                return context.CallSubOrchestratorAsync("Child", 2, new SubOrchestrationOptions(instanceId: step == "child" ? "child" : "kid"));
            case "kid":
                return context.CallSubOrchestratorAsync("Kid", 2, new SubOrchestrationOptions(instanceId: "child"));
            case "letter" or "postcard":
                context.SendEvent("other", step == "letter" ? "Letter" : "Postcard", "x");
                return Task.CompletedTask;
            case "go":
                return context.WaitForExternalEvent<string>("Go");
            default:
                throw new TimeoutException("changed my mind");
        }
    }

    private static Func<TaskOrchestrationContext, Task> Straying(string what) => async context =>
    {
        switch (what)
        {
            case "Task.Delay":
                await Task.Delay(20);
                break;
            case "a task that comes back beside a durable one":
                Task waits = Either(context.WaitForExternalEvent<string>("Letter"), out TaskCompletionSource foreign);
                Thread other = new(foreign.SetResult);
                other.Start();
                other.Join();
                await waits;
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

    private static Task Either(Task durable, out TaskCompletionSource foreign)
    {
        foreign = new TaskCompletionSource();
        return Await(Task.WhenAny(durable, foreign.Task));

        static async Task Await(Task first) => await first;
    }

    private static async void FireAndForget(TaskOrchestrationContext context)
    {
        await context.CallActivityAsync<int>("Step", 1);
        throw new InvalidOperationException("nobody catches this");
    }
}
