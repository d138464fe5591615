using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.Benchmarks.Scenarios;

/// <summary>A whole quarter of five thousand officers under the skipping clock: a root, collections of 75, reviews, groups and a board.</summary>
internal static class Quarter
{
    private const int Requests = 5_000;
    private const int Chunk = 75;
    private const int Collections = (Requests + Chunk - 1) / Chunk;
    private const int Groups = 6;

    private static readonly DateTime Opening = new(2026, 7, 1, 8, 0, 0, DateTimeKind.Utc);

    public static Task<Run> Measure(string root, TimeSpan atLeast) => Run.Repeated(atLeast, () => Measure(root));

    private static async Task<Run> Measure(string root)
    {
        using Place place = new(root);
        SkippingClock clock = new(Opening);
        await using SqliteTaskHub hub = await place.Open(Tasks, clock);
        hub.Start();

        Run run = new();
        Stretch stretch = new(hub);
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Quarter", Opening, new StartOrchestrationOptions("quarter"));
        await hub.WhenIdle();
        foreach ((DateTime atUtc, List<int> officers) in Submissions())
        {
            await SkipTo(hub, clock, atUtc);
            await Task.WhenAll(officers.Select(officer => hub.Client.RaiseEventAsync($"request.{officer}", "SubmissionReceived", officer)));
            await hub.WhenIdle();
        }

        await SkipTo(hub, clock, DateTime.MaxValue);
        TimeSpan elapsed = stretch.Elapsed;
        run.Add("elapsed", "s", elapsed.TotalSeconds);
        stretch.End(run, elapsed);
        object? completed = await hub.OnStore("SELECT count(*) FROM instance WHERE status = 1");
        run.Add("completed in the store", "orchestrations", Convert.ToDouble(completed, null));
        run.Add("size of the file", "MB", new FileInfo(place.File).Length / 1048576.0);
        return run;
    }

    // Four in five answer: the first on the second day, the last on the eleventh, hour by hour.
    private static IEnumerable<(DateTime AtUtc, List<int> Officers)> Submissions() => Enumerable.Range(0, Requests)
        .Where(officer => officer % 5 != 0)
        .GroupBy(officer => Opening.AddDays(1).AddHours(officer * 7919 % 240))
        .OrderBy(hour => hour.Key)
        .Select(hour => (hour.Key, hour.ToList()));

    private static async Task SkipTo(SqliteTaskHub hub, SkippingClock clock, DateTime instantUtc)
    {
        while (hub.NextTimerUtc is { } next && next <= instantUtc)
        {
            clock.AdvanceTo(next);
            await hub.WhenIdle();
        }

        if (instantUtc < DateTime.MaxValue)
        {
            clock.AdvanceTo(instantUtc);
        }
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddActivityFunc<string, string>("Send", (_, mail) => mail)
        .AddActivityFunc<int, int>("CountOutstanding", (_, _) => 0)
        .AddActivityFunc<int, List<int>>("ListDataRequests", (_, chunk) =>
            [.. Enumerable.Range(chunk * Chunk, Math.Min(Chunk, Requests - (chunk * Chunk)))])
        .AddOrchestratorFunc<DateTime, string>("Quarter", RunQuarter)
        .AddOrchestratorFunc<int, int>("Collection", RunCollection)
        .AddOrchestratorFunc<int, bool>("DataRequest", RunDataRequest)
        .AddOrchestratorFunc<double[], string>("Stage", RunStage);

    private static async Task<string> RunQuarter(TaskOrchestrationContext context, DateTime opening)
    {
        await context.CallActivityAsync<string>("Send", "opening");
        List<Task> stages = [.. Enumerable.Range(0, Collections).Select(chunk => context.CallSubOrchestratorAsync<int>(
            "Collection", chunk, new SubOrchestrationOptions(instanceId: $"collection.{chunk}")))];
        stages.AddRange(Enumerable.Range(0, Collections).Select(part => Stage(context, $"review.{part}", [14, 16, 18, 21])));
        await context.CreateTimer(opening.AddDays(21), CancellationToken.None);
        stages.AddRange(Enumerable.Range(0, Groups).Select(group => Stage(context, $"group.{group}", [1, 7, 8, 14, 18, 21])));
        await context.CreateTimer(opening.AddDays(42), CancellationToken.None);
        stages.Add(Stage(context, "board", [1, 7, 14, 20]));
        await Task.WhenAll(stages);
        return await context.CallActivityAsync<string>("Send", "closing");
    }

    private static Task<string> Stage(TaskOrchestrationContext context, string id, double[] days) =>
        context.CallSubOrchestratorAsync<string>("Stage", days, new SubOrchestrationOptions(instanceId: id));

    private static async Task<int> RunCollection(TaskOrchestrationContext context, int chunk)
    {
        List<int> officers = await context.CallActivityAsync<List<int>>("ListDataRequests", chunk);
        bool[] returned = await Task.WhenAll(officers.Select(officer => context.CallSubOrchestratorAsync<bool>(
            "DataRequest", officer, new SubOrchestrationOptions(instanceId: $"request.{officer}"))));
        return returned.Count(one => one);
    }

    // The notice, the request, three reminders and the last call; answers stop on the twelfth day.
    private static async Task<bool> RunDataRequest(TaskOrchestrationContext context, int officer)
    {
        DateTime opening = context.CurrentUtcDateTime;
        Task<int> submission = context.WaitForExternalEvent<int>("SubmissionReceived");
        Task<int> extension = context.WaitForExternalEvent<int>("ExtensionGranted");
        Task<int> timetable = context.WaitForExternalEvent<int>("TimetableRevised");
        Task<int> cancellation = context.WaitForExternalEvent<int>("CycleCancelled");
        foreach (int day in new[] { 0, 1, 4, 7, 9, 10, 12 })
        {
            using CancellationTokenSource unneeded = new();
            Task due = context.CreateTimer(opening.AddDays(day), unneeded.Token);
            await Task.WhenAny(submission, extension, timetable, cancellation, due);
            if (submission.IsCompleted)
            {
                if (!due.IsCompleted)
                {
                    unneeded.Cancel();
                }

                return await context.CallActivityAsync<int>("CountOutstanding", officer) == 0;
            }

            await context.CallActivityAsync<string>("Send", $"mail of day {day} to officer {officer}");
        }

        return false;
    }

    private static async Task<string> RunStage(TaskOrchestrationContext context, double[] days)
    {
        DateTime opening = context.CurrentUtcDateTime;
        foreach (double day in days)
        {
            await context.CreateTimer(opening.AddDays(day), CancellationToken.None);
            await context.CallActivityAsync<string>("Send", $"step of day {day}");
        }

        return "done";
    }
}
