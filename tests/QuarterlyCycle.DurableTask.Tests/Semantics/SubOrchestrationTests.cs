using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class SubOrchestrationTests
{
    [Theory, InEveryWeather]
    public Task Children_have_the_ids_that_were_given_and_know_their_parent(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc<int, string>("Child", (context, number) => $"{context.Parent!.Name} {context.Parent.InstanceId} {number}")
            .AddOrchestratorFunc<object?, string[]>("Parent", (context, _) => Task.WhenAll(Enumerable.Range(0, 3).Select(number =>
                context.CallSubOrchestratorAsync<string>("Child", number, new SubOrchestrationOptions(instanceId: $"one.{number}"))))),
        async play =>
        {
            await play.Start("Parent");
            Assert.Equal(["Parent one 0", "Parent one 1", "Parent one 2"], (await play.Output<string[]>())!);
            Assert.Equal("Parent one 2", await play.Output<string>("one.2"));
            await play.Replays();
            await play.Replays("one.1");
        });

    [Theory, InEveryWeather]
    public Task An_automatic_id_is_the_next_identifier_without_hyphens(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc<object?, string>("Child", (context, _) => context.InstanceId)
            .AddOrchestratorFunc<object?, string>("Parent", async (context, _) =>
            {
                context.NewGuid();
                return await context.CallSubOrchestratorAsync<string>("Child");
            }),
        async play =>
        {
            await play.Start("Parent");
            Assert.Equal(NameGuid.Create("one", Play.Opening, 1).ToString("N"), await play.Output<string>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task A_retry_keeps_the_id_of_the_child(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc<object?, string>("Child", (context, _) => context.CurrentUtcDateTime < Play.Opening.AddMinutes(2)
                ? throw new TimeoutException("not yet")
                : context.InstanceId)
            .AddOrchestratorFunc<object?, string>("Parent", (context, _) => context.CallSubOrchestratorAsync<string>(
                "Child", options: TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMinutes(1))).WithInstanceId("child"))),
        async play =>
        {
            await play.Start("Parent");
            await play.RunOut();
            Assert.Equal("child", await play.Output<string>());
            Assert.Equal(3, (await play.Kinds()).Count(kind => kind.StartsWith("SubOrchestrationCreated", StringComparison.Ordinal)));
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task Failures_nest_from_grandchild_to_parent(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivity("Throws", new Throwing(new TimeoutException("too late")))
            .AddOrchestratorFunc("Grandchild", context => context.CallActivityAsync("Throws"))
            .AddOrchestratorFunc("Child", context => context.CallSubOrchestratorAsync("Grandchild"))
            .AddOrchestratorFunc<object?, bool>("Parent", async (context, _) =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child");
                    return false;
                }
                catch (TaskFailedException failure)
                {
                    return failure.TaskName == "Child"
                        && failure.FailureDetails.IsCausedBy<TaskFailedException>()
                        && failure.FailureDetails.InnerFailure!.IsCausedBy<TaskFailedException>()
                        && failure.FailureDetails.InnerFailure!.InnerFailure!.IsCausedBy<TimeoutException>();
                }
            }),
        async play =>
        {
            await play.Start("Parent");
            Assert.True(await play.Output<bool>());

            // Where a thing was thrown differs from run to run, and a history is the same.
            Assert.DoesNotContain("stackTrace", await play.Hub.ExportHistory("one"), StringComparison.OrdinalIgnoreCase);
        });

    [Theory, InEveryWeather]
    public Task A_terminated_child_throws_in_its_parent(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc<object?, string>("Child", (context, _) => context.WaitForExternalEvent<string>("Never"))
            .AddOrchestratorFunc<object?, string>("Parent", async (context, _) =>
            {
                try
                {
                    return await context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions(instanceId: "child"));
                }
                catch (TaskFailedException failure)
                {
                    return failure.FailureDetails.ErrorMessage;
                }
            }),
        async play =>
        {
            await play.Start("Parent");
            await play.Act(client => client.TerminateInstanceAsync("child", "enough"));
            Assert.Contains("'child' was terminated", await play.Output<string>(), StringComparison.Ordinal);
        });

    [Theory, InEveryWeather]
    public Task A_child_id_that_is_in_use_fails_the_call_at_once(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc<object?, string>("Child", (context, _) => context.WaitForExternalEvent<string>("Go"))
            .AddOrchestratorFunc<object?, string>("Parent", async (context, _) =>
            {
                Task<string> first = context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions(instanceId: "child"));
                try
                {
                    return await context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions(instanceId: "child"));
                }
                catch (TaskFailedException failure) when (failure.FailureDetails.IsCausedBy<global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException>())
                {
                    context.SendEvent("child", "Go", "first");
                    return await first;
                }
            }),
        async play =>
        {
            await play.Start("Parent");
            Assert.Equal("first", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task Activities_inherit_the_version_and_a_child_takes_the_default_unless_told(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivity("Version", new TellVersion())
            .AddOrchestratorFunc<object?, string>("Child", (context, _) => context.CallActivityAsync<string>("Version"))
            .AddOrchestratorFunc<object?, string>("Parent", async (context, _) =>
                await context.CallActivityAsync<string>("Version") + " "
                + await context.CallSubOrchestratorAsync<string>("Child") + " "
                + await context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions { Version = context.Version })),
        async play =>
        {
            await play.Start("Parent", version: "1.1");
            Assert.Equal("1.1 2.0 1.1", await play.Output<string>());
            await play.Replays();
        },
        new Staging { DefaultVersion = "2.0" });

    [Theory, InEveryWeather]
    public Task A_parent_is_not_over_before_its_children_awaited_or_not(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc<object?, string>("Child", (context, _) => context.WaitForExternalEvent<string>("Go"))
            .AddOrchestratorFunc<object?, string>("Parent", (context, _) =>
            {
                _ = context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions(instanceId: "child"));
                return "returned";
            }),
        async play =>
        {
            await play.Start("Parent");
            Assert.Equal(OrchestrationRuntimeStatus.Running, await play.Status());
            await play.Raise("Go", "now", "child");
            Assert.Equal("returned", await play.Output<string>());
        });

    private sealed class TellVersion : TaskActivity<object?, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, object? input) => Task.FromResult(context.Version);
    }
}
