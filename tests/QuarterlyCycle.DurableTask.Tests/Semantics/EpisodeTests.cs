using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class EpisodeTests
{
    [Fact]
    public Task All_waiting_messages_of_an_instance_go_into_one_episode() => Play.Story(
        Weather.Calm,
        Adds,
        async play =>
        {
            await play.Together(
                client => client.ScheduleNewOrchestrationInstanceAsync("Adds", 3, new StartOrchestrationOptions("one")),
                client => client.RaiseEventAsync("one", "Number", 1),
                client => client.RaiseEventAsync("one", "Number", 2),
                client => client.RaiseEventAsync("one", "Number", 3));
            Assert.Equal(6, await play.Output<int>());
            Assert.Single(HistoryFile.Read(await play.Hub.ExportHistory("one")).Events, happened => happened.Kind == EventKind.EpisodeStarted);
            Assert.Equal(5, play.Hub.Commits);
        });

    [Theory, InEveryWeather]
    public Task Every_request_takes_the_next_number_from_zero(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<int, int>("Step", (_, number) => number)
            .AddOrchestratorFunc<int, int>("Child", (_, number) => number)
            .AddOrchestratorFunc("Asks", async context =>
            {
                Task step = context.CallActivityAsync("Step", 1);
                Task timer = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                Task child = context.CallSubOrchestratorAsync("Child", 2, new SubOrchestrationOptions(instanceId: "child"));
                context.SendEvent("nobody", "Letter", "x");
                await Task.WhenAll(step, timer, child);
                await context.CallActivityAsync("Step", 3);
            }),
        async play =>
        {
            await play.Start("Asks");
            await play.RunOut();
            Assert.Equal(
                ["TaskScheduled 0", "TimerCreated 1", "SubOrchestrationCreated 2", "EventSent 3", "TaskScheduled 4"],
                (await play.Kinds()).Where(kind => kind.Contains("Scheduled", StringComparison.Ordinal)
                    || kind.Contains("Created", StringComparison.Ordinal) || kind.Contains("Sent", StringComparison.Ordinal)));
        });

    [Theory, InEveryWeather]
    public Task An_instance_is_not_over_while_an_activity_or_a_timer_is_open(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, string>("Returns", (context, _) =>
        {
            _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return "returned";
        }),
        async play =>
        {
            await play.Start("Returns");
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
            await play.RunOut();
            Assert.Equal("returned", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task Repeated_unknown_and_foreign_messages_are_ignored(Weather weather) => Play.Story(
        weather,
        Adds,
        async play =>
        {
            await play.Start("Adds", 2);
            DateTime now = Play.Opening;
            HistoryEvent unknown = new(EventKind.TaskCompleted, now) { TaskId = 77, Data = "1" };
            HistoryEvent number = new(EventKind.EventRaised, now) { Name = "Number", Data = "5" };
            play.Hub.Deliver(new InboxMessage(900_001, "one", InboxMessage.AnyExecution, unknown));
            play.Hub.Deliver(new InboxMessage(900_002, "one", 424242, number));
            play.Hub.Deliver(new InboxMessage(900_003, "nobody", InboxMessage.AnyExecution, number));
            play.Hub.Deliver(new InboxMessage(900_004, "one", InboxMessage.AnyExecution, new HistoryEvent(EventKind.ExecutionStarted, now) { Name = "Adds" }));
            play.Hub.Deliver(new InboxMessage(900_005, "one", InboxMessage.AnyExecution, number));
            await play.Settle();
            Assert.Equal(["ExecutionStarted"], await play.Kinds());
            await play.Raise("Number", 1);
            await play.Raise("Number", 2);
            Assert.Equal(3, await play.Output<int>());
        });

    [Fact]
    public void An_answer_to_a_closed_call_changes_nothing()
    {
        DurableTaskRegistry tasks = new();
        tasks.AddOrchestratorFunc<object?, int>("Calls", async (context, _) =>
            await context.CallActivityAsync<int>("Step", 1) + await context.CallActivityAsync<int>("Step", 2));
        DateTime at = Play.Opening;
        HistoryEvent first = new(EventKind.TaskCompleted, at) { TaskId = 0, Data = "1" };
        HistoryEvent wrongKind = new(EventKind.TimerFired, at) { TaskId = 1, FireAtUtc = at };
        RecordedHistory history = new()
        {
            Format = RecordedHistory.CurrentFormat,
            Instance = "one",
            Name = "Calls",
            Version = "1.0",
            Events =
            [
                new HistoryEvent(EventKind.EpisodeStarted, at),
                new HistoryEvent(EventKind.ExecutionStarted, at) { Name = "Calls", Version = "1.0" },
                new HistoryEvent(EventKind.TaskScheduled, at) { TaskId = 0, Name = "Step", Data = "1" },
                new HistoryEvent(EventKind.EpisodeStarted, at),
                first,
                first with { Data = "100" },
                wrongKind,
                new HistoryEvent(EventKind.TaskScheduled, at) { TaskId = 1, Name = "Step", Data = "2" },
            ],
        };
        HistoryReplayer.Replay(System.Text.Json.JsonSerializer.Serialize(history, EngineJson.Options), tasks);
    }

    [Fact]
    public async Task Two_runs_one_at_a_time_do_everything_in_the_same_order()
    {
        async Task<string> Run()
        {
            string deeds = string.Empty;
            await Play.Story(
                Weather.Calm,
                (tasks, play) => tasks
                    .AddActivityFunc<int, int>("Step", async (context, number) =>
                    {
                        play.Deeds.Enqueue($"{context.InstanceId} {number}");
                        await Task.Delay(number % 3);
                        return number;
                    })
                    .AddOrchestratorFunc<int>("Child", async (context, number) =>
                    {
                        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => context.CallActivityAsync<int>("Step", (number * 10) + i)));
                        await context.CreateTimer(TimeSpan.FromHours(number % 3), CancellationToken.None);
                        await context.CallActivityAsync<int>("Step", number);
                    })
                    .AddOrchestratorFunc("Parent", context => Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
                        context.CallSubOrchestratorAsync("Child", i, new SubOrchestrationOptions(instanceId: $"child.{i}"))))),
                async play =>
                {
                    await play.Start("Parent");
                    await play.RunOut();
                    Assert.Equal(OrchestrationRuntimeStatus.Completed, await play.Status());
                    deeds = string.Join('\n', play.Deeds);
                });
            return deeds;
        }

        string first = await Run();
        Assert.Equal(40, first.Split('\n').Length);
        Assert.Equal(first, await Run());
    }

    private static void Adds(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<int, int>("Adds", async (context, count) =>
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += await context.WaitForExternalEvent<int>("Number");
        }

        return sum;
    });
}
