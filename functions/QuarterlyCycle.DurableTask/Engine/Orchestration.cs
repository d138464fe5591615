using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Store;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>One execution of an orchestrator's code, brought to where it stands by its history and driven on by new events.</summary>
internal sealed class Orchestration
{
    private readonly EngineSettings _settings;
    private readonly OrchestratorThread _thread;
    private readonly OrchestrationContext _context;
    private readonly Dictionary<int, OpenCall> _open = [];
    private readonly SortedDictionary<int, HistoryEvent> _asked = [];
    private readonly Dictionary<int, long> _timerMessages = [];
    private readonly Queue<HistoryEvent> _heldWhileSuspended = new();
    private readonly List<HistoryEvent> _late = [];
    private readonly List<long> _cancelledTimers = [];
    private readonly Lock _strayGate = new();
    private readonly Action<Orchestration>? _strayed;
    private Task<object?>? _main;
    private TaskFailureDetails? _fatal;
    private bool _isTerminated;
    private bool _hasStrayed;
    private int _nextId;

    public Orchestration(EngineSettings settings, InstanceRow row, Action<Orchestration>? strayed = null)
    {
        _settings = settings;
        _strayed = strayed;
        Row = row;
        Mailbox = new Mailbox(settings.Converter);
        _thread = new OrchestratorThread(Stray);
        _context = new OrchestrationContext(this, settings);
    }

    /// <summary>The row of the last stored episode.</summary>
    public InstanceRow Row { get; set; }

    /// <summary>Compares inputs, fire times and child ids too, and allows nothing that the history does not have.</summary>
    public bool IsStrict { get; init; }

    public Mailbox Mailbox { get; }

    public string? Input { get; private set; }

    public DateTime CurrentUtc { get; private set; }

    public bool IsReplaying { get; private set; }

    public bool IsSuspended { get; private set; }

    public string? CustomStatus { get; set; }

    public Continuation? Continuation { get; private set; }

    /// <summary>Brings the code to where the history ends.</summary>
    public void Replay(IReadOnlyList<HistoryEvent> past) => _thread.Run(() =>
    {
        IsReplaying = true;
        Guarded(past);
        IsReplaying = false;
        _cancelledTimers.Clear();
    });

    /// <summary>Plays the new events of one episode and says what has come of them.</summary>
    public EpisodeOutcome Play(DateTime stampUtc, IReadOnlyList<HistoryEvent> events)
    {
        _thread.Run(() =>
        {
            CurrentUtc = stampUtc;
            if (_fatal is null)
            {
                Guarded(events);
            }
        });

        lock (_strayGate)
        {
            if (_hasStrayed || WaitsForNothing())
            {
                _fatal ??= Ending.Strayed(Row.Name);
            }
        }

        return Outcome();
    }

    /// <summary>The end of a strict replay: nothing is left over, and the code has ended if it had ended then.</summary>
    public void RequireSameEnd(HistoryEvent? recordedEnd)
    {
        if (_fatal is not null)
        {
            throw new NonDeterministicOrchestrationException($"The replay of '{Row.Id}' cannot go on: {_fatal}");
        }

        // One who was terminated was stopped in the middle.
        if (recordedEnd?.Detail == nameof(OrchestrationRuntimeStatus.Terminated))
        {
            return;
        }

        RequireNothingAsked();
        string then = recordedEnd is null ? "still runs" : recordedEnd.Failure is null ? "completed" : "failed";
        string now = _main is not { IsCompleted: true } || _open.Count > 0 || Continuation is not null ? "still runs"
            : _main.IsCompletedSuccessfully ? "completed" : "failed";
        if (then != now)
        {
            string why = _main?.Exception?.InnerException is { } fault ? $": {fault.Message}" : string.Empty;
            throw new NonDeterministicOrchestrationException($"'{Row.Id}' {then} in the history, but {now} now{why}.");
        }
    }

    public void RequireOrchestratorThread()
    {
        if (!_thread.IsHere)
        {
            Stray();
            throw new InvalidOperationException(Ending.StrayedMessage(Row.Name));
        }
    }

    /// <summary>Ends the execution at once, whatever is open.</summary>
    public void End(Exception fault) => _fatal ??= Ending.From(fault);

    /// <summary>Counts a call and remembers that the code has asked for it.</summary>
    public OpenCall<T> Ask<T>(HistoryEvent asked, string name)
    {
        int id = _nextId++;
        _asked.Add(id, asked with { TaskId = id });
        OpenCall<T> call = new(id, asked.Kind, name, _settings.Converter);
        _open.Add(id, call);
        return call;
    }

    /// <summary>Counts something that is sent and not answered.</summary>
    public void Tell(HistoryEvent told)
    {
        int id = _nextId++;
        _asked.Add(id, told with { TaskId = id });
    }

    public void CancelTimer(OpenCall<object?> timer, CancellationToken cancellation)
    {
        if (_open.Remove(timer.Id))
        {
            if (_timerMessages.Remove(timer.Id, out long message))
            {
                _cancelledTimers.Add(message);
            }

            timer.Cancel(cancellation);
        }
    }

    public void TimerStored(int id, long message)
    {
        if (_open.ContainsKey(id))
        {
            _timerMessages[id] = message;
        }
    }

    public bool IsOpen(int id) => _open.ContainsKey(id);

    public void ContinueAsNew(string? input, string? version, bool preserve)
    {
        List<(string Name, string? Data)> kept = Continuation?.Kept ?? [];
        if (preserve)
        {
            List<(string Name, string? Data)> buffered = Mailbox.TakeAll();
            kept.AddRange(buffered);

            // Upstream sends them to itself, and every sent event takes a number.
            _nextId += buffered.Count;
        }

        Continuation = new Continuation(input, version, kept);
    }

    private void Guarded(IReadOnlyList<HistoryEvent> events)
    {
        try
        {
            foreach (HistoryEvent happened in events)
            {
                Handle(happened);
                _thread.Drain();
                if (_fatal is not null || _isTerminated)
                {
                    return;
                }
            }
        }
        catch (Exception fault) when (!IsStrict)
        {
            // A difference from the history, a malformed event, or an async void that threw: another attempt would find the same.
            _fatal = Ending.From(fault);
        }
    }

    private void Handle(HistoryEvent happened)
    {
        switch (happened.Kind)
        {
            case EventKind.EpisodeStarted:
                if (IsStrict)
                {
                    RequireNothingAsked();
                }

                CurrentUtc = happened.AtUtc;
                break;
            case EventKind.TaskScheduled or EventKind.TimerCreated or EventKind.SubOrchestrationCreated or EventKind.EventSent:
                Match(happened);
                break;
            case EventKind.ExecutionTerminated:
                _isTerminated = true;
                break;
            case EventKind.Strayed:
                _fatal = Ending.Strayed(Row.Name);
                break;
            case EventKind.ExecutionSuspended:
                IsSuspended = true;
                break;
            case EventKind.ExecutionResumed:
                Resume();
                break;
            default:
                if (IsSuspended)
                {
                    _heldWhileSuspended.Enqueue(happened);
                }
                else
                {
                    Receive(happened);
                }

                break;
        }
    }

    private void Resume()
    {
        IsSuspended = false;
        while (!IsSuspended && _heldWhileSuspended.TryDequeue(out HistoryEvent? held))
        {
            Receive(held);
            _thread.Drain();
        }
    }

    private void Receive(HistoryEvent happened)
    {
        switch (happened.Kind)
        {
            case EventKind.ExecutionStarted:
                Start(happened);
                break;
            case EventKind.EventRaised when Continuation is not null:
                _late.Add(happened);
                break;
            case EventKind.EventRaised:
                Mailbox.Deliver(happened.Name!, happened.Data);
                break;
            case EventKind.TaskCompleted:
                Answered(happened, EventKind.TaskScheduled)?.Complete(happened.Data);
                break;
            case EventKind.TaskFailed:
                Answered(happened, EventKind.TaskScheduled)?.Fail(happened.Failure!);
                break;
            case EventKind.SubOrchestrationCompleted:
                Answered(happened, EventKind.SubOrchestrationCreated)?.Complete(happened.Data);
                break;
            case EventKind.SubOrchestrationFailed:
                Answered(happened, EventKind.SubOrchestrationCreated)?.Fail(happened.Failure!);
                break;
            case EventKind.TimerFired:
                _timerMessages.Remove(happened.TaskId);
                Answered(happened, EventKind.TimerCreated)?.Complete(null);
                break;
            default:
                // The ends of executions stand in a history for its reader; the code makes them again by itself.
                break;
        }
    }

    // A repeated answer finds its call closed, and an unknown one finds none: both are ignored.
    private OpenCall? Answered(HistoryEvent answer, EventKind asked) =>
        _open.TryGetValue(answer.TaskId, out OpenCall? call) && call.Asked == asked && _open.Remove(answer.TaskId) ? call : null;

    private void Start(HistoryEvent started)
    {
        if (_main is not null)
        {
            return;
        }

        Input = started.Data;
        if (!_settings.Catalogue.HasOrchestrator(started.Name!))
        {
            _fatal = Ending.NoOrchestrator(started.Name!);
            return;
        }

        _main = RunMain(started.Name!);
        _ = _main.ContinueWith(
            _ =>
            {
                if (!_thread.IsHere)
                {
                    Stray();
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async Task<object?> RunMain(string name)
    {
        ITaskOrchestrator orchestrator = _settings.Catalogue.CreateOrchestrator(name);
        object? input = _settings.Converter.Deserialize(Input, orchestrator.InputType);
        return await orchestrator.RunAsync(_context, input);
    }

    private void Match(HistoryEvent recorded)
    {
        if (!_asked.Remove(recorded.TaskId, out HistoryEvent? asked))
        {
            throw Difference.Missing(recorded);
        }

        Difference.Require(recorded, asked, IsStrict);
        if (recorded.Kind == EventKind.TimerCreated && recorded.Message != 0)
        {
            TimerStored(recorded.TaskId, recorded.Message);
        }
    }

    private void RequireNothingAsked()
    {
        if (_asked.Count > 0)
        {
            throw Difference.Added(_asked.First().Value);
        }
    }

    private void Stray()
    {
        lock (_strayGate)
        {
            if (_hasStrayed || _fatal is not null)
            {
                return;
            }

            _hasStrayed = true;
        }

        _strayed?.Invoke(this);
    }

    // Nothing that is open could ever wake it: the code awaits something that is not the context's.
    private bool WaitsForNothing() =>
        _fatal is null && _main is { IsCompleted: false } && !IsSuspended && _open.Count == 0 && !Mailbox.HasWaiters;

    private EpisodeOutcome Outcome()
    {
        if (_fatal is not null)
        {
            return new EpisodeOutcome(Row.CustomStatus, [], [.. _cancelledTimers, .. _timerMessages.Values]) { Failure = _fatal };
        }

        EpisodeOutcome outcome = new(CustomStatus, [.. _asked.Values], [.. _cancelledTimers]) { IsSuspended = IsSuspended };
        _asked.Clear();
        _cancelledTimers.Clear();
        if (_main is not { IsCompleted: true } || _open.Count > 0)
        {
            return outcome;
        }

        if (_main.IsFaulted || _main.IsCanceled)
        {
            Exception fault = _main.Exception?.InnerException ?? new TaskCanceledException(_main);
            return outcome with { Failure = Ending.From(fault) };
        }

        if (Continuation is { } continuation)
        {
            List<(string Name, string? Data)> carried = [.. _late.Select(late => (late.Name!, late.Data)), .. continuation.Kept];
            return outcome with { Continuation = continuation with { Kept = carried } };
        }

        try
        {
            return outcome with { HasCompleted = true, Output = _settings.Converter.Serialize(_main.Result) };
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or NotSupportedException or InvalidOperationException)
        {
            return outcome with { HasCompleted = false, Failure = Ending.From(fault) };
        }
    }
}

/// <summary>How the code asked to begin again, and the events that go with it.</summary>
internal sealed record Continuation(string? Input, string? Version, List<(string Name, string? Data)> Kept);

/// <summary>What one episode came to.</summary>
internal sealed record EpisodeOutcome(string? CustomStatus, IReadOnlyList<HistoryEvent> Asked, IReadOnlyList<long> CancelledTimers)
{
    public bool IsSuspended { get; init; }

    public bool HasCompleted { get; init; }

    public string? Output { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public Continuation? Continuation { get; init; }
}
