using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.DurableTask.Store;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>Gives waiting messages to their orchestrations, waiting activities to their code, and timers their due time.</summary>
internal sealed class Dispatcher : IDisposable
{
    // A timer of the system counts time, not the clock: after sleep, or when the clock is set, the clock is looked at again this soon. A clock that skips rings at the instant.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Mailbag> _bags = [];
    private readonly Queue<Mailbag> _readyBags = new();
    private readonly Queue<WaitingTask> _readyTasks = new();
    private readonly Queue<object> _line = new();
    private readonly List<TaskCompletionSource> _idleWaiters = [];
    private readonly TimerShelf _timers = new();
    private readonly TaskHubOptions _options;
    private readonly ITimer _alarm;
    private readonly ILogger _logger;
    private readonly HubSignals _signals;
    private HubStore? _store;
    private EpisodeRunner? _episodes;
    private ActivityRunner? _activities;
    private int _runningEpisodes;
    private int _runningTasks;
    private bool _isStarted;
    private bool _isStopping;
    private bool _isLoadingTimers;
    private bool _isInLine;
    private DateTime? _alarmFor;

    public Dispatcher(TaskHubOptions options)
    {
        _options = options;
        _logger = options.LoggerFactory.CreateLogger("QuarterlyCycle.DurableTask");
        _signals = new HubSignals(
            () => Locked(() => _readyBags.Count + _line.OfType<Mailbag>().Count()),
            () => Locked(() => _readyTasks.Count + _line.OfType<WaitingTask>().Count()),
            OldestDueTimer);
        _alarm = options.Clock.CreateTimer(_ => FireTimers(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Called with the messages of an episode once it is stored, for whoever wants to watch or to repeat them.</summary>
    public Action<IReadOnlyList<InboxMessage>>? Received { get; set; }

    public HubSignals Signals => _signals;

    public DateTime? NextTimerUtc
    {
        get
        {
            lock (_gate)
            {
                return _timers.NextUtc;
            }
        }
    }

    private DateTime NowUtc => _options.Clock.GetUtcNow().UtcDateTime;

    private bool IsRunning => _runningEpisodes + _runningTasks > 0;

    private bool IsWaiting => _readyBags.Count + _readyTasks.Count + _line.Count > 0 || _isLoadingTimers || _timers.NextUtc <= NowUtc;

    private bool IsIdle => !IsRunning && (_isStopping || !IsWaiting);

    public async Task Open(HubStore store, EpisodeRunner episodes, ActivityRunner activities)
    {
        (_store, _episodes, _activities) = (store, episodes, activities);
        DateTime nowUtc = NowUtc;
        Waiting waiting = await store.LoadWaiting(nowUtc);
        lock (_gate)
        {
            waiting.Messages.ForEach(DeliverHere);
            waiting.Tasks.ForEach(Enqueue);
        }

        await LoadTimers(nowUtc, long.MaxValue);
    }

    public void Start()
    {
        lock (_gate)
        {
            _isStarted = true;
        }

        FireTimers();
    }

    /// <summary>Takes in what a commit has brought. Called in the order of the commits.</summary>
    public void Arrived(Arrivals arrivals)
    {
        lock (_gate)
        {
            foreach (InboxMessage message in arrivals.Messages)
            {
                if (message.DueUtc > NowUtc)
                {
                    _timers.Add(message);
                }
                else
                {
                    DeliverHere(message);
                }
            }

            arrivals.CancelledTimers.ForEach(_timers.Cancel);
            arrivals.Tasks.ForEach(Enqueue);
            Pump();
            RefillTimers();
            if (_timers.NextUtc != _alarmFor)
            {
                SetAlarm();
            }
        }
    }

    public void Deliver(InboxMessage message)
    {
        lock (_gate)
        {
            DeliverHere(message);
            Pump();
        }
    }

    /// <summary>Completes when nothing can run now: no message is ready, and no episode or activity waits or runs.</summary>
    public Task WhenIdle()
    {
        FireTimers();
        lock (_gate)
        {
            if (IsIdle)
            {
                return Task.CompletedTask;
            }

            TaskCompletionSource waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _idleWaiters.Add(waiter);
            return waiter.Task;
        }
    }

    /// <summary>Begins nothing more and waits for what runs.</summary>
    public async Task Stop()
    {
        Task idle;
        lock (_gate)
        {
            _isStopping = true;
            _readyBags.Clear();
            _readyTasks.Clear();
            _line.Clear();
            TaskCompletionSource waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _idleWaiters.Add(waiter);
            idle = waiter.Task;
            AnswerIdle();
        }

        await idle;
    }

    public void Dispose()
    {
        _alarm.Dispose();
        _signals.Dispose();
    }

    private int Locked(Func<int> count)
    {
        lock (_gate)
        {
            return count();
        }
    }

    private TimeSpan OldestDueTimer() => NextTimerUtc is { } next && NowUtc > next ? NowUtc - next : TimeSpan.Zero;

    private void DeliverHere(InboxMessage message)
    {
        if (_isStopping)
        {
            return;
        }

        if (!_bags.TryGetValue(message.Instance, out Mailbag? bag))
        {
            _bags[message.Instance] = bag = new Mailbag(message.Instance);
        }

        bag.Add(message);
        MakeReady(bag);
    }

    private void MakeReady(Mailbag bag)
    {
        if (bag.IsRunning || bag.IsReady)
        {
            return;
        }

        bag.IsReady = true;
        if (_options.OneAtATime)
        {
            _line.Enqueue(bag);
        }
        else
        {
            _readyBags.Enqueue(bag);
        }
    }

    private void Enqueue(WaitingTask task)
    {
        if (_isStopping)
        {
            return;
        }

        if (_options.OneAtATime)
        {
            _line.Enqueue(task);
        }
        else
        {
            _readyTasks.Enqueue(task);
        }
    }

    private void Pump()
    {
        if (!_isStarted || _isStopping)
        {
            return;
        }

        if (_options.OneAtATime)
        {
            if (!_isInLine && _line.Count > 0)
            {
                _isInLine = true;
                ThreadPool.UnsafeQueueUserWorkItem(static dispatcher => _ = dispatcher.RunLine(), this, preferLocal: false);
            }

            return;
        }

        while (_runningEpisodes < _options.MaxConcurrentOrchestrations && _readyBags.TryDequeue(out Mailbag? bag))
        {
            Begin(bag);
        }

        while (_runningTasks < _options.MaxConcurrentActivities && _readyTasks.TryDequeue(out WaitingTask? task))
        {
            Begin(task);
        }
    }

    private void Begin(object work)
    {
        Count(work);
        ThreadPool.UnsafeQueueUserWorkItem(static state => _ = state.Dispatcher.Run(state.Work), (Dispatcher: this, Work: work), preferLocal: false);
    }

    private void Count(object work)
    {
        if (work is Mailbag bag)
        {
            _runningEpisodes++;
            bag.IsReady = false;
            bag.IsRunning = true;
        }
        else
        {
            _runningTasks++;
        }
    }

    private Task Run(object work) => work is Mailbag bag ? RunEpisode(bag) : RunTask((WaitingTask)work);

    // On one thread as far as nothing has to be waited for: thousands of short pieces of work would spend their time in being handed over.
    private async Task RunLine()
    {
        while (NextInLine() is { } work)
        {
            await Run(work);
        }
    }

    private object? NextInLine()
    {
        lock (_gate)
        {
            if (_isStopping || !_line.TryDequeue(out object? next))
            {
                _isInLine = false;
                return null;
            }

            Count(next);
            return next;
        }
    }

    private async Task RunEpisode(Mailbag bag)
    {
        List<InboxMessage> messages;
        lock (_gate)
        {
            messages = bag.TakeAll();
        }

        List<InboxMessage> held;
        bool failed = false;
        try
        {
            using (_signals.BeginEpisode(bag.Instance, messages.Count))
            {
                held = await _episodes!.Run(bag.Instance, messages);
            }

            if (Received is { } received)
            {
                received(messages.FindAll(message => !held.Contains(message)));
            }
        }
        catch (ObjectDisposedException)
        {
            // The hub is closed. What was not stored runs again when it is opened.
            held = [];
        }
        catch (Exception fault)
        {
            // The store is away, or the disk is full: nothing is lost, and it is tried again.
            _logger.LogError(fault, "An episode of orchestration {InstanceId} could not be stored; it is tried again", bag.Instance);
            held = messages;
            failed = true;
        }

        if (failed)
        {
            await Task.Delay(PauseAfterFault, TimeProvider.System);
        }

        lock (_gate)
        {
            bag.IsRunning = false;
            bool hasNew = bag.HasMessages;
            bag.PutBack(held);
            if (hasNew || failed)
            {
                MakeReady(bag);
            }
            else if (!bag.HasMessages)
            {
                _bags.Remove(bag.Instance);
            }

            _runningEpisodes--;
            Pump();
            AnswerIdle();
        }
    }

    private async Task RunTask(WaitingTask task)
    {
        HistoryEvent result;
        using (Activity? span = _signals.BeginActivity(task))
        {
            result = await _activities!.Run(task);
            if (result.Failure is { } failure)
            {
                span?.SetStatus(ActivityStatusCode.Error, failure.ErrorType);
            }
        }

        lock (_gate)
        {
            DeliverHere(new InboxMessage(0, task.Instance, task.Execution, result) { TaskRow = task.Id });
            _runningTasks--;
            Pump();
            AnswerIdle();
        }
    }

    private void FireTimers()
    {
        lock (_gate)
        {
            if (!_isStarted || _isStopping)
            {
                return;
            }

            _timers.TakeDue(NowUtc).ForEach(DeliverHere);
            RefillTimers();
            Pump();
            SetAlarm();
            AnswerIdle();
        }
    }

    private void RefillTimers()
    {
        if (_timers.IsEmpty && _timers.HasMoreInFile && !_isLoadingTimers)
        {
            _isLoadingTimers = true;
            _ = LoadTimers(_timers.Horizon.DueUtc, _timers.Horizon.Id);
        }
    }

    private async Task LoadTimers(DateTime afterUtc, long afterMessage)
    {
        await _store!.LoadTimers(afterUtc, afterMessage, TimerShelf.Room, timers =>
        {
            lock (_gate)
            {
                _timers.Loaded(timers, timers.Count == TimerShelf.Room);
                _isLoadingTimers = false;
            }
        });
        FireTimers();
    }

    private void SetAlarm()
    {
        _alarmFor = _timers.NextUtc;
        if (!_isStarted || _isStopping || _timers.NextUtc is not { } nextUtc)
        {
            return;
        }

        // Rounded up to the millisecond that timers count in: a ring before the instant would have to wait again.
        TimeSpan wait = TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((nextUtc - NowUtc).TotalMilliseconds)));
        _alarm.Change(_options.Clock is SkippingClock || wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }

    private void AnswerIdle()
    {
        if (_idleWaiters.Count == 0 || !IsIdle)
        {
            return;
        }

        _idleWaiters.ForEach(waiter => waiter.TrySetResult());
        _idleWaiters.Clear();
    }

    private sealed class Mailbag(string instance)
    {
        private List<InboxMessage> _messages = [];

        public string Instance => instance;

        public bool IsReady { get; set; }

        public bool IsRunning { get; set; }

        public bool HasMessages => _messages.Count > 0;

        public void Add(InboxMessage message)
        {
            if (message.GoesFirst)
            {
                int place = _messages.FindLastIndex(other => other.GoesFirst) + 1;
                _messages.Insert(place, message);
            }
            else
            {
                _messages.Add(message);
            }
        }

        public List<InboxMessage> TakeAll()
        {
            List<InboxMessage> all = _messages;
            _messages = [];
            return all;
        }

        public void PutBack(List<InboxMessage> earlier) => _messages.InsertRange(0, earlier);
    }
}
