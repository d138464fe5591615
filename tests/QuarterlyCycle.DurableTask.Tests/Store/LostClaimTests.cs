using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Store;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Store;

public sealed class LostClaimTests
{
    [Fact]
    public async Task A_worker_that_lost_its_claim_cannot_commit()
    {
        using Scratch scratch = new();
        await using HubStore store = new(scratch.Hub, _ => { });
        InstanceRow row = await Begun(store);
        Assert.NotNull(await store.Commit(Episode(row, "first")));
        Assert.Null(await store.Commit(Episode(row, "second")));
        Assert.Equal("first", (await store.Get("one"))!.CustomStatus);
        Assert.Equal(1L, await store.Ask("SELECT count(*) FROM history"));
    }

    [Fact]
    public async Task A_worker_of_an_execution_that_was_replaced_cannot_commit()
    {
        using Scratch scratch = new();
        await using HubStore store = new(scratch.Hub, _ => { });
        InstanceRow old = await Begun(store);
        InstanceRow now = await Begun(store);
        Assert.NotEqual(old.Execution, now.Execution);
        Assert.Null(await store.Commit(Episode(old, "of the old one")));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await store.Get("one"))!.Status);
        Assert.NotNull(await store.Commit(Episode(now, "of the new one")));
    }

    [Fact]
    public async Task An_episode_whose_message_was_received_before_is_thrown_away_as_a_whole()
    {
        using Scratch scratch = new();
        await using HubStore store = new(scratch.Hub, _ => { });
        InstanceRow row = await Begun(store);
        EpisodeCommit episode = Episode(row, "twice");
        episode.Consumed.Add(new InboxMessage(4711, "one", InboxMessage.AnyExecution, new HistoryEvent(EventKind.EventRaised, Play.Opening)));
        Assert.Null(await store.Commit(episode));
        Assert.Null((await store.Get("one"))!.CustomStatus);
        Assert.Equal(0L, await store.Ask("SELECT count(*) FROM history"));
    }

    private static async Task<InstanceRow> Begun(HubStore store)
    {
        await store.Start(new NewInstance("one", "Waits", "1.0", null, store.NextId(), Play.Opening), []);
        return (await store.Get("one"))!;
    }

    private static EpisodeCommit Episode(InstanceRow row, string customStatus)
    {
        EpisodeCommit episode = new(row)
        {
            After = row with { Status = OrchestrationRuntimeStatus.Running, CustomStatus = customStatus, LastSequence = row.LastSequence + 1 },
        };
        episode.History.Add(new HistoryEvent(EventKind.EpisodeStarted, Play.Opening));
        return episode;
    }
}
