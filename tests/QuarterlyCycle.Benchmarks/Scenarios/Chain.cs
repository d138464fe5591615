using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.Benchmarks.Scenarios;

/// <summary>One orchestration, one step after another: what a single commit costs.</summary>
internal static class Chain
{
    private const int Steps = 5_000;

    public static async Task<Run> Measure(string root, TimeSpan atLeast)
    {
        List<long> stepped = [];
        using Place place = new(root);
        await using SqliteTaskHub hub = await place.Open(tasks => tasks
            .AddActivityFunc<int, int>("Step", (_, number) =>
            {
                stepped.Add(Stopwatch.GetTimestamp());
                return number + 1;
            })
            .AddOrchestratorFunc<int, int>("Chain", async (context, steps) =>
            {
                int number = 0;
                while (number < steps)
                {
                    number = await context.CallActivityAsync<int>("Step", number);
                }

                return number;
            }));
        hub.Start();
        await Drive(hub, "warm-up", 500);

        Run run = new();
        List<double> milliseconds = [];
        int chains = 0;
        Stretch stretch = new(hub);
        do
        {
            stepped.Clear();
            await Drive(hub, $"chain-{chains++}", Steps);
            milliseconds.AddRange(stepped.Zip(stepped.Skip(1), (one, next) => Stopwatch.GetElapsedTime(one, next).TotalMilliseconds));
        }
        while (stretch.Elapsed < atLeast);

        TimeSpan elapsed = stretch.Elapsed;
        run.Add("rate", "steps/s", chains * Steps / elapsed.TotalSeconds);
        run.Add("step, p50", "ms", Run.Percentile(milliseconds, 0.50));
        run.Add("step, p99", "ms", Run.Percentile(milliseconds, 0.99));
        stretch.End(run, elapsed);
        run.Add("steps driven", "steps", chains * Steps);
        object? recorded = await hub.OnStore("SELECT count(*) FROM history WHERE kind = 4 AND instance LIKE 'chain-%'");
        run.Add("completed in the store", "steps", Convert.ToDouble(recorded, null));
        return run;
    }

    private static async Task Drive(SqliteTaskHub hub, string id, int steps)
    {
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Chain", steps, new StartOrchestrationOptions(id));
        await hub.Client.WaitForInstanceCompletionAsync(id);
    }
}
