using System.Diagnostics;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>
/// The one thread at a time that touches the database. It takes all that has queued up, commits it once, and then answers the callers. A file has a thread of its own for
/// this, because a commit waits for the disk. In memory nothing waits, so whoever brings work does it and all that has queued up, unless somebody is at it.
/// </summary>
internal sealed class StoreThread : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim? _queued;
    private readonly Queue<Work> _queue = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HubFile _file;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private int _changes;
    private bool _isAtWork;
    private bool _closing;
    private bool _abandoned;

    public StoreThread(HubFile file)
    {
        _file = file;
        _changes = SQLitePCL.raw.sqlite3_total_changes(file.Connection.Handle);
        _begin = new Statement(file.Connection, "BEGIN");
        _commit = new Statement(file.Connection, "COMMIT");
        _rollback = new Statement(file.Connection, "ROLLBACK");
        if (!file.IsInMemory)
        {
            _queued = new SemaphoreSlim(0);
            Thread thread = new(DoAll) { IsBackground = true, Name = "task hub store" };
            thread.Start();
        }
    }

    /// <summary>Called after each commit, before its callers are answered: the place where a test pulls the plug.</summary>
    public Action<long>? Committed { get; set; }

    /// <summary>Who wants to know how long commits take, or null.</summary>
    public HubSignals? Signals { get; set; }

    /// <summary>How many commits there were that had something to write.</summary>
    public long Commits { get; private set; }

    /// <summary>Does the work in the next commit; once that is durable, calls back in the order of the commits, and then answers.</summary>
    public Task<T> Do<T>(Func<T> work, Action<T>? afterwards = null)
    {
        Work<T> item = new(work, afterwards);
        lock (_gate)
        {
            if (_closing)
            {
                return Task.FromException<T>(Closed());
            }

            _queue.Enqueue(item);
        }

        Wake();
        return item.Answer;
    }

    /// <summary>Lets everything go as a power cut would: what is committed stays, and nobody is answered.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            _abandoned = true;
            _closing = true;
        }

        Wake();
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closing = true;
        }

        Wake();
        await _ended.Task;
        _queued?.Dispose();
    }

    private static ObjectDisposedException Closed() => new(nameof(StoreThread), "The task hub is closed.");

    private void Wake()
    {
        if (_queued is not null)
        {
            _queued.Release();
            return;
        }

        lock (_gate)
        {
            if (_isAtWork)
            {
                return;
            }

            _isAtWork = true;
        }

        DoAll();
    }

    private void DoAll()
    {
        List<Work> group = [];
        while (Take(group))
        {
            Commit(group);
        }
    }

    // Once it is closed, whoever was at work stays so for good: nobody begins again.
    private bool Take(List<Work> group)
    {
        group.Clear();
        while (true)
        {
            lock (_gate)
            {
                while (!_abandoned && group.Count < LargestGroup && _queue.TryDequeue(out Work? item))
                {
                    group.Add(item);
                }

                if (group.Count > 0)
                {
                    return true;
                }

                if (_closing)
                {
                    End();
                    return false;
                }

                if (_queued is null)
                {
                    _isAtWork = false;
                    return false;
                }
            }

            _queued.Wait();
        }
    }

    private void End()
    {
        foreach (Work left in _queue)
        {
            left.Fail(Closed());
        }

        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _ended.SetResult();
    }

    private void Commit(List<Work> group)
    {
        long began = Signals is { WantsCommits: true } ? Stopwatch.GetTimestamp() : 0;
        try
        {
            _begin.Run();
            foreach (Work item in group)
            {
                item.Execute();
            }

            _commit.Run();
        }
        catch (Exception fault)
        {
            Undo();
            if (group.Count == 1)
            {
                group[0].Fail(_file.Explained(fault));
                return;
            }

            // One item must not take its neighbours down: each again on its own.
            foreach (Work item in group)
            {
                if (_abandoned)
                {
                    item.Fail(Closed());
                }
                else
                {
                    Commit([item]);
                }
            }

            return;
        }

        int changes = SQLitePCL.raw.sqlite3_total_changes(_file.Connection.Handle);
        if (changes != _changes)
        {
            _changes = changes;
            Commits++;
            if (began != 0)
            {
                Signals!.Committed(Stopwatch.GetElapsedTime(began));
            }

            Committed?.Invoke(Commits);
        }

        foreach (Work item in group)
        {
            if (_abandoned)
            {
                item.Fail(Closed());
            }
            else
            {
                item.Succeed();
            }
        }
    }

    private void Undo()
    {
        try
        {
            _rollback.Run();
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite has undone the transaction by itself: there is nothing left to roll back.
        }
    }

    private abstract class Work
    {
        public abstract void Execute();

        public abstract void Succeed();

        public abstract void Fail(Exception fault);
    }

    private sealed class Work<T>(Func<T> work, Action<T>? afterwards) : Work
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Answer => _answer.Task;

        public override void Execute() => _result = work();

        public override void Succeed()
        {
            afterwards?.Invoke(_result!);
            _answer.TrySetResult(_result!);
        }

        public override void Fail(Exception fault) => _answer.TrySetException(fault);
    }
}
