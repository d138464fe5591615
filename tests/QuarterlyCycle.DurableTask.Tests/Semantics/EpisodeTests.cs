using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class EpisodeTests
{
    [Theory, InEveryWeather]
    public Task All_waiting_messages_of_an_instance_go_into_one_episode_and_one_commit(Weather weather) => Play.Story(
        weather,
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
            if (play.Weather == Weather.KilledAfterEveryCommit)
            {
                Assert.Equal(1, play.Kills);
            }
            else
            {
                Assert.Equal(5, play.Hub.Commits);
            }
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
        tasks => tasks
            .AddActivityFunc<int, int>("Step", (_, number) => number)
            .AddOrchestratorFunc<object?, string>("Returns", (context, _) =>
            {
                _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return "returned";
            })
            .AddOrchestratorFunc<object?, string>("LeavesAStep", (context, _) =>
            {
                _ = context.CallActivityAsync<int>("Step", 1);
                return "returned";
            }),
        async play =>
        {
            await play.Start("Returns");
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
            await play.Start("LeavesAStep", id: "two");
            Assert.Equal(["ExecutionStarted", "TaskScheduled 0", "TaskCompleted 0", "ExecutionCompleted"], await play.Kinds("two"));
            await play.RunOut();
            Assert.Equal("returned", await play.Output<string>());
            Assert.Equal("returned", await play.Output<string>("two"));
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

    [Theory, InEveryWeather]
    public Task An_answer_to_a_closed_call_or_of_another_kind_changes_nothing(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<int, int>("Step", (_, number) => number)
            .AddOrchestratorFunc<object?, int>("Calls", async (context, _) =>
            {
                int sum = await context.CallActivityAsync<int>("Step", 1) + await context.CallActivityAsync<int>("Step", 2);
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return sum + await context.CallActivityAsync<int>("Step", 4);
            }),
        async play =>
        {
            await play.Start("Calls");
            await play.Together(
                _ => Slip(play, 1, new HistoryEvent(EventKind.TaskCompleted, Play.Opening) { TaskId = 0, Data = "100" }),
                _ => Slip(play, 2, new HistoryEvent(EventKind.SubOrchestrationCompleted, Play.Opening) { TaskId = 1, Data = "100" }),
                _ => Slip(play, 3, new HistoryEvent(EventKind.TaskCompleted, Play.Opening) { TaskId = 2 }),
                _ => Slip(play, 4, new HistoryEvent(EventKind.TaskCompleted, Play.Opening) { TaskId = 77, Data = "100" }));
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
            Assert.Equal(
                ["TaskCompleted 0", "SubOrchestrationCompleted 1", "TaskCompleted 2", "TaskCompleted 77"], (await play.Kinds())[^4..]);
            Assert.Equal(Play.Opening.AddHours(1), play.Hub.NextTimerUtc);
            await play.RunOut();
            Assert.Equal(7, await play.Output<int>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task What_another_worker_has_stored_counts_and_what_was_in_memory_is_thrown_away(Weather weather) => Play.Story(
        weather,
        Adds,
        async play =>
        {
            await play.Start("Adds", 3);
            await play.Act(_ => play.Hub.OnStore(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                INSERT INTO history (instance, execution, sequence, kind, at, name, data)
                SELECT id, execution, last_sequence + 1, {(int)EventKind.EventRaised}, {Play.Opening.Ticks}, 'Number', '50' FROM instance;
                UPDATE instance SET last_sequence = last_sequence + 1
                """)));
            await play.Raise("Number", 1);
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
            Assert.Equal(["ExecutionStarted", "EventRaised", "EventRaised"], await play.Kinds());
            await play.Raise("Number", 2);
            Assert.Equal(53, await play.Output<int>());
            await play.Replays();
        });

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

    // A message that no rule of this engine would send, as upstream's queues may deliver one: the file has it, so it is received.
    private static async Task Slip(Play play, int number, HistoryEvent happened)
    {
        InboxMessage message = new(900_000 + number, "one", InboxMessage.AnyExecution, happened);
        await play.Hub.OnStore(string.Create(
            CultureInfo.InvariantCulture,
            $"INSERT INTO inbox (message, instance, execution, visible_at, kind, at, task, data) VALUES ({message.Id}, 'one', 0, 0, {(int)happened.Kind}, {happened.AtUtc.Ticks}, {happened.TaskId}, '{happened.Data}')"));
        play.Hub.Deliver(message);
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
