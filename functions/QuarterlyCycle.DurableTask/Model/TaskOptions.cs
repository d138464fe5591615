namespace Microsoft.DurableTask;

/// <summary>How an activity or a sub-orchestration is called.</summary>
public record TaskOptions
{
    /// <summary>Options with a retry rule.</summary>
    public TaskOptions(TaskRetryOptions? retry)
        : this(retry, null)
    {
    }

    /// <summary>Options with a retry rule and tags.</summary>
    public TaskOptions(TaskRetryOptions? retry = null, IDictionary<string, string>? tags = null)
    {
        Retry = retry;
        Tags = tags;
    }

    /// <summary>A copy of other options.</summary>
    public TaskOptions(TaskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Retry = options.Retry;
        Tags = options.Tags;
        Version = options.Version;
    }

    /// <summary>The retry rule, or none.</summary>
    public TaskRetryOptions? Retry { get; init; }

    /// <summary>Words kept with the call.</summary>
    public IDictionary<string, string>? Tags { get; init; }

    /// <summary>The version asked for, or the usual one.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>Options that retry by a policy.</summary>
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>Options that retry as long as the handler says so.</summary>
    public static TaskOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    /// <summary>Options that retry as long as the handler says so.</summary>
    public static TaskOptions FromRetryHandler(RetryHandler handler) => new(handler);

    /// <summary>The same options for a sub-orchestration with this id.</summary>
    public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
}

/// <summary>How a sub-orchestration is called.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    /// <summary>Options with a retry rule and an id.</summary>
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry) => InstanceId = instanceId;

    /// <summary>Other options with an id.</summary>
    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options) => InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;

    /// <summary>A copy of other options.</summary>
    public SubOrchestrationOptions(SubOrchestrationOptions options)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
    }

    /// <summary>The id of the sub-orchestration, or an automatic one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The version of the sub-orchestration, or the usual one.</summary>
    public new TaskVersion? Version
    {
        get => base.Version;
        init => base.Version = value;
    }
}

/// <summary>How an orchestration is started.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Options with an id and the instant at which it may start.</summary>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>A copy of other options.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The id, or an automatic one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The instant before which it does not start.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Words kept with the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The version asked for, or the usual one.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>The statuses in which an instance of the same id stays and the start is refused.</summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
