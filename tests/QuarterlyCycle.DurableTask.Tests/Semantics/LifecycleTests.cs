using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class LifecycleTests
{
    private static readonly OrchestrationRuntimeStatus[] All =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
    ];

    [Theory, InEveryWeather]
    public Task A_suspended_instance_holds_what_comes_and_takes_it_in_order_when_resumed(Weather weather) => Play.Story(
        weather,
        Collects,
        async play =>
        {
            await play.Start("Collects", 4);
            await play.Raise("Letter", "a");
            await play.Act(client => client.SuspendInstanceAsync("one", "wait"));
            Assert.Equal(OrchestrationRuntimeStatus.Suspended, await play.Status());
            await play.Raise("Letter", "b");
            await play.Raise("Letter", "c");
            await play.Act(client => client.SuspendInstanceAsync("one"));
            Assert.Equal("\"1\"", (await play.Get()).SerializedCustomStatus);
            await play.Restart(Collects);
            await play.Act(client => client.ResumeInstanceAsync("one", "go on"));
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
            Assert.Equal("\"3\"", (await play.Get()).SerializedCustomStatus);
            await play.Raise("Letter", "d");
            Assert.Equal("abcd", await play.Output<string>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task Suspending_and_resuming_do_no_harm_where_they_do_not_apply(Weather weather) => Play.Story(
        weather,
        Collects,
        async play =>
        {
            await play.Start("Collects", 1);
            await play.Act(client => client.ResumeInstanceAsync("one"));
            await play.Raise("Letter", "a");
            await play.Act(client => client.SuspendInstanceAsync("one"));
            await play.Act(client => client.ResumeInstanceAsync("one"));
            Assert.Equal("a", await play.Output<string>());
            await Assert.ThrowsAsync<ArgumentException>(() => play.Hub.Client.SuspendInstanceAsync("nobody"));
        });

    [Theory, InEveryWeather]
    public Task Termination_ends_running_suspended_pending_and_scheduled_instances_with_its_reason(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc("Waits", context => Task.WhenAll(
            context.CreateTimer(TimeSpan.FromDays(20), CancellationToken.None), context.WaitForExternalEvent<string>("Never"))),
        async play =>
        {
            await play.Start("Waits", id: "running");
            await play.Start("Waits", id: "suspended");
            await play.Act(client => client.SuspendInstanceAsync("suspended"));
            await play.Start("Waits", id: "scheduled", atUtc: Play.Opening.AddDays(1));
            await play.Start("Waits", id: "newer", version: "9.0");
            string[] ids = ["running", "suspended", "scheduled", "newer"];
            foreach (string id in ids)
            {
                await play.Act(client => client.TerminateInstanceAsync(id, "enough"));
                OrchestrationMetadata instance = await play.Get(id);
                Assert.Equal(OrchestrationRuntimeStatus.Terminated, instance.RuntimeStatus);
                Assert.Equal("enough", instance.ReadOutputAs<string>());
            }

            await play.Act(client => client.TerminateInstanceAsync("running", "again"));
            Assert.Equal("enough", (await play.Get("running")).ReadOutputAs<string>());
            await play.RunOut();
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, await play.Status("scheduled"));
        });

    [Theory, InEveryWeather]
    public Task Termination_in_the_same_episode_as_the_last_step_wins(Weather weather) => Play.Story(
        weather,
        Collects,
        async play =>
        {
            await play.Start("Collects", 1);
            await play.Together(
                client => client.RaiseEventAsync("one", "Letter", "a"),
                client => client.TerminateInstanceAsync("one", "enough"));
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, await play.Status());
        });

    [Theory, InEveryWeather]
    public Task Termination_reaches_children_only_when_told_to(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc("Child", context => context.WaitForExternalEvent<string>("Never"))
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync(
                "Child", options: new SubOrchestrationOptions(instanceId: context.InstanceId + ".child"))),
        async play =>
        {
            await play.Start("Parent", id: "alone");
            await play.Start("Parent", id: "together");
            await play.Act(client => client.TerminateInstanceAsync("alone", "enough"));
            await play.Act(client => client.TerminateInstanceAsync("together", new TerminateInstanceOptions("enough", Recursive: true)));
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status("alone.child"));
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, await play.Status("together.child"));
            Assert.Equal("enough", (await play.Get("together.child")).ReadOutputAs<string>());

            // One that has ended already still passes it on to those below.
            await play.Act(client => client.TerminateInstanceAsync("alone", new TerminateInstanceOptions("enough", Recursive: true)));
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, await play.Status("alone.child"));
        });

    [Theory, InEveryWeather]
    public Task Custom_status_is_stored_with_each_episode_cleared_by_null_and_kept_at_the_end(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc("Shows", async context =>
        {
            context.SetCustomStatus("first");
            context.SetCustomStatus(new Dictionary<string, int> { ["step"] = 1 });
            await context.WaitForExternalEvent<string>("Go");
            context.SetCustomStatus(null);
            await context.WaitForExternalEvent<string>("Go");
            context.SetCustomStatus("last");
        }),
        async play =>
        {
            await play.Start("Shows");
            Assert.Equal("{\"step\":1}", (await play.Get()).SerializedCustomStatus);
            await play.Raise("Go");
            Assert.Null((await play.Get()).SerializedCustomStatus);
            await play.Raise("Go");
            Assert.Equal("last", (await play.Get()).ReadCustomStatusAs<string>());
            Assert.Equal(OrchestrationRuntimeStatus.Completed, await play.Status());
        });

    [Theory, InEveryWeather]
    public Task Raising_to_a_missing_or_finished_instance_throws(Weather weather) => Play.Story(
        weather,
        Collects,
        async play =>
        {
            await play.Start("Collects", 1);
            await play.Raise("Letter", "a");
            await Assert.ThrowsAsync<ArgumentException>(() => play.Hub.Client.RaiseEventAsync("nobody", "Letter", "b"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => play.Hub.Client.RaiseEventAsync("one", "Letter", "b"));
        });

    [Theory, InEveryWeather]
    public Task A_start_is_refused_when_the_status_of_the_instance_is_listed(Weather weather) => Play.Story(
        weather,
        Collects,
        async play =>
        {
            StartOrchestrationOptions once = new StartOrchestrationOptions("one").WithDedupeStatuses(All);
            await play.Act(client => client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, once));
            await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
                () => play.Hub.Client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, once));
            await play.Raise("Letter", "a");
            await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
                () => play.Hub.Client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, once));

            StartOrchestrationOptions again = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Running);
            await play.Act(client => client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, again));
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
            await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
                () => play.Hub.Client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, again));
        });

    [Fact]
    public Task Listing_Terminated_while_a_running_instance_may_be_replaced_is_a_mistake() => Play.Story(
        Weather.Calm,
        Collects,
        async play =>
        {
            StartOrchestrationOptions options = new StartOrchestrationOptions("one")
                .WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Running);
            await Assert.ThrowsAsync<ArgumentException>(() => play.Hub.Client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, options));
            await Assert.ThrowsAsync<ArgumentException>(
                () => play.Hub.Client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, options with { DedupeStatuses = ["Asleep"] }));
        });

    [Theory, InEveryWeather]
    public Task Without_a_list_a_running_instance_is_replaced_and_hears_nothing_of_the_old_one(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<string, string>("Waits", async (context, input) =>
        {
            Task due = context.CreateTimer(TimeSpan.FromDays(input == "old" ? 1 : 2), CancellationToken.None);
            await Task.WhenAny(due, context.WaitForExternalEvent<string>("Letter"));
            return input + (due.IsCompleted ? " due" : " rung");
        }),
        async play =>
        {
            await play.Start("Waits", "old");
            await play.Start("Waits", "new");
            await play.SkipTo(Play.Opening.AddDays(1));
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
            await play.RunOut();
            Assert.Equal("new due", await play.Output<string>());
        });

    [Fact]
    public Task Of_fifty_starts_at_once_one_succeeds() => Play.Story(
        Weather.Calm,
        Collects,
        async play =>
        {
            StartOrchestrationOptions options = new StartOrchestrationOptions("one").WithDedupeStatuses(All);
            Task<string>[] starts = [.. Enumerable.Range(0, 50).Select(
                _ => Task.Run(() => play.Hub.Client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, options)))];
            int refused = 0;
            foreach (Task<string> start in starts)
            {
                try
                {
                    await start;
                }
                catch (OrchestrationAlreadyExistsException)
                {
                    refused++;
                }
            }

            Assert.Equal(49, refused);
        });

    [Theory, InEveryWeather]
    public Task Purge_takes_ended_instances_only_and_counts_them(Weather weather) => Play.Story(
        weather,
        tasks =>
        {
            Collects(tasks);
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
            Collects(tasks);
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

    [Fact]
    public Task Pages_of_a_query_stay_stable_while_others_are_written() => Play.Story(
        Weather.Calm,
        Collects,
        async play =>
        {
            foreach (int i in Enumerable.Range(0, 25))
            {
                await play.Start("Collects", i % 2, $"item.{i:00}");
            }

            await play.Start("Collects", 0, "other");
            List<string> seen = [];
            OrchestrationQuery query = new(InstanceIdPrefix: "item.", PageSize: 10);
            await foreach (Page<OrchestrationMetadata> page in play.Hub.Client.GetAllInstancesAsync(query).AsPages())
            {
                seen.AddRange(page.Values.Select(instance => instance.InstanceId));
                await play.Start("Collects", 0, $"item.{seen.Count:00}.new");
                await play.Hub.Client.PurgeInstanceAsync(seen[0]);
            }

            Assert.Equal(seen.Distinct(), seen);
            Assert.All(Enumerable.Range(0, 25), i => Assert.Contains($"item.{i:00}", seen));
            int running = 0;
            await foreach (OrchestrationMetadata instance in play.Hub.Client.GetAllInstancesAsync(
                new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])))
            {
                Assert.True(instance.IsRunning);
                Assert.Throws<InvalidOperationException>(() => instance.ReadInputAs<int>());
                running++;
            }

            Assert.Equal(12, running);
        });

    [Fact]
    public Task Waits_for_start_and_end_return_promptly_and_refuse_what_is_not_there() => Play.Story(
        Weather.Calm,
        Collects,
        async play =>
        {
            DurableTaskClient client = play.Hub.Client;
            await Assert.ThrowsAsync<InvalidOperationException>(() => client.WaitForInstanceStartAsync("nobody"));
            await client.ScheduleNewOrchestrationInstanceAsync(
                "Collects", 1, new StartOrchestrationOptions("one", new DateTimeOffset(Play.Opening.AddHours(1))));
            Task<OrchestrationMetadata> start = client.WaitForInstanceStartAsync("one");
            Task<OrchestrationMetadata> end = client.WaitForInstanceCompletionAsync("one", getInputsAndOutputs: true);
            using CancellationTokenSource impatient = new();
            Task<OrchestrationMetadata> given = client.WaitForInstanceCompletionAsync("one", impatient.Token);
            await play.Settle();
            Assert.False(start.IsCompleted);
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
            await play.RunOut();
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await start).RuntimeStatus);
            Assert.False(end.IsCompleted);
            await play.Raise("Letter", "a");
            Assert.Equal("a", (await end).ReadOutputAs<string>());
        });

    [Theory, InEveryWeather]
    public Task A_scheduled_start_is_pending_until_it_is_due(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<object?, DateTime>("Looks", (context, _) => context.CurrentUtcDateTime),
        async play =>
        {
            await play.Start("Looks", atUtc: Play.Opening.AddDays(40));
            await play.SkipTo(Play.Opening.AddDays(39));
            Assert.Equal(OrchestrationRuntimeStatus.Pending, await play.Status());
            Assert.Equal(1, await play.RunOut());
            Assert.Equal(Play.Opening.AddDays(40), await play.Output<DateTime>());
        });

    [Theory, InEveryWeather]
    public Task Nulls_and_a_megabyte_come_back_as_they_went(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<string?, string?>("Echo", (_, text) => text)
            .AddOrchestratorFunc<string?, string?[]>("Echoes", async (context, text) =>
            [
                text is null ? "null" : "text",
                await context.CallActivityAsync<string?>("Echo", text),
                await context.WaitForExternalEvent<string?>("Letter"),
                context.GetInput<string>(),
            ]),
        async play =>
        {
            string large = new('é', 1 << 19);
            await play.Start("Echoes", large, "large");
            await play.Raise("Letter", large, "large");
            Assert.Equal(new List<string?> { "text", large, large, large }, await play.Output<List<string?>>("large"));
            await play.Start("Echoes", null, "nothing");
            await play.Raise("Letter", null, "nothing");
            Assert.Equal(new List<string?> { "null", null, null, null }, await play.Output<List<string?>>("nothing"));
        });

    [Theory, InEveryWeather]
    public Task An_instance_of_a_newer_version_waits_for_a_newer_program(Weather weather) => Play.Story(
        weather,
        Collects,
        async play =>
        {
            await play.Start("Collects", 0, version: "1.1");
            await play.Start("Collects", 0, id: "older", version: "0.9");
            Assert.Equal(OrchestrationRuntimeStatus.Pending, await play.Status());
            Assert.Equal(OrchestrationRuntimeStatus.Completed, await play.Status("older"));
        });

    [Theory, InEveryWeather]
    public Task A_restart_takes_the_same_input_under_the_same_id_or_a_new_one(Weather weather) => Play.Story(
        weather,
        Collects,
        async play =>
        {
            await play.Start("Collects", 1);
            await play.Raise("Letter", "a");
            await play.Act(client => client.RestartAsync("one"));
            await play.Raise("Letter", "b");
            Assert.Equal("b", await play.Output<string>());
            if (play.Weather == Weather.Calm && weather == Weather.Calm)
            {
                // A new id is made by chance: no two traces have the same.
                string other = await play.Hub.Client.RestartAsync("one", restartWithNewInstanceId: true);
                await play.Settle();
                await play.Raise("Letter", "c", other);
                Assert.Equal("c", await play.Output<string>(other));
                await play.Hub.Client.PurgeInstanceAsync(other);
            }

            await Assert.ThrowsAsync<ArgumentException>(() => play.Hub.Client.RestartAsync("nobody"));
            Assert.Equal(["one"], (await play.Hub.Client.ListInstanceIdsAsync(pageSize: 1, lastInstanceKey: "on")).Values);
        });

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\u0007b")]
    public Task An_id_that_the_other_host_would_refuse_is_refused(string id) => Play.Story(
        Weather.Calm,
        Collects,
        play => Assert.ThrowsAsync<ArgumentException>(() => play.Start("Collects", 0, id)));

    private static void Collects(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<int, string>("Collects", async (context, count) =>
    {
        string all = string.Empty;
        for (int i = 0; i < count; i++)
        {
            all += await context.WaitForExternalEvent<string>("Letter");
            context.SetCustomStatus($"{i + 1}");
        }

        return all;
    });

    private static async Task<int> Purged(Play play, string id, bool recursive = false)
    {
        int purged = 0;
        await play.Act(async client => purged = (await client.PurgeInstanceAsync(id, new PurgeInstanceOptions(recursive))).PurgedInstanceCount);
        return purged;
    }
}
