using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>The acts that change or read the hub's file; each is one piece of a commit.</summary>
internal sealed class HubStore : IAsyncDisposable
{
    // Ids are handed out in memory; the file only knows up to where they are spoken for.
    private const long IdBlock = 1_000_000;

    private readonly HubFile _file;
    private readonly StoreThread _thread;
    private readonly InstanceTable _instances;
    private readonly HistoryTable _history;
    private readonly InboxTable _inbox;
    private readonly TaskTable _tasks;
    private readonly Statement _reserveIds;
    private readonly Action<Arrivals> _arrived;
    private long _lastId;
    private long _reserved;

    public HubStore(string path, Action<Arrivals> arrived)
    {
        HubFile file = HubFile.Open(path);
        _file = file;
        _lastId = file.ReserveIds(IdBlock);
        _reserved = _lastId + IdBlock;
        _instances = new InstanceTable(file.Connection);
        _history = new HistoryTable(file.Connection);
        _inbox = new InboxTable(file.Connection);
        _tasks = new TaskTable(file.Connection);
        _reserveIds = new Statement(file.Connection, "UPDATE meta SET value = $1 WHERE name = 'next_id'");
        _arrived = arrived;
        _thread = new StoreThread(file);
    }

    public Action<long>? Committed
    {
        get => _thread.Committed;
        set => _thread.Committed = value;
    }

    public HubSignals? Signals
    {
        get => _thread.Signals;
        set => _thread.Signals = value;
    }

    public long Commits => _thread.Commits;

    /// <summary>A number that this file has never used and never will again.</summary>
    public long NextId()
    {
        long id = Interlocked.Increment(ref _lastId);
        long reserved = Volatile.Read(ref _reserved);
        if (id > reserved - (IdBlock / 2) && Interlocked.CompareExchange(ref _reserved, reserved + IdBlock, reserved) == reserved)
        {
            _ = _thread.Do(() => _reserveIds.Run(reserved + IdBlock));
        }

        return id;
    }

    public Task<Waiting> LoadWaiting(DateTime nowUtc) => _thread.Do(() => new Waiting(_inbox.Ready(nowUtc), _tasks.List()));

    public Task<List<InboxMessage>> LoadTimers(DateTime afterUtc, long afterMessage, int limit, Action<List<InboxMessage>> loaded) =>
        _thread.Do(() => _inbox.Later(afterUtc, afterMessage, limit), loaded);

    public Task<InstanceRow?> Get(string id) => _thread.Do(() => _instances.Get(id));

    /// <summary>Reads a row and calls back before any later commit does, so that nothing is missed in between.</summary>
    public Task<InstanceRow?> GetThen(string id, Action<InstanceRow?> then) => _thread.Do(() => _instances.Get(id), then);

    public Task<LoadedInstance?> Load(string id) => _thread.Do(() =>
        _instances.Get(id) is { } row ? new LoadedInstance(row, _history.Read(id, row.Execution)) : null);

    public Task<List<InstanceRow>> List(InstanceFilter filter) => _thread.Do(() => _instances.List(filter));

    /// <summary>Of these messages, those that the file still has: the others have been received already.</summary>
    public Task<List<InboxMessage>> StillWaiting(List<InboxMessage> messages) => _thread.Do(() =>
        messages.FindAll(message => message.TaskRow > 0 ? _tasks.Has(message.TaskRow) : _inbox.Has(message.Id)));

    /// <summary>Forgets messages that nobody will ever receive.</summary>
    public Task<int> Drop(List<InboxMessage> messages) => _thread.Do(() =>
    {
        messages.ForEach(message => Remove(message));
        return messages.Count;
    });

    /// <summary>Starts an orchestration, unless one of this id is in a status that keeps it.</summary>
    public Task<Arrivals> Start(NewInstance start, IReadOnlyCollection<OrchestrationRuntimeStatus> keep) => Change(arrivals =>
    {
        InstanceRow? existing = _instances.Get(start.Id);
        if (existing is not null && keep.Contains(existing.Status))
        {
            throw new OrchestrationAlreadyExistsException($"The orchestration '{start.Id}' is there already and is {existing.Status}.");
        }

        if (existing is { IsOver: false })
        {
            TellParent(existing with { Output = null }, Ending.Replaced(existing), arrivals);
            _inbox.RemoveAll(existing.Id);
            _tasks.RemoveAll(existing.Id);
        }

        Begin(start, existing, arrivals);
    });

    /// <summary>Adds a message for an instance that must be there; a finished one is refused or left alone.</summary>
    public Task<Arrivals> Send(InboxMessage message, bool refuseFinished) => Change(arrivals =>
    {
        InstanceRow row = _instances.Get(message.Instance)
            ?? throw new ArgumentException($"There is no orchestration '{message.Instance}'.", nameof(message));
        if (!row.IsOver)
        {
            Add(message, arrivals);
        }
        else if (refuseFinished)
        {
            throw new InvalidOperationException($"The orchestration '{message.Instance}' has ended: it is {row.Status}.");
        }
    });

    /// <summary>Terminates an orchestration and, if told to, those below it; one that has ended already stays as it is.</summary>
    public Task<Arrivals> Terminate(string id, HistoryEvent terminated) => Change(arrivals =>
    {
        InstanceRow row = _instances.Get(id) ?? throw new ArgumentException($"There is no orchestration '{id}'.", nameof(id));
        if (!row.IsOver)
        {
            Add(new InboxMessage(NextId(), id, InboxMessage.AnyExecution, terminated), arrivals);
        }
        else if (terminated.Detail == Ending.WithChildren)
        {
            TerminateBelow(id, terminated, arrivals);
        }
    });

    /// <summary>The instance and, below it, the children of its children.</summary>
    public Task<List<InstanceRow>> Family(string id) => _thread.Do(() =>
    {
        List<InstanceRow> family = [];
        Queue<string> open = new([id]);
        while (open.TryDequeue(out string? next))
        {
            if (_instances.Get(next) is { } row && family.TrueForAll(known => known.Id != next))
            {
                family.Add(row);
                _instances.Children(next).ForEach(open.Enqueue);
            }
        }

        return family;
    });

    /// <summary>Forgets ended orchestrations; running and unknown ones are left and not counted.</summary>
    public Task<int> Purge(IReadOnlyCollection<string> ids) => _thread.Do(() =>
    {
        int purged = 0;
        foreach (string id in ids)
        {
            if (_instances.Get(id) is { IsOver: true })
            {
                _history.Delete(id);
                _instances.Delete(id);
                purged++;
            }
        }

        return purged;
    });

    /// <summary>Stores an episode as a whole, or answers null if another was stored before it or a message had been received already.</summary>
    public async Task<Arrivals?> Commit(EpisodeCommit episode)
    {
        try
        {
            return await Change(arrivals => Apply(episode, arrivals));
        }
        catch (StaleEpisodeException)
        {
            return null;
        }
    }

    public Task<object?> Ask(string sql) => _thread.Do(() => _file.Ask(sql));

    public void Abandon() => _thread.Abandon();

    public async ValueTask DisposeAsync()
    {
        await _thread.DisposeAsync();
        _instances.Dispose();
        _history.Dispose();
        _inbox.Dispose();
        _tasks.Dispose();
        _reserveIds.Dispose();

        // Last: SQLite keeps a file open as long as one of its statements lives.
        _file.Dispose();
    }

    private Task<Arrivals> Change(Action<Arrivals> change) => _thread.Do(
        () =>
        {
            Arrivals arrivals = new();
            change(arrivals);
            return arrivals;
        },
        _arrived);

    private void Apply(EpisodeCommit episode, Arrivals arrivals)
    {
        (InstanceRow before, InstanceRow after) = (episode.Before, episode.After);
        if (!_instances.Move(before, after))
        {
            throw new StaleEpisodeException();
        }

        foreach (InboxMessage message in episode.Consumed)
        {
            if (message.Event.Kind != EventKind.Strayed && !Remove(message))
            {
                throw new StaleEpisodeException();
            }
        }

        long sequence = before.LastSequence;
        foreach (HistoryEvent happened in episode.History)
        {
            _history.Add(before.Id, before.Execution, ++sequence, happened);
        }

        if (after.Execution != before.Execution)
        {
            _history.Delete(before.Id);
            _instances.Put(after);
        }

        foreach (long timer in episode.CancelledTimers)
        {
            _inbox.Remove(timer);
            arrivals.CancelledTimers.Add(timer);
        }

        foreach (WaitingTask task in episode.Tasks)
        {
            _tasks.Add(task);
            arrivals.Tasks.Add(task);
        }

        // Children before messages: an event for a child of the same episode must find it there.
        foreach (NewInstance child in episode.Children)
        {
            BeginChild(child, arrivals);
        }

        foreach (InboxMessage message in episode.Messages)
        {
            // An event for an orchestration that has ended, or never was, goes nowhere.
            if (message.Instance == before.Id || _instances.Get(message.Instance) is { IsOver: false })
            {
                Add(message, arrivals);
            }
        }

        if (after.IsOver)
        {
            // One that has completed has no activity open; the others may have been cut short.
            if (after.Status != OrchestrationRuntimeStatus.Completed)
            {
                _tasks.RemoveAll(after.Id);
            }

            TellParent(after, after.Failure, arrivals);
            if (after.Status == OrchestrationRuntimeStatus.Terminated
                && episode.Consumed.Find(message => message.Event is { Kind: EventKind.ExecutionTerminated, Detail: Ending.WithChildren }) is { } order)
            {
                TerminateBelow(after.Id, order.Event, arrivals);
            }
        }

        arrivals.Moved.Add(after);
    }

    // In the commit that ends the parent: no child can begin after it, and a crash cannot come in between.
    private void TerminateBelow(string id, HistoryEvent terminated, Arrivals arrivals)
    {
        foreach (string child in _instances.Children(id))
        {
            if (_instances.Get(child) is { IsOver: false })
            {
                Add(new InboxMessage(NextId(), child, InboxMessage.AnyExecution, terminated), arrivals);
            }
            else
            {
                TerminateBelow(child, terminated, arrivals);
            }
        }
    }

    private void BeginChild(NewInstance child, Arrivals arrivals)
    {
        InstanceRow? existing = _instances.Get(child.Id);
        if (existing is { IsOver: false } && child.Parent is { } parent)
        {
            TaskFailureDetails failure = Ending.DuplicateChild(child.Id);
            Add(Reply(parent, EventKind.SubOrchestrationFailed, child.AtUtc, null, failure), arrivals);
            return;
        }

        Begin(child, existing, arrivals);
    }

    private void Begin(NewInstance start, InstanceRow? existing, Arrivals arrivals)
    {
        if (existing is not null)
        {
            _history.Delete(start.Id);
        }

        InstanceRow row = new(start.Id, start.Name, start.Version, start.Execution, OrchestrationRuntimeStatus.Pending)
        {
            Parent = start.Parent,
            Input = start.Input,
            Tags = start.Tags,
            CreatedUtc = start.AtUtc,
            UpdatedUtc = start.AtUtc,
        };
        _instances.Put(row);
        HistoryEvent started = new(EventKind.ExecutionStarted, start.AtUtc)
        {
            Name = start.Name,
            Version = start.Version,
            Data = start.Input,
            Other = start.Parent?.Instance,
            Detail = start.Parent?.Name,
        };
        DateTime? due = start.StartAtUtc > start.AtUtc ? start.StartAtUtc : null;
        Add(new InboxMessage(NextId(), start.Id, start.Execution, started) { DueUtc = due }, arrivals);
        arrivals.Moved.Add(row);
    }

    private void TellParent(InstanceRow child, TaskFailureDetails? failure, Arrivals arrivals)
    {
        if (child.Parent is not { } parent)
        {
            return;
        }

        failure ??= child.Status == OrchestrationRuntimeStatus.Terminated ? Ending.Terminated(child) : null;
        EventKind kind = failure is null ? EventKind.SubOrchestrationCompleted : EventKind.SubOrchestrationFailed;
        Add(Reply(parent, kind, child.UpdatedUtc, failure is null ? child.Output : null, failure), arrivals);
    }

    private InboxMessage Reply(ParentCall parent, EventKind kind, DateTime atUtc, string? output, TaskFailureDetails? failure) =>
        new(NextId(), parent.Instance, parent.Execution, new HistoryEvent(kind, atUtc)
        {
            TaskId = parent.TaskId,
            Data = output,
            Failure = failure,
        });

    private void Add(InboxMessage message, Arrivals arrivals)
    {
        _inbox.Add(message);
        arrivals.Messages.Add(message);
    }

    private bool Remove(InboxMessage message) => message.TaskRow > 0 ? _tasks.Remove(message.TaskRow) : _inbox.Remove(message.Id);

    private sealed class StaleEpisodeException : Exception;
}
