using System.Globalization;
using System.Text.Json;
using QuarterlyCycle.Benchmarks;
using QuarterlyCycle.Benchmarks.Scenarios;

Dictionary<string, Func<string, TimeSpan, Task<Run>>> scenarios = new()
{
    ["hello-sequence"] = HelloSequence.Measure,
    ["chain"] = Chain.Measure,
    ["fan-out"] = FanOut.Measure,
    ["start"] = DataRequests.Start,
    ["events"] = DataRequests.Events,
    ["cold-start"] = DataRequests.ColdStart,
    ["quarter"] = Quarter.Measure,
    ["replay"] = Replay.Measure,
#if AZURE_STORAGE
    ["submissions"] = Submissions.Measure,
#endif
    ["judge"] = Judge.Measure,
};

if (args.Contains("--help") || args.Length % 2 == 1 || args.Where((_, i) => i % 2 == 0).Any(a => a is not ("--only" or "--json" or "--runs" or "--seconds" or "--dir")))
{
    Console.WriteLine($"--only NAME  one of {string.Join(", ", scenarios.Keys)}\n--runs N     runs of each scenario, 5 if not said\n--seconds N  how long each run measures at least, 30 if not said\n--dir PATH   the disk that is measured; the present folder if not said\n--json FILE  the figures as JSON");
    return args.Contains("--help") ? 0 : 2;
}

string? only = Said("--only");
string root = Path.GetFullPath(Said("--dir") ?? ".");
if (only is not null && !scenarios.ContainsKey(only))
{
    Console.Error.WriteLine($"There is no scenario '{only}'. There are {string.Join(", ", scenarios.Keys)}.");
    return 2;
}

if (!int.TryParse(Said("--runs") ?? "5", CultureInfo.InvariantCulture, out int runs) || runs < 1)
{
    Console.Error.WriteLine("--runs takes a number from 1 on.");
    return 2;
}

if (!int.TryParse(Said("--seconds") ?? "30", CultureInfo.InvariantCulture, out int seconds) || seconds < 0)
{
    Console.Error.WriteLine("--seconds takes a number from 0 on.");
    return 2;
}

CountedSyncs.Begin();
await Machine.Describe(Console.Out, root);
// Azurite needs minutes for its scenario, and npm before the build: it runs when it is named.
List<Figure> figures = [];
foreach ((string name, Func<string, TimeSpan, Task<Run>> measure) in scenarios.Where(scenario => only is null ? scenario.Key != "submissions" : scenario.Key == only))
{
    List<Run> done = [];
    for (int i = 0; i < runs; i++)
    {
        PeakMemory.Forget();
        Run run = await measure(root, TimeSpan.FromSeconds(seconds));
        if (PeakMemory.Megabytes() is { } peak)
        {
            run.Add("peak memory", "MB", peak);
        }

        run.Add("measured", "s", run.Elapsed.TotalSeconds);
        done.Add(run);
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{name}: {runs} runs of at least {seconds} s after a warm-up, load {Machine.Load()} at the end"));
    for (int i = 0; i < done[0].Measured.Count; i++)
    {
        Figure figure = new(name, done[0].Measured[i].Name, done[0].Measured[i].Unit, done.ConvertAll(run => run.Measured[i].Value));
        figures.Add(figure);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {figure.Name,-34} {figure.Median,12:N2} {figure.Unit,-18} ({figure.Min:N2} to {figure.Max:N2})"));
    }
}

if (runs < 5 || seconds < 30)
{
    Console.WriteLine("\nFewer than five runs of 30 s: good for a look, not for publication.");
}

if (Said("--json") is { } file)
{
    await File.WriteAllTextAsync(file, JsonSerializer.Serialize(
        figures.Select(figure => new
        {
            scenario = figure.Scenario,
            figure = figure.Name,
            unit = figure.Unit,
            median = figure.Median,
            min = figure.Min,
            max = figure.Max,
        }),
        new JsonSerializerOptions { WriteIndented = true }));
}

return 0;

string? Said(string option) => Array.IndexOf(args, option) is >= 0 and int place && place + 1 < args.Length ? args[place + 1] : null;
