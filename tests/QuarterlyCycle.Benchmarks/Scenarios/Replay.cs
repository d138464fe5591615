using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.Benchmarks.Scenarios;

/// <summary>Whether twice the history takes twice the time, and no more.</summary>
internal static class Replay
{
    private const int Steps = 2_000;
    private const int Fewest = 50;

    public static async Task<Run> Measure(string root, TimeSpan atLeast)
    {
        using Place place = new(root);
        await using SqliteTaskHub hub = await place.Open(Tasks);
        hub.Start();
        string one = await Recorded(hub, "one", Steps);
        string twice = await Recorded(hub, "twice", 2 * Steps);
        DurableTaskRegistry registry = new();
        Tasks(registry);

        // Until the compiler has settled: it works on the busiest code for a while after it is first used.
        Quickest(one, twice, registry, TimeSpan.Zero);
        Run run = new();
        Stretch stretch = new(null);
        (double single, double doubled) = Quickest(one, twice, registry, atLeast);
        run.Add($"{Steps} steps", "ms", single);
        run.Add($"{2 * Steps} steps", "ms", doubled);
        run.Add("twice the history", "times as long", doubled / single);
        stretch.End(run, stretch.Elapsed);
        return run;
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddActivityFunc<int, int>("Step", (_, number) => number + 1)
        .AddOrchestratorFunc<int, int>("Chain", async (context, steps) =>
        {
            int number = 0;
            while (number < steps)
            {
                number = await context.CallActivityAsync<int>("Step", number);
            }

            return number;
        });

    private static async Task<string> Recorded(SqliteTaskHub hub, string id, int steps)
    {
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Chain", steps, new StartOrchestrationOptions(id));
        await hub.Client.WaitForInstanceCompletionAsync(id);
        return await hub.ExportHistory(id);
    }

    // The quickest of many, by turns: what others do on the machine only ever adds.
    private static (double One, double Twice) Quickest(string one, string twice, DurableTaskRegistry registry, TimeSpan atLeast)
    {
        (double One, double Twice) quickest = (double.MaxValue, double.MaxValue);
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < Fewest || Stopwatch.GetElapsedTime(began) < atLeast; i++)
        {
            quickest = (Math.Min(quickest.One, Timed(one, registry)), Math.Min(quickest.Twice, Timed(twice, registry)));
        }

        return quickest;
    }

    private static double Timed(string history, DurableTaskRegistry registry)
    {
        long began = Stopwatch.GetTimestamp();
        HistoryReplayer.Replay(history, registry);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
