using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Store;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>Turns what an episode came to into what is stored.</summary>
internal sealed class EpisodeBuilder(HubStore store, Orchestration live, List<InboxMessage> taken, DateTime stampUtc)
{
    private readonly InstanceRow _row = live.Row;

    /// <summary>The end of an instance from outside: its code is not asked.</summary>
    public static EpisodeCommit Terminate(InstanceRow row, List<HistoryEvent> history, List<InboxMessage> taken, DateTime stampUtc)
    {
        EpisodeCommit commit = Begin(row, taken, stampUtc);
        string? reason = taken.First(message => message.Event.Kind == EventKind.ExecutionTerminated).Event.Data;
        HashSet<int> fired = [.. history.Where(past => past.Kind == EventKind.TimerFired).Select(past => past.TaskId)];
        commit.CancelledTimers.AddRange(history
            .Where(past => past.Kind == EventKind.TimerCreated && past.Message != 0 && !fired.Contains(past.TaskId))
            .Select(past => past.Message));
        End(commit, row with { Output = reason }, OrchestrationRuntimeStatus.Terminated, stampUtc);
        return commit;
    }

    public EpisodeCommit Build(EpisodeOutcome outcome)
    {
        EpisodeCommit commit = Begin(_row, taken, stampUtc);
        commit.CancelledTimers.AddRange(outcome.CancelledTimers);
        foreach (HistoryEvent asked in outcome.Asked)
        {
            commit.History.Add(Send(asked, commit));
        }

        InstanceRow row = _row with { CustomStatus = outcome.CustomStatus };
        if (outcome.Failure is { } failure)
        {
            End(commit, row with { Failure = failure }, OrchestrationRuntimeStatus.Failed, stampUtc);
        }
        else if (outcome.HasCompleted)
        {
            End(commit, row with { Output = outcome.Output }, OrchestrationRuntimeStatus.Completed, stampUtc);
        }
        else if (outcome.Continuation is { } continuation)
        {
            BeginAgain(commit, row, continuation);
        }
        else
        {
            commit.After = row with
            {
                Status = outcome.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running,
                UpdatedUtc = stampUtc,
                LastSequence = _row.LastSequence + commit.History.Count,
            };
        }

        return commit;
    }

    private static EpisodeCommit Begin(InstanceRow row, List<InboxMessage> taken, DateTime stampUtc)
    {
        EpisodeCommit commit = new(row);
        commit.Consumed.AddRange(taken);
        commit.History.Add(new HistoryEvent(EventKind.EpisodeStarted, stampUtc));
        commit.History.AddRange(taken.Where(message => message.Event.Kind != EventKind.Strayed).Select(message => message.Event));
        return commit;
    }

    private static void End(EpisodeCommit commit, InstanceRow row, OrchestrationRuntimeStatus status, DateTime stampUtc)
    {
        commit.History.Add(new HistoryEvent(EventKind.ExecutionCompleted, stampUtc)
        {
            Data = row.Output,
            Detail = status.ToString(),
            Failure = row.Failure,
        });
        commit.After = row with { Status = status, UpdatedUtc = stampUtc, LastSequence = row.LastSequence + commit.History.Count };
    }

    private HistoryEvent Send(HistoryEvent asked, EpisodeCommit commit)
    {
        switch (asked.Kind)
        {
            case EventKind.TaskScheduled:
                commit.Tasks.Add(new WaitingTask(
                    store.NextId(), _row.Id, _row.Execution, asked.TaskId, asked.Name!, asked.Version!, asked.Data));
                return asked;
            case EventKind.SubOrchestrationCreated:
                commit.Children.Add(new NewInstance(asked.Other!, asked.Name!, asked.Version!, asked.Data, store.NextId(), stampUtc)
                {
                    Parent = new ParentCall(_row.Id, _row.Name, _row.Execution, asked.TaskId),
                });
                return asked;
            case EventKind.EventSent:
                commit.Messages.Add(Raised(asked.Other!, asked.Name!, asked.Data));
                return asked;
            case EventKind.TimerCreated when live.IsOpen(asked.TaskId):
                return Timer(asked, commit);
            default:
                // A timer that was cancelled before it was ever stored: the history has it, the inbox does not.
                return asked;
        }
    }

    private HistoryEvent Timer(HistoryEvent asked, EpisodeCommit commit)
    {
        DateTime dueUtc = asked.FireAtUtc!.Value;
        HistoryEvent fired = new(EventKind.TimerFired, stampUtc) { TaskId = asked.TaskId, FireAtUtc = dueUtc };
        InboxMessage message = new(store.NextId(), _row.Id, _row.Execution, fired) { DueUtc = dueUtc > stampUtc ? dueUtc : null };
        commit.Messages.Add(message);
        live.TimerStored(asked.TaskId, message.Id);
        return asked with { Message = message.Id };
    }

    private InboxMessage Raised(string instance, string name, string? data) => new(
        store.NextId(),
        instance,
        InboxMessage.AnyExecution,
        new HistoryEvent(EventKind.EventRaised, stampUtc) { Name = name, Data = data });

    private void BeginAgain(EpisodeCommit commit, InstanceRow row, Continuation continuation)
    {
        commit.History.Clear();
        commit.After = row with
        {
            Execution = store.NextId(),
            Version = continuation.Version ?? row.Version,
            Input = continuation.Input,
            Status = OrchestrationRuntimeStatus.Running,
            UpdatedUtc = stampUtc,
            LastSequence = 0,
        };
        HistoryEvent started = new(EventKind.ExecutionStarted, stampUtc)
        {
            Name = row.Name,
            Version = commit.After.Version,
            Data = continuation.Input,
            Other = row.Parent?.Instance,
            Detail = row.Parent?.Name,
        };
        commit.Messages.Add(new InboxMessage(store.NextId(), row.Id, commit.After.Execution, started) { GoesFirst = true });
        commit.Messages.AddRange(continuation.Kept.Select(kept => Raised(row.Id, kept.Name, kept.Data) with { GoesFirst = true }));
    }
}
