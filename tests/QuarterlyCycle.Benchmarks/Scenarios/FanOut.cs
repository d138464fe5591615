using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.Benchmarks.Scenarios;

/// <summary>One orchestration that asks for a thousand activities at once.</summary>
internal static class FanOut
{
    private const int Activities = 1_000;
    private const int Fewest = 10;

    public static async Task<Run> Measure(string root, TimeSpan atLeast)
    {
        using Place place = new(root);
        await using SqliteTaskHub hub = await place.Open(tasks => tasks
            .AddActivityFunc<int, int>("Double", (_, number) => number * 2)
            .AddOrchestratorFunc<int, int>("FanOut", async (context, count) =>
                (await Task.WhenAll(Enumerable.Range(0, count).Select(number => context.CallActivityAsync<int>("Double", number)))).Sum()));
        hub.Start();
        await Drive(hub, "warm-up");

        Run run = new();
        Stretch stretch = new(hub);
        List<double> milliseconds = [];
        for (int i = 0; i < Fewest || stretch.Elapsed < atLeast; i++)
        {
            TimeSpan before = stretch.Elapsed;
            await Drive(hub, $"fan-{i}");
            milliseconds.Add((stretch.Elapsed - before).TotalMilliseconds);
        }

        TimeSpan elapsed = stretch.Elapsed;
        run.Add("1,000 activities, p50", "ms", Run.Percentile(milliseconds, 0.50));
        run.Add("1,000 activities, p99", "ms", Run.Percentile(milliseconds, 0.99));
        run.Add("1,000 activities, longest", "ms", milliseconds.Max());
        stretch.End(run, elapsed);
        run.Add("driven", "activities", milliseconds.Count * Activities);
        object? recorded = await hub.OnStore("SELECT count(*) FROM history WHERE kind = 4 AND instance LIKE 'fan-%'");
        run.Add("completed in the store", "activities", Convert.ToDouble(recorded, null));
        return run;
    }

    private static async Task Drive(SqliteTaskHub hub, string id)
    {
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("FanOut", Activities, new StartOrchestrationOptions(id));
        await hub.Client.WaitForInstanceCompletionAsync(id);
    }
}
