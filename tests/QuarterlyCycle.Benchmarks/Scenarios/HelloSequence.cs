using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.Benchmarks.Scenarios;

/// <summary>Five activities one after another, many orchestrations in flight.</summary>
internal static class HelloSequence
{
    private const int InFlight = 2_000;
    private const int Fewest = 30_000;

    public static async Task<Run> Measure(string root, TimeSpan atLeast)
    {
        using Place place = new(root);
        await using SqliteTaskHub hub = await place.Open(Tasks);
        hub.Start();
        await Drive(hub, "warm-up", InFlight, TimeSpan.Zero);

        Run run = new();
        Stretch stretch = new(hub);
        List<double> milliseconds = await Drive(hub, "hello", Fewest, atLeast);
        TimeSpan elapsed = stretch.Elapsed;
        run.Add("rate", "orchestrations/s", milliseconds.Count / elapsed.TotalSeconds);
        run.Add("start to end, p50", "ms", Run.Percentile(milliseconds, 0.50));
        run.Add("start to end, p99", "ms", Run.Percentile(milliseconds, 0.99));
        stretch.End(run, elapsed);
        run.Add("driven", "orchestrations", milliseconds.Count);
        object? completed = await hub.OnStore("SELECT count(*) FROM instance WHERE status = 1");
        run.Add("completed in the store", "orchestrations", Convert.ToDouble(completed, null) - InFlight);
        run.Add("in flight", "orchestrations", InFlight);
        return run;
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddActivityFunc<string, string>("SayHello", (_, city) => $"Hello {city}!")
        .AddOrchestratorFunc<object?, string[]>("HelloSequence5", async (context, _) =>
        [
            await context.CallActivityAsync<string>("SayHello", "Tokyo"),
            await context.CallActivityAsync<string>("SayHello", "Seattle"),
            await context.CallActivityAsync<string>("SayHello", "London"),
            await context.CallActivityAsync<string>("SayHello", "Amsterdam"),
            await context.CallActivityAsync<string>("SayHello", "Sheffield"),
        ]);

    // As many callers as there are in flight: each starts its next when its last has ended.
    private static async Task<List<double>> Drive(SqliteTaskHub hub, string name, int fewest, TimeSpan atLeast)
    {
        long began = Stopwatch.GetTimestamp();
        int next = 0;
        List<double>[] each = await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            List<double> milliseconds = [];
            int number;
            while ((number = Interlocked.Increment(ref next)) <= fewest || Stopwatch.GetElapsedTime(began) < atLeast)
            {
                string id = $"{name}-{number}";
                long started = Stopwatch.GetTimestamp();
                await hub.Client.ScheduleNewOrchestrationInstanceAsync("HelloSequence5", new StartOrchestrationOptions(id));
                await hub.Client.WaitForInstanceCompletionAsync(id);
                milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return milliseconds;
        })));
        return [.. each.SelectMany(one => one)];
    }
}
