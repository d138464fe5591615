using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>What a hub tells an observer, OpenTelemetry for one, by the standard .NET means. Without a listener nothing is measured.</summary>
internal sealed class HubSignals : IDisposable
{
    /// <summary>The name of both the source of traces and the meter.</summary>
    public const string Name = "QuarterlyCycle.DurableTask";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _episodes;
    private readonly Counter<long> _activities;
    private readonly Histogram<double> _commits;

    public HubSignals(Func<int> waitingEpisodes, Func<int> waitingActivities, Func<TimeSpan> oldestDueTimer)
    {
        _episodes = _meter.CreateCounter<long>("durabletask.episodes", "{episode}", "Episodes that were run.");
        _activities = _meter.CreateCounter<long>("durabletask.activities", "{activity}", "Activities that were run.");
        _commits = _meter.CreateHistogram<double>("durabletask.commit.duration", "s", "From the beginning of a transaction until it was durable.");
        _meter.CreateObservableGauge(
            "durabletask.queue.depth",
            () => new Measurement<int>[]
            {
                new(waitingEpisodes(), new KeyValuePair<string, object?>("kind", "episode")),
                new(waitingActivities(), new KeyValuePair<string, object?>("kind", "activity")),
            },
            "{item}",
            "Instances with messages and activities that wait to be run.");
        _meter.CreateObservableGauge(
            "durabletask.timer.oldest_due", () => oldestDueTimer().TotalSeconds, "s", "For how long the oldest timer has been due; 0 if none is.");
    }

    public Meter Meter => _meter;

    public bool WantsCommits => _commits.Enabled;

    public void Committed(TimeSpan duration) => _commits.Record(duration.TotalSeconds);

    public Activity? BeginEpisode(string instance, int messages)
    {
        _episodes.Add(1);
        return Source.StartActivity("episode")?.SetTag("durabletask.instance_id", instance).SetTag("durabletask.messages", messages);
    }

    public Activity? BeginActivity(WaitingTask task)
    {
        _activities.Add(1);
        return Source.StartActivity(task.Name)
            ?.SetTag("durabletask.instance_id", task.Instance).SetTag("durabletask.task_id", task.TaskId);
    }

    public void Dispose() => _meter.Dispose();
}
