using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.Benchmarks.Scenarios;

/// <summary>Five thousand instances that wait as a data request does: four events and a timer.</summary>
internal static class DataRequests
{
    private const int Requests = 5_000;

    /// <summary>From the first start to the last that waits.</summary>
    public static Task<Run> Start(string root, TimeSpan atLeast) => Run.Repeated(atLeast, () => Started(root));

    /// <summary>From the first event raised to the last that is history.</summary>
    public static Task<Run> Events(string root, TimeSpan atLeast) => Run.Repeated(atLeast, () => Raised(root));

    /// <summary>From the opening of the file to the first answer, with all of them asleep.</summary>
    public static async Task<Run> ColdStart(string root, TimeSpan atLeast)
    {
        using Place place = new(root);
        await using (SqliteTaskHub first = await place.Open(Tasks))
        {
            first.Start();
            await Start(first, "request", Requests);
        }

        PeakMemory.Forget();
        int next = 0;
        return await Run.Repeated(atLeast, () => Opened(place, next++ % Requests));
    }

    private static async Task<Run> Started(string root)
    {
        using Place place = new(root);
        await using SqliteTaskHub hub = await place.Open(Tasks);
        hub.Start();
        await Start(hub, "warm-up", 500);

        Run run = new();
        Stretch stretch = new(hub);
        await Start(hub, "request", Requests);
        TimeSpan elapsed = stretch.Elapsed;
        run.Add("5,000 started to waiting", "s", elapsed.TotalSeconds);
        stretch.End(run, elapsed);
        run.Add("waiting in the store", "orchestrations", await Count(hub, "SELECT count(*) FROM instance WHERE status = 0") - 500);
        return run;
    }

    private static async Task<Run> Raised(string root)
    {
        using Place place = new(root);
        await using SqliteTaskHub hub = await place.Open(Tasks);
        hub.Start();
        await Start(hub, "request", Requests);

        Run run = new();
        Stretch stretch = new(hub);
        await Task.WhenAll(Enumerable.Range(0, Requests).Select(number => hub.Client.RaiseEventAsync($"request-{number}", "SubmissionReceived", 1)));
        run.Add("5,000 raised to accepted", "s", stretch.Elapsed.TotalSeconds);
        await hub.WhenIdle();
        TimeSpan elapsed = stretch.Elapsed;
        run.Add("5,000 raised to recorded", "s", elapsed.TotalSeconds);
        stretch.End(run, elapsed);
        run.Add("recorded in the store", "events", await Count(hub, "SELECT count(*) FROM history WHERE kind = 12"));
        return run;
    }

    private static async Task<Run> Opened(Place place, int request)
    {
        Run run = new();
        Stretch opening = new(null);
        await using SqliteTaskHub hub = await place.Open(Tasks);
        hub.Start();
        await hub.WhenIdle();
        run.Add("open with 5,000 asleep", "s", opening.Elapsed.TotalSeconds);
        await hub.Client.RaiseEventAsync($"request-{request}", "SubmissionReceived", 1);
        await hub.WhenIdle();
        TimeSpan elapsed = opening.Elapsed;
        run.Add("open to the first event answered", "s", elapsed.TotalSeconds);
        opening.End(run, elapsed);
        return run;
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddActivityFunc<string, int>("CountOutstanding", (_, _) => 1)
        .AddOrchestratorFunc<string, int>("DataRequest", async (context, request) =>
        {
            Task<int> submission = context.WaitForExternalEvent<int>("SubmissionReceived");
            Task<int> extension = context.WaitForExternalEvent<int>("ExtensionGranted");
            Task<int> timetable = context.WaitForExternalEvent<int>("TimetableRevised");
            Task<int> cancellation = context.WaitForExternalEvent<int>("CycleCancelled");
            int outstanding = 1;
            while (outstanding > 0)
            {
                using CancellationTokenSource unneeded = new();
                Task due = context.CreateTimer(TimeSpan.FromDays(2), unneeded.Token);
                Task first = await Task.WhenAny(submission, extension, timetable, cancellation, due);
                if (first == due)
                {
                    break;
                }

                unneeded.Cancel();
                submission = context.WaitForExternalEvent<int>("SubmissionReceived");
                outstanding = await context.CallActivityAsync<int>("CountOutstanding", request);
            }

            return outstanding;
        });

    private static async Task Start(SqliteTaskHub hub, string name, int count)
    {
        await Task.WhenAll(Enumerable.Range(0, count).Select(number => hub.Client.ScheduleNewOrchestrationInstanceAsync(
            "DataRequest", $"{name}-{number}", new StartOrchestrationOptions($"{name}-{number}"))));
        await hub.WhenIdle();
    }

    private static async Task<double> Count(SqliteTaskHub hub, string sql) => Convert.ToDouble(await hub.OnStore(sql), null);
}
