using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class QueryTests
{
    [Theory, InEveryWeather]
    public Task Purge_takes_ended_instances_only_and_counts_them(Weather weather) => Play.Story(
        weather,
        tasks =>
        {
            Collector.Register(tasks);
            tasks.AddOrchestratorFunc<int>("Parent", async (context, count) =>
                await Task.WhenAll(Enumerable.Range(0, count).Select(child => context.CallSubOrchestratorAsync(
                    "Collects", 0, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}.{child}")))));
        },
        async play =>
        {
            await play.Start("Parent", 3, "family");
            await play.Start("Parent", 2, "loner");
            await play.Start("Collects", 1, "running");
            Assert.Equal(0, await Purged(play, "nobody"));
            Assert.Equal(0, await Purged(play, "running"));
            Assert.Equal(play.Weather == Weather.KilledAfterEveryCommit ? 0 : 1, await Purged(play, "loner"));
            Assert.Null(await play.Hub.Client.GetInstanceAsync("loner"));
            Assert.NotNull(await play.Hub.Client.GetInstanceAsync("loner.0"));
            await Purged(play, "family", recursive: true);
            Assert.Null(await play.Hub.Client.GetInstanceAsync("family.2"));
            await play.Act(client => client.PurgeAllInstancesAsync(new PurgeInstancesFilter(
                CreatedTo: new DateTimeOffset(Play.Opening.AddDays(1)), Statuses: [OrchestrationRuntimeStatus.Completed])));
            Assert.Null(await play.Hub.Client.GetInstanceAsync("loner.0"));
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status("running"));
        });

    [Theory, InEveryWeather]
    public Task A_purged_child_does_not_hang_its_parent(Weather weather) => Play.Story(
        weather,
        tasks =>
        {
            Collector.Register(tasks);
            tasks.AddOrchestratorFunc<object?, string>("Parent", async (context, _) =>
            {
                Task<string> child = context.CallSubOrchestratorAsync<string>("Collects", 0, new SubOrchestrationOptions(instanceId: "child"));
                await context.WaitForExternalEvent<string>("Go");
                return "child said '" + await child + "'";
            });
        },
        async play =>
        {
            await play.Start("Parent");
            await Purged(play, "child");
            Assert.Null(await play.Hub.Client.GetInstanceAsync("child"));
            await play.Raise("Go");
            Assert.Equal("child said ''", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task A_purge_that_is_given_a_time_stops_between_two_pages_and_the_next_call_goes_on(Weather weather) => Play.Story(
        weather,
        Collector.Register,
        async play =>
        {
            // Pages are of a hundred, and each look at the clock finds it a second later.
            await play.Together(client => Task.WhenAll(Enumerable.Range(0, 250).Select(i =>
                client.ScheduleNewOrchestrationInstanceAsync("Collects", i < 5 ? 1 : 0, new StartOrchestrationOptions($"i{i:000}")))));
            PurgeInstancesFilter filter = new() { Timeout = TimeSpan.FromSeconds(2) };
            List<(int, bool?)> calls = [];
            do
            {
                PurgeResult result = await play.Insist(client => client.PurgeAllInstancesAsync(filter));
                calls.Add((result.PurgedInstanceCount, result.IsComplete));
            }
            while (calls[^1].Item2 == false);

            // One who had no answer asks again, and is told of the last page only.
            List<(int, bool?)> expected = play.Weather == Weather.KilledAfterEveryCommit ? [(0, true)] : [(200, false), (45, true)];
            Assert.Equal(expected, calls);
            Assert.Equal(["i000", "i001", "i002", "i003", "i004"], (await play.Hub.Client.ListInstanceIdsAsync()).Values);
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                () => play.Hub.Client.PurgeAllInstancesAsync(filter with { Timeout = TimeSpan.Zero }));
        },
        new Staging { AllAtOnce = true, Clock = () => new SteppedClock(Play.Opening) { PassesWhenLookedAt = TimeSpan.FromSeconds(1) } });

    [Theory, InEveryWeather]
    public Task Pages_of_a_query_stay_stable_while_others_are_written(Weather weather) => Play.Story(
        weather,
        Collector.Register,
        async play =>
        {
            foreach (int i in Enumerable.Range(0, 25))
            {
                await play.Start("Collects", i % 2, $"item.{i:00}");
            }

            await play.Start("Collects", 0, "other");
            List<string> seen = [];
            OrchestrationQuery query = new(InstanceIdPrefix: "item.", PageSize: 10);
            string? token = null;
            do
            {
                // A token is good in the next process, too.
                Page<OrchestrationMetadata> page = await FirstPage(play.Hub.Client.GetAllInstancesAsync(query).AsPages(token));
                seen.AddRange(page.Values.Select(instance => instance.InstanceId));
                token = page.ContinuationToken;
                await play.Start("Collects", 0, $"item.{seen.Count:00}.new");
                await play.Act(client => client.PurgeInstanceAsync(seen[0]));
            }
            while (token is not null);

            Assert.Equal(seen.Distinct(), seen);
            Assert.All(Enumerable.Range(0, 25), i => Assert.Contains($"item.{i:00}", seen));
            int running = 0;
            await foreach (OrchestrationMetadata instance in play.Hub.Client.GetAllInstancesAsync(
                new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running], PageSize: 5)))
            {
                Assert.True(instance.IsRunning);
                Assert.Throws<InvalidOperationException>(() => instance.ReadInputAs<int>());
                running++;
            }

            Assert.Equal(12, running);
        });

    [Theory, InEveryWeather]
    public Task Queries_and_purges_keep_to_their_times_and_statuses(Weather weather) => Play.Story(
        weather,
        Collector.Register,
        async play =>
        {
            for (int day = 0; day < 4; day++)
            {
                await play.SkipTo(Play.Opening.AddDays(day));
                await play.Start("Collects", day % 2, $"day.{day}");
            }

            DateTimeOffset first = new(Play.Opening.AddDays(1));
            DateTimeOffset last = new(Play.Opening.AddDays(2));
            List<string> between = [];
            await foreach (OrchestrationMetadata instance in play.Hub.Client.GetAllInstancesAsync(new OrchestrationQuery(first, last)))
            {
                between.Add(instance.InstanceId);
            }

            Assert.Equal(["day.1", "day.2"], between);
            Assert.Equal(["day.0", "day.1", "day.2", "day.3"], (await play.Hub.Client.ListInstanceIdsAsync()).Values);
            Assert.Equal(["day.2"], (await play.Hub.Client.ListInstanceIdsAsync(completedTimeFrom: first, completedTimeTo: last)).Values);
            Assert.Empty((await play.Hub.Client.ListInstanceIdsAsync([OrchestrationRuntimeStatus.Running], first)).Values);

            // Only what has ended is purged, whatever the filter says.
            OrchestrationRuntimeStatus[] running = [OrchestrationRuntimeStatus.Running];
            Assert.Equal(0, (await play.Hub.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(Statuses: running))).PurgedInstanceCount);
            await play.Act(client => client.PurgeAllInstancesAsync(new PurgeInstancesFilter(first, last)));
            Assert.Equal(["day.0", "day.1", "day.3"], (await play.Hub.Client.ListInstanceIdsAsync()).Values);
        });

    [Theory, InEveryWeather]
    public Task A_history_is_told_in_the_official_types_in_order(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<int, int>("Step", (_, number) => number + 1)
            .AddActivity("Breaks", new Throwing(new TimeoutException("too late")))
            .AddOrchestratorFunc<int, int>("Child", (_, number) => number)
            .AddOrchestratorFunc<int, int>("Plan", async (context, number) =>
            {
                int next = await context.CallActivityAsync<int>("Step", number);
                await context.CallSubOrchestratorAsync<int>("Child", next, new SubOrchestrationOptions(instanceId: "child"));
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                context.SendEvent("child", "Letter", "x");
                string letter = await context.WaitForExternalEvent<string>("Letter");
                await context.CallActivityAsync<int>("Breaks", letter);
                return 0;
            }),
        async play =>
        {
            await play.Start("Plan", 1);
            await play.RunOut();
            await play.Act(client => client.SuspendInstanceAsync("one", "wait"));
            await play.Act(client => client.ResumeInstanceAsync("one", "go on"));
            await play.Raise("Letter", "a");
            IList<HistoryEvent> history = await play.Hub.Client.GetOrchestrationHistoryAsync("one");

            // The episodes fall differently when the process dies in between; each has a beginning and an end.
            Assert.Equal(
                history.Count(happened => happened is OrchestratorStartedEvent), history.Count(happened => happened is OrchestratorCompletedEvent));
            Assert.IsType<OrchestratorStartedEvent>(history[0]);
            Assert.IsType<OrchestratorCompletedEvent>(history[^1]);
            Assert.All(history, happened => Assert.Equal(DateTimeKind.Utc, happened.Timestamp.Kind));
            Assert.Equal(
                [
                    "ExecutionStarted -1: Plan 1.0 1 one",
                    "TaskScheduled 0: Step 1.0 1",
                    "TaskCompleted of 0: 2",
                    "SubOrchestrationInstanceCreated 1: Child 1.0 child 2",
                    "SubOrchestrationInstanceCompleted of 1: 2",
                    "TimerCreated 2: 09:00",
                    "TimerFired of 2: 09:00",
                    "EventSent 3: Letter child \"x\"",
                    "ExecutionSuspended: wait",
                    "ExecutionResumed: go on",
                    "EventRaised: Letter \"a\"",
                    "TaskScheduled 4: Breaks 1.0 \"a\"",
                    "TaskFailed of 4: too late System.TimeoutException",
                    "ExecutionCompleted 5: Failed Microsoft.DurableTask.TaskFailedException",
                ],
                history.Select(Words).Where(words => words.Length > 0));

            ExecutionStartedEvent child = (await play.Hub.Client.GetOrchestrationHistoryAsync("child")).OfType<ExecutionStartedEvent>().Single();
            Assert.Equal(("Plan", "one", 1), (child.ParentInstance!.Name, child.ParentInstance.OrchestrationInstance!.InstanceId, child.ParentInstance.TaskScheduleId));
            await play.Act(client => client.ScheduleNewOrchestrationInstanceAsync(
                "Plan", 1, new StartOrchestrationOptions("waiting", new DateTimeOffset(Play.Opening.AddDays(9)))));
            Assert.Empty(await play.Hub.Client.GetOrchestrationHistoryAsync("waiting"));
        });

    [Theory, InEveryWeather]
    public Task Wrong_use_is_refused_with_the_official_exception_and_a_sentence_and_touches_nothing(Weather weather) => Play.Story(
        weather,
        Collector.Register,
        async play =>
        {
            await play.Start("Collects", 1);
            DurableTaskClient client = play.Hub.Client;
            Func<Task>[] ofNobody =
            [
                () => client.RaiseEventAsync("nobody", "Letter"),
                () => client.SuspendInstanceAsync("nobody"),
                () => client.ResumeInstanceAsync("nobody"),
                () => client.TerminateInstanceAsync("nobody"),
                () => client.RestartAsync("nobody"),
                () => client.GetOrchestrationHistoryAsync("nobody"),
            ];
            foreach (Func<Task> act in ofNobody)
            {
                ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(act);
                Assert.StartsWith("There is no orchestration 'nobody'.", refused.Message, StringComparison.Ordinal);
            }

            Func<Task>[] ofNothing =
            [
                () => client.ScheduleNewOrchestrationInstanceAsync(default(TaskName)),
                () => client.RaiseEventAsync(string.Empty, "Letter"),
                () => client.RaiseEventAsync("one", string.Empty),
                () => client.SuspendInstanceAsync(string.Empty),
                () => client.TerminateInstanceAsync(string.Empty),
                () => client.RestartAsync(string.Empty),
                () => client.PurgeInstanceAsync(string.Empty),
                () => client.GetInstanceAsync(string.Empty),
                () => client.GetOrchestrationHistoryAsync(string.Empty),
                () => client.WaitForInstanceStartAsync(string.Empty),
                () => client.WaitForInstanceCompletionAsync(string.Empty),
            ];
            foreach (Func<Task> act in ofNothing)
            {
                await Assert.ThrowsAnyAsync<ArgumentException>(act);
            }

            InvalidOperationException awaited = await Assert.ThrowsAsync<InvalidOperationException>(() => client.WaitForInstanceCompletionAsync("nobody"));
            Assert.Contains("'nobody'", awaited.Message, StringComparison.Ordinal);
            Assert.Null(await client.GetInstanceAsync("nobody"));
            await play.Raise("Letter", "a");
            Assert.Equal("a", await play.Output<string>());
        });

    private static string Words(HistoryEvent happened) => happened switch
    {
        ExecutionStartedEvent one => $"{one.EventType} {one.EventId}: {one.Name} {one.Version} {one.Input} {one.OrchestrationInstance!.InstanceId}",
        ExecutionCompletedEvent one => $"{one.EventType} {one.EventId}: {one.OrchestrationStatus} {one.Result}{one.FailureDetails?.ErrorType}",
        ExecutionSuspendedEvent one => $"{one.EventType}: {one.Reason}",
        ExecutionResumedEvent one => $"{one.EventType}: {one.Reason}",
        TaskScheduledEvent one => $"{one.EventType} {one.EventId}: {one.Name} {one.Version} {one.Input}",
        TaskCompletedEvent one => $"{one.EventType} of {one.TaskScheduledId}: {one.Result}",
        TaskFailedEvent one => $"{one.EventType} of {one.TaskScheduledId}: {one.Reason} {one.FailureDetails!.ErrorType}",
        SubOrchestrationInstanceCreatedEvent one => $"{one.EventType} {one.EventId}: {one.Name} {one.Version} {one.InstanceId} {one.Input}",
        SubOrchestrationInstanceCompletedEvent one => $"{one.EventType} of {one.TaskScheduledId}: {one.Result}",
        TimerCreatedEvent one => $"{one.EventType} {one.EventId}: {one.FireAt:HH:mm}",
        TimerFiredEvent one => $"{one.EventType} of {one.TimerId}: {one.FireAt:HH:mm}",
        EventSentEvent one => $"{one.EventType} {one.EventId}: {one.Name} {one.InstanceId} {one.Input}",
        EventRaisedEvent one => $"{one.EventType}: {one.Name} {one.Input}",
        _ => string.Empty,
    };

    private static async Task<Page<OrchestrationMetadata>> FirstPage(IAsyncEnumerable<Page<OrchestrationMetadata>> pages)
    {
        await foreach (Page<OrchestrationMetadata> page in pages)
        {
            return page;
        }

        throw new InvalidOperationException("There was no page.");
    }

    private static async Task<int> Purged(Play play, string id, bool recursive = false)
    {
        int purged = 0;
        await play.Act(async client => purged = (await client.PurgeInstanceAsync(id, new PurgeInstanceOptions(recursive))).PurgedInstanceCount);
        return purged;
    }
}
