using System.Diagnostics;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.Benchmarks;

/// <summary>A measured stretch of a run: time, processor, commits and syncs from its beginning to its end.</summary>
internal sealed class Stretch
{
    private readonly SqliteTaskHub? _hub;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;
    private readonly long _commits;
    private readonly long _syncs = CountedSyncs.Count;

    public Stretch(SqliteTaskHub? hub)
    {
        _hub = hub;
        _commits = hub?.Commits ?? 0;
    }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_began);

    /// <summary>Writes down what does not depend on the scenario.</summary>
    public void End(Run run, TimeSpan elapsed)
    {
        run.Elapsed = elapsed;
        run.Add("processor time", "s", (Environment.CpuUsage.TotalTime - _processor).TotalSeconds);
        if (_hub is null)
        {
            return;
        }

        double commits = _hub.Commits - _commits;
        run.Add("commits", "commits", commits);
        run.Add("commits per second", "commits/s", commits / elapsed.TotalSeconds);
        if (CountedSyncs.AreCounted)
        {
            run.Add("syncs of the file", "syncs", CountedSyncs.Count - _syncs);
        }
    }
}
