using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class StartTests
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
    public Task A_start_is_refused_when_the_status_of_the_instance_is_listed(Weather weather) => Play.Story(
        weather,
        Collector.Register,
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

    [Theory, InEveryWeather]
    public Task Listing_Terminated_while_a_running_instance_may_be_replaced_is_a_mistake_that_touches_nothing(Weather weather) => Play.Story(
        weather,
        Collector.Register,
        async play =>
        {
            await play.Start("Collects", 1);
            StartOrchestrationOptions options = new StartOrchestrationOptions("one")
                .WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Running);
            ArgumentException mistaken = await Assert.ThrowsAsync<ArgumentException>(
                () => play.Hub.Client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, options));
            Assert.Contains("unless Pending, Running and Suspended are listed too", mistaken.Message, StringComparison.Ordinal);
            ArgumentException unknown = await Assert.ThrowsAsync<ArgumentException>(
                () => play.Hub.Client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, options with { DedupeStatuses = ["Asleep"] }));
            Assert.Contains("'Asleep'", unknown.Message, StringComparison.Ordinal);
            await play.Raise("Letter", "a");
            Assert.Equal("a", await play.Output<string>());
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

    [Theory, InEveryWeather]
    public Task Of_fifty_starts_at_once_one_succeeds(Weather weather) => Play.Story(
        weather,
        Collector.Register,
        async play =>
        {
            StartOrchestrationOptions options = new StartOrchestrationOptions("one").WithDedupeStatuses(All);
            bool[] started = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => play.Insist(async client =>
            {
                try
                {
                    await client.ScheduleNewOrchestrationInstanceAsync("Collects", 1, options);
                    return true;
                }
                catch (OrchestrationAlreadyExistsException)
                {
                    return false;
                }
            }))));
            await play.Settle();

            // Where the process dies before it can answer, the one who has started it asks again and is told that it is there.
            Assert.Equal(play.Weather == Weather.KilledAfterEveryCommit ? 0 : 1, started.Count(one => one));
            Assert.Equal(1L, await play.Hub.OnStore("SELECT count(DISTINCT execution) FROM history"));
            Assert.Equal(["ExecutionStarted"], await play.Kinds());
            await play.Raise("Letter", "a");
            Assert.Equal("a", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task Waits_for_start_and_end_return_promptly_and_refuse_what_is_not_there(Weather weather) => Play.Story(
        weather,
        Collector.Register,
        async play =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => play.Hub.Client.WaitForInstanceStartAsync("nobody"));
            await play.Start("Collects", 1, atUtc: Play.Opening.AddHours(1));
            Task<OrchestrationMetadata> start = play.Insist(client => client.WaitForInstanceStartAsync("one"));
            Task<OrchestrationMetadata> end = play.Insist(client => client.WaitForInstanceCompletionAsync("one", getInputsAndOutputs: true));
            using CancellationTokenSource impatient = new();
            Task<OrchestrationMetadata> given = play.Hub.Client.WaitForInstanceCompletionAsync("one", impatient.Token);
            await play.Settle();
            Assert.False(start.IsCompleted);
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
            await play.RunOut();
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await start.WaitAsync(TimeSpan.FromSeconds(20))).RuntimeStatus);
            Assert.False(end.IsCompleted);
            await play.Raise("Letter", "a");
            Assert.Equal("a", (await end.WaitAsync(TimeSpan.FromSeconds(20))).ReadOutputAs<string>());
        });

    [Theory, InEveryWeather]
    public Task A_restart_takes_the_same_input_under_the_same_id_or_a_new_one(Weather weather) => Play.Story(
        weather,
        Collector.Register,
        async play =>
        {
            await play.Start("Collects", 1, version: "0.9");
            await play.Raise("Letter", "a");
            await play.Act(client => client.RestartAsync("one"));
            await play.Raise("Letter", "b");
            Assert.Equal("b", await play.Output<string>());

            await play.Act(client => client.RestartAsync("one", restartWithNewInstanceId: true));
            string other = (await play.Hub.Client.ListInstanceIdsAsync()).Values.Single(id => id != "one");
            await play.Raise("Letter", "c", other);
            Assert.Equal("c", await play.Output<string>(other));
            Assert.Equal("b", await play.Output<string>());

            // A new id is made by chance: no two traces have the same.
            await play.Act(client => client.PurgeInstanceAsync(other));
            Assert.Equal(["one"], (await play.Hub.Client.ListInstanceIdsAsync(pageSize: 1, lastInstanceKey: "on")).Values);
        });

    [Theory, InEveryWeather]
    public Task A_restart_of_one_that_still_runs_takes_its_place(Weather weather) => Play.Story(
        weather,
        Collector.Register,
        async play =>
        {
            await play.Start("Collects", 2);
            await play.Raise("Letter", "old");
            await play.Act(client => client.RestartAsync("one"));
            Assert.Null((await play.Get()).SerializedCustomStatus);
            await play.Raise("Letter", "a");
            await play.Raise("Letter", "b");
            Assert.Equal("ab", await play.Output<string>());
        });

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\u0007b")]
    public Task An_id_that_the_other_host_would_refuse_is_refused(string id) => Play.Story(
        Weather.Calm,
        Collector.Register,
        play => Assert.ThrowsAsync<ArgumentException>(() => play.Start("Collects", 0, id)));
}
