using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.DurableTask;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Semantics;

public sealed class SignalTests
{
    [Fact]
    public Task An_observer_sees_episodes_activities_commits_queues_and_the_oldest_due_timer() => Play.Scene(
        Weather.Calm,
        Tasks,
        async play =>
        {
            ConcurrentDictionary<string, double> seen = new();
            using MeterListener listener = new();
            listener.InstrumentPublished = (instrument, other) =>
            {
                if (instrument.Meter == play.Hub.Meter)
                {
                    other.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
            listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => seen[instrument.Name] = value);
            listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
            listener.Start();

            await play.Start("Steps", id: "observed");
            play.Clock.AdvanceTo(Play.Opening.AddHours(1));
            listener.RecordObservableInstruments();
            Assert.Equal(3, seen["durabletask.episodes"]);
            Assert.Equal(2, seen["durabletask.activities"]);
            Assert.True(seen["durabletask.commit.duration"] > 0);
            Assert.Equal(0, seen["durabletask.queue.depth"]);
            Assert.True(seen["durabletask.timer.oldest_due"] >= 0);
        });

    [Fact]
    public async Task A_timer_that_nobody_has_taken_is_seen_to_be_due()
    {
        SkippingClock clock = new(Play.Opening);
        DateTime due = Play.Opening.AddMinutes(5);
        using HubSignals signals = new(() => 2, () => 7, () => clock.UtcNow > due ? clock.UtcNow - due : TimeSpan.Zero);
        List<(string Name, double Value, string? Kind)> seen = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, other) =>
        {
            if (instrument.Meter == signals.Meter)
            {
                other.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => seen.Add((instrument.Name, value, (string?)tags[0].Value)));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen.Add((instrument.Name, value, null)));
        listener.Start();
        await Task.Run(() => clock.AdvanceTo(due.AddSeconds(90)));
        listener.RecordObservableInstruments();
        Assert.Equal(
            [("durabletask.queue.depth", 2, "episode"), ("durabletask.queue.depth", 7, "activity"), ("durabletask.timer.oldest_due", 90, null)],
            seen.OrderBy(one => one.Name).ToList());
    }

    [Fact]
    public Task A_trace_shows_each_episode_and_activity_with_its_instance_and_what_failed() => Play.Scene(
        Weather.Calm,
        Tasks,
        async play =>
        {
            ConcurrentQueue<string> spans = new();
            using ActivityListener listener = new()
            {
                ShouldListenTo = source => source.Name == HubSignals.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = span =>
                {
                    if (span.GetTagItem("durabletask.instance_id") is "traced")
                    {
                        spans.Enqueue($"{span.OperationName} {span.Status}");
                    }
                },
            };
            ActivitySource.AddActivityListener(listener);
            await play.Start("Steps", id: "traced");
            Assert.Equal(["episode Unset", "Next Unset", "episode Unset", "Breaks Error", "episode Unset"], spans);
        });

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddActivityFunc<int, int>("Next", (_, number) => number + 1)
        .AddActivity("Breaks", new Throwing(new InvalidOperationException("broken")))
        .AddOrchestratorFunc("Steps", async context =>
        {
            await context.CallActivityAsync<int>("Next", 1);
            await context.CallActivityAsync<int>("Breaks");
        });
}
