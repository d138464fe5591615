using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class ContinueAsNewTests
{
    [Theory, InEveryWeather]
    public Task It_begins_again_under_the_same_id_with_an_empty_history(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<int, int>("Next", (_, number) => number + 1)
            .AddOrchestratorFunc<int, int>("Counts", async (context, number) =>
            {
                int next = await context.CallActivityAsync<int>("Next", number);
                if (next < 5)
                {
                    context.ContinueAsNew(next);
                }

                return next;
            }),
        async play =>
        {
            await play.Start("Counts", 0);
            Assert.Equal(5, await play.Output<int>());
            Assert.Equal(["ExecutionStarted", "TaskScheduled 0", "TaskCompleted 0", "ExecutionCompleted"], await play.Kinds());
            Assert.Equal("4", (await play.Get()).SerializedInput);
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task The_last_call_wins_and_a_null_input_is_null(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<string?, string>("Begins", (context, input) =>
        {
            if (input == "first")
            {
                context.ContinueAsNew("second");
                context.ContinueAsNew(newInput: null);
            }

            return input ?? "nothing";
        }),
        async play =>
        {
            await play.Start("Begins", "first");
            Assert.Equal("nothing", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task A_throw_after_it_fails_the_instance(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<string?>("Begins", Task (context, _) =>
        {
            context.ContinueAsNew("again");
            throw new TimeoutException("too late");
        }),
        async play =>
        {
            await play.Start("Begins");
            Assert.True((await play.Failure()).IsCausedBy<TimeoutException>());
        });

    [Theory, InEveryWeather]
    public Task Kept_events_follow_the_late_ones_grouped_by_name_in_the_order_first_seen(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<string?, string>("Begins", Collect(preserve: true)),
        async play =>
        {
            await play.Start("Begins");
            await Letters(play);
            Assert.Equal("a=late a=1 a=3 b=2", await play.Output<string>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task Without_keeping_the_buffered_events_go_and_the_late_ones_stay(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<string?, string>("Begins", Collect(preserve: false)),
        async play =>
        {
            await play.Start("Begins");
            await Letters(play);
            Assert.Equal("a=late", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task A_new_version_applies_from_the_next_execution_on(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<string?, string>("Begins", (context, input) =>
        {
            if (input is null)
            {
                context.ContinueAsNew(new ContinueAsNewOptions { NewInput = context.Version, NewVersion = "2.0" });
            }

            return $"{input} then {context.Version}";
        }),
        async play =>
        {
            await play.Start("Begins", version: "1.0");
            Assert.Equal("1.0 then 2.0", await play.Output<string>());
        },
        new Staging { DefaultVersion = "2.0" });

    [Theory, InEveryWeather]
    public Task It_waits_until_no_timer_is_open(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc<string?, string>("Begins", async (context, input) =>
        {
            if (input is null)
            {
                _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                context.ContinueAsNew("again");
                return "not yet";
            }

            return await context.WaitForExternalEvent<string>("Letter");
        }),
        async play =>
        {
            await play.Start("Begins");
            await play.Raise("Letter", "kept");
            Assert.Null((await play.Get()).ReadInputAs<string>());
            await play.RunOut();
            Assert.Equal("kept", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task A_child_that_continues_as_new_still_answers_its_parent(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddOrchestratorFunc<int, int>("Child", (context, number) =>
            {
                if (number < 3)
                {
                    context.ContinueAsNew(number + 1);
                }

                return number;
            })
            .AddOrchestratorFunc<object?, int>("Parent", (context, _) => context.CallSubOrchestratorAsync<int>("Child", 0)),
        async play =>
        {
            await play.Start("Parent");
            Assert.Equal(3, await play.Output<int>());
        });

    // Events a=1, b=2, a=3 are buffered; "go" makes it continue; a=late comes in the same episode, after "go".
    private static Task Letters(Play play) => play.Together(
        client => client.RaiseEventAsync("one", "a", "1"),
        client => client.RaiseEventAsync("one", "b", "2"),
        client => client.RaiseEventAsync("one", "A", "3"),
        client => client.RaiseEventAsync("one", "go"),
        client => client.RaiseEventAsync("one", "a", "late"));

    private static Func<TaskOrchestrationContext, string?, Task<string>> Collect(bool preserve) => async (context, input) =>
    {
        if (input is null)
        {
            await context.WaitForExternalEvent<string?>("go");
            context.ContinueAsNew("again", preserve);
            return "not yet";
        }

        List<string> received = [];
        using CancellationTokenSource over = new();
        Task due = context.CreateTimer(TimeSpan.Zero, over.Token);
        Task<string> a = context.WaitForExternalEvent<string>("a");
        Task<string> b = context.WaitForExternalEvent<string>("b");
        while (await Task.WhenAny(a, b, due) != due)
        {
            if (a.IsCompleted)
            {
                received.Add($"a={a.Result}");
                a = context.WaitForExternalEvent<string>("a");
            }
            else
            {
                received.Add($"b={b.Result}");
                b = context.WaitForExternalEvent<string>("b");
            }
        }

        return string.Join(' ', received);
    };
}
