using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class ActivityTests
{
    [Theory, InEveryWeather]
    public Task Five_activities_run_one_after_another(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<string, string>("Hello", (_, name) => $"Hello {name}")
            .AddOrchestratorFunc<object?, string>("Sequence", async (context, _) =>
            {
                string all = string.Empty;
                for (int i = 0; i < 5; i++)
                {
                    all += await context.CallActivityAsync<string>("hello", $"{i}") + ";";
                }

                return all;
            }),
        async play =>
        {
            await play.Start("Sequence");
            Assert.Equal("Hello 0;Hello 1;Hello 2;Hello 3;Hello 4;", await play.Output<string>());
            await play.Replays();
            Assert.Equal(["ExecutionStarted", "TaskScheduled 0", "TaskCompleted 0", "TaskScheduled 1"], (await play.Kinds())[..4]);
        });

    [Theory, InEveryWeather]
    public Task A_fan_out_waits_for_all_and_keeps_their_order(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<int, int>("Square", (_, number) => number * number)
            .AddOrchestratorFunc<int, int[]>("FanOut", (context, count) =>
                Task.WhenAll(Enumerable.Range(0, count).Select(number => context.CallActivityAsync<int>("Square", number)))),
        async play =>
        {
            await play.Start("FanOut", 20);
            Assert.Equal(Enumerable.Range(0, 20).Select(number => number * number), await play.Output<int[]>());
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task Of_several_failures_WhenAll_throws_the_first_in_the_order_of_the_calls(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivityFunc<int, int>("Fails", (_, number) => number == 0 ? 0 : throw new InvalidOperationException($"no {number}"))
            .AddOrchestratorFunc<object?, string>("FanOut", async (context, _) =>
            {
                Task<int>[] calls = [.. Enumerable.Range(0, 3).Select(number => context.CallActivityAsync<int>("Fails", number))];
                try
                {
                    await Task.WhenAll(calls);
                    return "no failure";
                }
                catch (TaskFailedException failure)
                {
                    return $"{calls.All(call => call.IsCompleted)} {failure.FailureDetails.ErrorMessage}";
                }
            }),
        async play =>
        {
            await play.Start("FanOut");
            Assert.Equal("True no 1", await play.Output<string>());
        });

    [Theory, InEveryWeather]
    public Task A_failure_carries_name_number_details_and_the_failure_inside(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivity("Throws", new Throwing(new IOException("that", new TimeoutException("too late"))))
            .AddOrchestratorFunc<object?, string[]>("Catches", async (context, _) =>
            {
                try
                {
                    await context.CallActivityAsync("Throws");
                    return [];
                }
                catch (TaskFailedException failure)
                {
                    TaskFailureDetails details = failure.FailureDetails;
                    return
                    [
                        failure.TaskName,
                        $"{failure.TaskId}",
                        failure.Message,
                        details.ErrorType,
                        details.InnerFailure!.ErrorMessage,
                        $"{details.IsCausedBy<SystemException>()} {details.IsCausedBy<TimeoutException>()} {details.InnerFailure.IsCausedBy<TimeoutException>()}",
                    ];
                }
            }),
        async play =>
        {
            await play.Start("Catches");
            Assert.Equal(
                [
                    "Throws",
                    "0",
                    "Task 'Throws' (#0) failed with an unhandled exception: that",
                    "System.IO.IOException",
                    "too late",
                    "True False True",
                ],
                (await play.Output<string[]>())!);
        });

    [Theory, InEveryWeather]
    public Task A_failure_that_nobody_catches_fails_the_orchestration_and_stands_inside_its_own(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivity("Throws", new Throwing(new TimeoutException("too late")))
            .AddOrchestratorFunc("Lets", context => context.CallActivityAsync("Throws")),
        async play =>
        {
            await play.Start("Lets");
            TaskFailureDetails failure = await play.Failure();
            Assert.True(failure.IsCausedBy<TaskFailedException>());
            Assert.True(failure.InnerFailure!.IsCausedBy<TimeoutException>());
        });

    [Theory, InEveryWeather]
    public Task Retries_wait_longer_each_time_up_to_the_longest_wait(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivity("Throws", new Throwing(new TimeoutException("too late")))
            .AddOrchestratorFunc<object?, string>("Retries", async (context, _) =>
            {
                RetryPolicy policy = new(5, TimeSpan.FromSeconds(10), 2, TimeSpan.FromSeconds(35));
                DateTime first = context.CurrentUtcDateTime;
                try
                {
                    await context.CallActivityAsync("Throws", options: TaskOptions.FromRetryPolicy(policy));
                    return "no failure";
                }
                catch (TaskFailedException failure)
                {
                    return $"{failure.TaskId} after {context.CurrentUtcDateTime - first}";
                }
            }),
        async play =>
        {
            await play.Start("Retries");
            await play.RunOut();

            // Ten, twenty and twice thirty-five seconds; and after the last failure a timer that is due at once.
            Assert.Equal("8 after 00:01:40", await play.Output<string>());
            Assert.Equal(
                ["TaskScheduled 8", "TaskFailed 8", "TimerCreated 9", "TimerFired 9", "ExecutionCompleted"], (await play.Kinds())[^5..]);
            await play.Replays();
        });

    [Theory, InEveryWeather]
    public Task Retries_stop_when_the_policy_does_not_want_the_failure(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivity("Throws", new Throwing(new FormatException("wrong")))
            .AddOrchestratorFunc<object?, string>("Retries", async (context, _) =>
            {
                RetryPolicy policy = new(5, TimeSpan.FromSeconds(10)) { HandleFailure = failure => !failure.IsCausedBy<FormatException>() };
                try
                {
                    await context.CallActivityAsync("Throws", options: new TaskOptions(policy));
                    return "no failure";
                }
                catch (TaskFailedException failure)
                {
                    return failure.FailureDetails.ErrorMessage;
                }
            }),
        async play =>
        {
            await play.Start("Retries");
            Assert.Equal("wrong", await play.Output<string>());
            Assert.Equal(["ExecutionStarted", "TaskScheduled 0", "TaskFailed 0", "ExecutionCompleted"], await play.Kinds());
        });

    [Theory, InEveryWeather]
    public Task Retries_stop_when_their_time_is_over(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivity("Throws", new Throwing(new TimeoutException("too late")))
            .AddOrchestratorFunc("Retries", context => context.CallActivityAsync("Throws", options: TaskOptions.FromRetryPolicy(
                new RetryPolicy(100, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(3))))),
        async play =>
        {
            await play.Start("Retries");
            Assert.Equal(3, await play.RunOut());
            await play.Failure();
        });

    [Theory, InEveryWeather]
    public Task A_retry_handler_says_when_to_stop(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivity("Throws", new Throwing(new TimeoutException("too late")))
            .AddOrchestratorFunc("Retries", context => context.CallActivityAsync("Throws", options: TaskOptions.FromRetryHandler(
                retry => retry.LastAttemptNumber < 3 && retry.LastFailure.IsCausedBy<TimeoutException>()))),
        async play =>
        {
            await play.Start("Retries");
            await play.Failure();
            Assert.Equal(3, (await play.Kinds()).Count(kind => kind.StartsWith("TaskFailed", StringComparison.Ordinal)));
        });

    [Theory, InEveryWeather]
    public Task An_activity_that_is_not_registered_fails_and_is_not_tried_again(Weather weather) => Play.Story(
        weather,
        tasks => tasks.AddOrchestratorFunc("Calls", context => context.CallActivityAsync(
            "Missing", options: TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromSeconds(1))))),
        async play =>
        {
            await play.Start("Calls");
            Assert.Contains("'Missing'", (await play.Failure()).ErrorMessage, StringComparison.Ordinal);
            Assert.Null(play.Hub.NextTimerUtc);
        });

    [Theory, InEveryWeather]
    public Task An_orchestrator_that_is_not_registered_fails(Weather weather) => Play.Story(
        weather,
        _ => { },
        async play =>
        {
            await play.Start("Missing");
            Assert.Contains("'Missing'", (await play.Failure()).ErrorMessage, StringComparison.Ordinal);
        });

    [Theory, InEveryWeather]
    public Task A_result_that_comes_twice_counts_once(Weather weather) => Play.Story(
        weather,
        (tasks, play) => tasks
            .AddActivityFunc<int, int>("Count", (_, number) =>
            {
                play.Deeds.Enqueue($"counted {number}");
                return number;
            })
            .AddOrchestratorFunc<object?, int>("Adds", async (context, _) =>
                await context.CallActivityAsync<int>("Count", 1) + await context.CallActivityAsync<int>("Count", 2)),
        async play =>
        {
            await play.Start("Adds");
            Assert.Equal(3, await play.Output<int>());
            Assert.True(play.Deeds.Count >= 2);
        });

    [Theory, InEveryWeather]
    public Task An_activity_is_made_by_the_host_for_each_call_and_knows_whose_it_is(Weather weather) => Play.Story(
        weather,
        tasks => tasks
            .AddActivity<Telling>()
            .AddOrchestratorFunc<object?, string>("Asks", (context, _) => context.CallActivityAsync<string>(nameof(Telling), 7)),
        async play =>
        {
            await play.Start("Asks", version: "1.0");
            Assert.Equal("Telling of one in 1.0: 7", await play.Output<string>());
        });

    private sealed class Telling : TaskActivity<int, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, int input) =>
            Task.FromResult($"{context.Name} of {context.InstanceId} in {context.Version}: {input}");
    }
}
