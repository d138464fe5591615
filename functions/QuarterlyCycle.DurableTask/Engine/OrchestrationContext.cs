using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>What the code sees: every request goes to its orchestration and is counted there.</summary>
internal sealed class OrchestrationContext(Orchestration orchestration, EngineSettings settings) : TaskOrchestrationContext
{
    // Upstream's interval; a different one would change the sequence of a running instance.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(3);

    private int _guids;

    public override TaskName Name => orchestration.Row.Name;

    public override string InstanceId => orchestration.Row.Id;

    public override string Version => orchestration.Row.Version;

    public override ParentOrchestrationInstance? Parent =>
        orchestration.Row.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.Instance) : null;

    public override DateTime CurrentUtcDateTime => orchestration.CurrentUtc;

    public override bool IsReplaying => orchestration.IsReplaying;

    protected override ILoggerFactory LoggerFactory => settings.LoggerFactory;

    public override T? GetInput<T>()
        where T : default => settings.Converter.Deserialize<T>(orchestration.Input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        orchestration.RequireOrchestratorThread();
        RequireCall(name, input, options);
        string version = options?.Version is { } wanted ? wanted.Version : Version;
        string? data = settings.Converter.Serialize(input);
        return WithRetries(options, () => orchestration.Ask<TResult>(
            new HistoryEvent(EventKind.TaskScheduled, CurrentUtcDateTime) { Name = name.Name, Version = version, Data = data }, name.Name).Task);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        orchestration.RequireOrchestratorThread();
        RequireCall(orchestratorName, input, options);
        string id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        RequireNoEntity(id);
        string version = options?.Version is { } wanted ? wanted.Version : settings.DefaultVersion;
        string? data = settings.Converter.Serialize(input);
        return WithRetries(options, () => orchestration.Ask<TResult>(
            new HistoryEvent(EventKind.SubOrchestrationCreated, CurrentUtcDateTime)
            {
                Name = orchestratorName.Name,
                Version = version,
                Other = id,
                Data = data,
            },
            orchestratorName.Name).Task);
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        orchestration.RequireOrchestratorThread();
        DateTime due = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        while (due - CurrentUtcDateTime > LongestTimer && !cancellationToken.IsCancellationRequested)
        {
            await Timer(CurrentUtcDateTime + LongestTimer, cancellationToken);
        }

        await Timer(due, cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        orchestration.RequireOrchestratorThread();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        try
        {
            return orchestration.Mailbox.Wait<T>(eventName, cancellationToken);
        }
        catch (MalformedEventException fault)
        {
            // The instance ends here whether the code catches it or not: the outcome must not depend on who waited first.
            orchestration.End(fault);
            throw;
        }
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        orchestration.RequireOrchestratorThread();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        RequireNoEntity(instanceId);
        orchestration.Tell(new HistoryEvent(EventKind.EventSent, CurrentUtcDateTime)
        {
            Name = eventName,
            Other = instanceId,
            Data = settings.Converter.Serialize(payload),
        });
    }

    public override void SetCustomStatus(object? customStatus)
    {
        orchestration.RequireOrchestratorThread();
        orchestration.CustomStatus = settings.Converter.Serialize(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new Microsoft.DurableTask.ContinueAsNewOptions
        {
            NewInput = newInput,
            PreserveUnprocessedEvents = preserveUnprocessedEvents,
        });

    public override void ContinueAsNew(Microsoft.DurableTask.ContinueAsNewOptions options)
    {
        orchestration.RequireOrchestratorThread();
        ArgumentNullException.ThrowIfNull(options);
        string? version = string.IsNullOrWhiteSpace(options.NewVersion) ? null : options.NewVersion;
        orchestration.ContinueAsNew(settings.Converter.Serialize(options.NewInput), version, options.PreserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        orchestration.RequireOrchestratorThread();
        return NameGuid.Create(InstanceId, CurrentUtcDateTime, _guids++);
    }

    private static void RequireCall(TaskName name, object? input, TaskOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name.Name, nameof(name));
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("The options were given in the place of the input. Name the argument: 'options: ...'.", nameof(input));
        }
    }

    private static void RequireNoEntity(string instanceId)
    {
        if (instanceId.StartsWith('@'))
        {
            throw new NotSupportedException($"'{instanceId}' is the id of an entity, and this engine has no entities.");
        }
    }

    private Task<object?> Timer(DateTime dueUtc, CancellationToken cancellation)
    {
        OpenCall<object?> timer = orchestration.Ask<object?>(
            new HistoryEvent(EventKind.TimerCreated, CurrentUtcDateTime) { FireAtUtc = dueUtc }, "timer");
        if (cancellation.CanBeCanceled)
        {
            cancellation.UnsafeRegister(_ => orchestration.CancelTimer(timer, cancellation), null);
        }

        return timer.Task;
    }

    private Task<TResult> WithRetries<TResult>(TaskOptions? options, Func<Task<TResult>> call) => options?.Retry switch
    {
        { Policy: { } policy } => ByPolicy(policy, call),
        { Handler: { } handler } => ByHandler(handler, call),
        _ => call(),
    };

    private async Task<TResult> ByPolicy<TResult>(RetryPolicy policy, Func<Task<TResult>> call)
    {
        DateTime firstUtc = CurrentUtcDateTime;
        for (int attempt = 0; ; attempt++)
        {
            TaskFailedException failed;
            try
            {
                return await call();
            }
            catch (TaskFailedException failure) when (!Ending.IsHopeless(failure.FailureDetails))
            {
                failed = failure;
            }

            if (attempt + 1 >= policy.MaxNumberOfAttempts)
            {
                // Upstream cannot take this timer out without breaking old histories, and a history must fit both engines.
                await Timer(CurrentUtcDateTime, CancellationToken.None);
                throw failed;
            }

            TimeSpan delay = DelayAfter(policy, attempt, firstUtc, failed.FailureDetails);
            if (delay == TimeSpan.Zero)
            {
                throw failed;
            }

            await Timer(CurrentUtcDateTime + delay, CancellationToken.None);
        }
    }

    private TimeSpan DelayAfter(RetryPolicy policy, int attempt, DateTime firstUtc, TaskFailureDetails failure)
    {
        if (!policy.Handle(new global::DurableTask.Core.Exceptions.TaskFailedException(failure.ErrorMessage) { FailureDetails = CoreFailure.Of(failure) }))
        {
            return TimeSpan.Zero;
        }

        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && CurrentUtcDateTime >= firstUtc + policy.RetryTimeout)
        {
            return TimeSpan.Zero;
        }

        double milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt);
        TimeSpan longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return milliseconds < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : longest;
    }

    private async Task<TResult> ByHandler<TResult>(AsyncRetryHandler handler, Func<Task<TResult>> call)
    {
        DateTime firstUtc = CurrentUtcDateTime;
        for (int attempts = 1; ; attempts++)
        {
            TaskFailedException failed;
            try
            {
                return await call();
            }
            catch (TaskFailedException failure) when (!Ending.IsHopeless(failure.FailureDetails))
            {
                failed = failure;
            }

            RetryContext retry = new(this, attempts, failed.FailureDetails, CurrentUtcDateTime - firstUtc, CancellationToken.None);
            if (!await handler(retry))
            {
                throw failed;
            }
        }
    }
}
