using Microsoft.DurableTask.Abstractions;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>All that an orchestrator may ask of the world; every answer is the same on replay.</summary>
public abstract class TaskOrchestrationContext
{
    private ILoggerFactory? _replaySafeLoggerFactory;

    /// <summary>The name of the orchestrator.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The id of this orchestration.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The orchestration that called this one, if one did.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The instant at which this part of the history began, in UTC.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>Whether the code is now repeating what it has done before.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>The version of this orchestration, or empty.</summary>
    public virtual string Version => string.Empty;

    /// <summary>What the host has configured for orchestrators.</summary>
    public virtual IReadOnlyDictionary<string, object?> Properties { get; } = new Dictionary<string, object?>();

    /// <summary>Loggers that are silent on replay.</summary>
    public virtual ILoggerFactory ReplaySafeLoggerFactory => _replaySafeLoggerFactory ??= new ReplaySafeLoggers(this);

    /// <summary>The loggers of the host.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>The input with which this orchestration was started.</summary>
    public abstract T? GetInput<T>();

    /// <summary>Calls an activity and waits for it.</summary>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    /// <summary>Calls an activity that takes no input and waits for it.</summary>
    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

    /// <summary>Calls an activity that takes no input and gives its result.</summary>
    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) =>
        CallActivityAsync<TResult>(name, null, options);

    /// <summary>Calls an activity and gives its result.</summary>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>Waits for a length of time.</summary>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>Waits until an instant.</summary>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>Waits for an event from outside.</summary>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Waits for an event from outside, but not longer than this.</summary>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
        WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <summary>Waits for an event from outside, but not longer than this.</summary>
    public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timerUnneeded = new();
        using CancellationTokenSource waitOver = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task due = CreateTimer(timeout, timerUnneeded.Token);
        Task<T> received = WaitForExternalEvent<T>(eventName, waitOver.Token);

        // Cancel and not CancelAsync: the orchestrator must stay on its own thread.
        CancellationTokenSource loser = await Task.WhenAny(due, received) == received ? timerUnneeded : waitOver;
        Cancel(loser);
        return await received;

        static void Cancel(CancellationTokenSource source) => source.Cancel();
    }

    /// <summary>Sends an event to another orchestration.</summary>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    /// <summary>Sets the status that people can read from outside.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Runs another orchestrator and gives its result.</summary>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <summary>Runs another orchestrator that takes no input and gives its result.</summary>
    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

    /// <summary>Runs another orchestrator that takes no input and waits for it.</summary>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync(orchestratorName, null, options);

    /// <summary>Runs another orchestrator and waits for it.</summary>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Begins again with a new input and an empty history, once this run has returned.</summary>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>Begins again with an empty history, once this run has returned.</summary>
    public virtual void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ContinueAsNew(options.NewInput, options.PreserveUnprocessedEvents);
    }

    /// <summary>A new identifier that is the same on replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent on replay.</summary>
    public virtual ILogger CreateReplaySafeLogger(string categoryName) =>
        new ReplaySafeLogger(this, HostLoggers().CreateLogger(categoryName));

    /// <summary>A logger that is silent on replay.</summary>
    public virtual ILogger CreateReplaySafeLogger(Type type) => new ReplaySafeLogger(this, HostLoggers().CreateLogger(type));

    /// <summary>A logger that is silent on replay.</summary>
    public virtual ILogger CreateReplaySafeLogger<T>() => new ReplaySafeLogger(this, HostLoggers().CreateLogger<T>());

    /// <summary>Compares the version of this orchestration with another: below zero if it is older.</summary>
    public virtual int CompareVersionTo(string version) => TaskOrchestrationVersioningUtils.CompareVersions(Version, version);

    // A context may wrap another one and hand on its loggers: they are silent already, and are taken out of their wrapping once.
    private ILoggerFactory HostLoggers() => LoggerFactory is ReplaySafeLoggers wrapped ? wrapped.Of.LoggerFactory : LoggerFactory;

    private sealed class ReplaySafeLoggers(TaskOrchestrationContext context) : ILoggerFactory
    {
        public TaskOrchestrationContext Of => context;

        public ILogger CreateLogger(string categoryName) => context.CreateReplaySafeLogger(categoryName);

        public void AddProvider(ILoggerProvider provider) =>
            throw new NotSupportedException("Providers are added to the host's loggers, not to those of an orchestration.");

        public void Dispose()
        {
            // The loggers belong to the host.
        }
    }

    private sealed class ReplaySafeLogger(TaskOrchestrationContext context, ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!context.IsReplaying)
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
