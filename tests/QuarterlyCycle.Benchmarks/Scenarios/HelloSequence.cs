using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.Benchmarks.Scenarios;

/// <summary>Five activities one after another, many orchestrations in flight.</summary>
internal static class HelloSequence
{
    private const int InFlight = 2_000;
    private const int Orchestrations = 30_000;

    public static async Task<Run> Measure(string root)
    {
        using Place place = new(root);
        await using SqliteTaskHub hub = await place.Open(Tasks);
        hub.Start();
        await Drive(hub, "warm-up", InFlight);

        Run run = new();
        Stretch stretch = new(hub);
        await Drive(hub, "hello", Orchestrations);
        TimeSpan elapsed = stretch.Elapsed;
        run.Add("rate", "orchestrations/s", Orchestrations / elapsed.TotalSeconds);
        stretch.End(run, elapsed);
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
    private static Task Drive(SqliteTaskHub hub, string name, int count)
    {
        int next = 0;
        return Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            int number;
            while ((number = Interlocked.Increment(ref next)) <= count)
            {
                string id = $"{name}-{number}";
                await hub.Client.ScheduleNewOrchestrationInstanceAsync("HelloSequence5", new StartOrchestrationOptions(id));
                await hub.Client.WaitForInstanceCompletionAsync(id);
            }
        })));
    }
}
