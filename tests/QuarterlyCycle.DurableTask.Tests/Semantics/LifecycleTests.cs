using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class LifecycleTests
{
    [Theory, InEveryWeather]
    public Task A_suspended_instance_holds_what_comes_and_takes_it_in_order_when_resumed(Weather weather) => Play.Story(
        weather,
        Collector.Register,
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
            await play.Restart(Collector.Register);
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
        Collector.Register,
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
        Collector.Register,
        async play =>
        {
            await play.Start("Collects", 1);
            await play.Together(
                client => client.RaiseEventAsync("one", "Letter", "a"),
                client => client.TerminateInstanceAsync("one", "enough"));
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, await play.Status());
        });

    [Theory, InEveryWeather]
    public Task Termination_beats_an_activity_that_still_runs_and_its_result_goes_nowhere(Weather weather) => Play.Scene(
        weather,
        (tasks, play) => tasks
            .AddActivityFunc<object?, int>("Ends", async (_, _) =>
            {
                play.Deeds.Enqueue("terminates");
                await play.Hub.Client.TerminateInstanceAsync("one", "enough");
                return 1;
            })
            .AddOrchestratorFunc<object?, int>("Works", async (context, _) =>
            {
                int result = await context.CallActivityAsync<int>("Ends");
                play.Deeds.Enqueue("went on");
                return result;
            }),
        async play =>
        {
            await play.Start("Works");
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, await play.Status());
            Assert.Equal("enough", (await play.Get()).ReadOutputAs<string>());
            Assert.Contains("terminates", play.Deeds);
            Assert.DoesNotContain("went on", play.Deeds);
            await play.Restart();
            Assert.Equal(0L, await play.Hub.OnStore("SELECT (SELECT count(*) FROM task) + (SELECT count(*) FROM inbox)"));
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
        Collector.Register,
        async play =>
        {
            await play.Start("Collects", 1);
            await play.Raise("Letter", "a");
            await Assert.ThrowsAsync<ArgumentException>(() => play.Hub.Client.RaiseEventAsync("nobody", "Letter", "b"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => play.Hub.Client.RaiseEventAsync("one", "Letter", "b"));
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
        Collector.Register,
        async play =>
        {
            await play.Start("Collects", 0, version: "1.1");
            await play.Start("Collects", 0, id: "older", version: "0.9");
            Assert.Equal(OrchestrationRuntimeStatus.Pending, await play.Status());
            Assert.Equal(OrchestrationRuntimeStatus.Completed, await play.Status("older"));
        });
}
