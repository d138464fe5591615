using Microsoft.DurableTask.Abstractions;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.DurableTask.Store;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>Runs one episode: the waiting messages of one instance, all of them, stored as one transaction.</summary>
internal sealed class EpisodeRunner(
    HubStore store, EngineSettings settings, TimeProvider clock, int warmInstances, Action<InboxMessage> deliver, ILogger logger)
{
    private readonly WarmOrchestrations _warm = new(warmInstances);

    /// <summary>Runs the messages and gives back those that must wait for another: for the start, or for a newer program.</summary>
    public async Task<List<InboxMessage>> Run(string instance, List<InboxMessage> messages)
    {
        while (true)
        {
            Orchestration? live = _warm.Take(instance);
            LoadedInstance? loaded = live is null ? await store.Load(instance) : null;
            InstanceRow? row = live?.Row ?? loaded?.Row;
            Batch batch = Batch.Sort(messages, row);
            if (batch.Dropped.Count > 0 && live is not null)
            {
                // What is in memory may be an execution that has been replaced: only the file says which messages are for nobody.
                continue;
            }

            if (batch.Dropped.Count > 0)
            {
                await store.Drop(batch.Dropped);
            }

            if (row is null || batch.Taken.Count == 0)
            {
                Keep(live);
                return batch.Held;
            }

            if (!batch.Terminates && TaskOrchestrationVersioningUtils.CompareVersions(row.Version, settings.DefaultVersion) > 0)
            {
                Log(row, "waits for a newer program: its version is newer than this one's.");
                return [.. batch.Held, .. batch.Taken];
            }

            DateTime stampUtc = Stamp(row, batch);
            EpisodeCommit commit;
            if (batch.Terminates)
            {
                live = null;
                loaded ??= await store.Load(instance);
                commit = EpisodeBuilder.Terminate(row, loaded?.History ?? [], batch.Taken, stampUtc);
            }
            else
            {
                live ??= Replayed(row, loaded!.History);
                EpisodeOutcome outcome = live.Play(stampUtc, [.. batch.Taken.Select(message => message.Event)]);
                commit = new EpisodeBuilder(store, live, batch.Taken, stampUtc).Build(outcome);
            }

            if (await store.Commit(commit) is not null)
            {
                if (commit.After.Failure is { } failure)
                {
                    Log(row, $"has failed: {failure}");
                }

                Settle(live, commit);
                return batch.Held;
            }

            // Something else was stored first, or one of the messages had been received before: read what is so and try again.
            messages = await store.StillWaiting([.. batch.Held, .. batch.Taken]);
        }
    }

    private Orchestration Replayed(InstanceRow row, List<HistoryEvent> history)
    {
        Orchestration orchestration = new(settings, row, Strayed);
        orchestration.Replay(history);
        return orchestration;
    }

    // Also from one that is no longer kept in memory. Of one that is over or replaced, the message is for nobody.
    private void Strayed(Orchestration orchestration) => deliver(new InboxMessage(
        0, orchestration.Row.Id, orchestration.Row.Execution, new HistoryEvent(EventKind.Strayed, clock.GetUtcNow().UtcDateTime)));

    // Never before what has happened already, nor before the instant of a timer that fires: the clock may have been set back.
    private DateTime Stamp(InstanceRow row, Batch batch)
    {
        DateTime stampUtc = clock.GetUtcNow().UtcDateTime;
        foreach (InboxMessage message in batch.Taken)
        {
            stampUtc = message.Event.FireAtUtc > stampUtc ? message.Event.FireAtUtc.Value : stampUtc;
        }

        return row.UpdatedUtc > stampUtc ? row.UpdatedUtc : stampUtc;
    }

    private void Settle(Orchestration? live, EpisodeCommit commit)
    {
        if (live is null || commit.After.IsOver || commit.After.Execution != commit.Before.Execution)
        {
            return;
        }

        live.Row = commit.After;
        _warm.Put(live);
    }

    private void Keep(Orchestration? live)
    {
        if (live is not null)
        {
            _warm.Put(live);
        }
    }

    private void Log(InstanceRow row, string what) =>
        logger.LogWarning("Orchestration {InstanceId} ({Name} {Version}) {What}", row.Id, row.Name, row.Version, what);
}

/// <summary>The messages of an instance, sorted into those for this episode, those that must wait and those for nobody.</summary>
internal sealed record Batch(List<InboxMessage> Taken, List<InboxMessage> Held, List<InboxMessage> Dropped)
{
    public bool Terminates => Taken.Exists(message => message.Event.Kind == EventKind.ExecutionTerminated);

    public static Batch Sort(List<InboxMessage> messages, InstanceRow? row)
    {
        if (row is null || row.IsOver)
        {
            return new Batch([], [], messages);
        }

        Batch batch = new([], [], []);
        HashSet<(long Id, long TaskRow)> seen = [];
        bool hasStarted = row.LastSequence > 0;
        InboxMessage? start = null;
        foreach (InboxMessage message in messages)
        {
            if (!seen.Add((message.Id, message.TaskRow)))
            {
                continue;
            }

            bool isStart = message.Event.Kind == EventKind.ExecutionStarted;
            if ((message.Execution != InboxMessage.AnyExecution && message.Execution != row.Execution) || (isStart && (hasStarted || start is not null)))
            {
                batch.Dropped.Add(message);
            }
            else if (isStart)
            {
                start = message;
            }
            else
            {
                batch.Taken.Add(message);
            }
        }

        if (start is not null)
        {
            batch.Taken.Insert(0, start);
        }
        else if (!hasStarted && !batch.Terminates)
        {
            batch.Held.AddRange(batch.Taken);
            batch.Taken.Clear();
        }

        return batch;
    }
}
