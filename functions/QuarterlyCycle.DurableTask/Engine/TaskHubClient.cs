using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Store;
using Told = DurableTask.Core.History;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>The client of a hub in the same process.</summary>
internal sealed class TaskHubClient(HubStore store, InstanceWaiters waiters, DataConverter converter, TaskHubOptions options)
    : DurableTaskClient("QuarterlyCycle.DurableTask")
{
    private static readonly OrchestrationRuntimeStatus[] Alive =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private static readonly OrchestrationRuntimeStatus[] Over =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    private TimeProvider Clock => options.Clock;

    private DateTime NowUtc => Clock.GetUtcNow().UtcDateTime;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        string id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        RequireId(id);
        await store.Start(
            new NewInstance(id, orchestratorName.Name, Version(options), converter.Serialize(input), store.NextId(), NowUtc)
            {
                StartAtUtc = options?.StartAt?.UtcDateTime,
                Tags = options?.Tags,
            },
            Kept(options?.DedupeStatuses));
        return id;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        HistoryEvent raised = new(EventKind.EventRaised, NowUtc) { Name = eventName, Data = converter.Serialize(eventPayload) };
        return Send(instanceId, raised, refuseFinished: true);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Send(instanceId, new HistoryEvent(EventKind.ExecutionSuspended, NowUtc) { Data = reason }, refuseFinished: false);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Send(instanceId, new HistoryEvent(EventKind.ExecutionResumed, NowUtc) { Data = reason }, refuseFinished: false);

    public override async Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        await store.Terminate(instanceId, new HistoryEvent(EventKind.ExecutionTerminated, NowUtc)
        {
            Data = converter.Serialize(options?.Output),
            Detail = options is { Recursive: true } ? Ending.WithChildren : null,
        });
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitUntil(instanceId, InstanceWaiters.HasBegun, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitUntil(instanceId, InstanceWaiters.HasEnded, getInputsAndOutputs, cancellation);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return await store.Get(instanceId) is { } row ? Metadata(row, getInputsAndOutputs) : null;
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        OrchestrationQuery query = filter ?? new OrchestrationQuery();
        return Pageable.Create<OrchestrationMetadata>(async (token, size, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            int limit = size ?? query.PageSize;
            List<InstanceRow> rows = await store.List(new InstanceFilter
            {
                CreatedFromUtc = query.CreatedFrom?.UtcDateTime,
                CreatedToUtc = query.CreatedTo?.UtcDateTime,
                Statuses = query.Statuses?.ToList(),
                Prefix = query.InstanceIdPrefix,
                AfterId = token ?? query.ContinuationToken,
                Limit = limit,
            });
            return new Page<OrchestrationMetadata>(
                rows.ConvertAll(row => Metadata(row, query.FetchInputsAndOutputs)), rows.Count < limit ? null : rows[^1].Id);
        });
    }

    public override async Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        List<OrchestrationRuntimeStatus>? statuses = runtimeStatus?.ToList();
        if (completedTimeFrom is not null || completedTimeTo is not null)
        {
            // One that runs has no time at which it completed.
            statuses = [.. statuses is null ? Over : Over.Intersect(statuses)];
        }

        if (statuses is { Count: 0 })
        {
            return new Page<string>([]);
        }

        List<InstanceRow> rows = await store.List(new InstanceFilter
        {
            Statuses = statuses,
            UpdatedFromUtc = completedTimeFrom?.UtcDateTime,
            UpdatedToUtc = completedTimeTo?.UtcDateTime,
            AfterId = lastInstanceKey,
            Limit = pageSize,
        });
        return new Page<string>(rows.ConvertAll(row => row.Id), rows.Count < pageSize ? null : rows[^1].Id);
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return new PurgeResult(await Purge([instanceId], options), isComplete: true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Timeout <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(filter), filter.Timeout, "The time given to a purge must be longer than nothing. Leave it out to purge without a limit.");
        }

        // Only those that can be purged are looked at: however short the time is, every call gets some further.
        List<OrchestrationRuntimeStatus> statuses = [.. filter.Statuses is { } wanted ? Over.Intersect(wanted) : Over];
        if (statuses.Count == 0)
        {
            return new PurgeResult(0, isComplete: true);
        }

        long began = Clock.GetTimestamp();
        int purged = 0;
        InstanceFilter page = new()
        {
            CreatedFromUtc = filter.CreatedFrom?.UtcDateTime,
            CreatedToUtc = filter.CreatedTo?.UtcDateTime,
            Statuses = statuses,
        };
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            List<InstanceRow> rows = await store.List(page);
            purged += await Purge(rows.Select(row => row.Id), options);
            if (rows.Count < page.Limit)
            {
                return new PurgeResult(purged, isComplete: true);
            }

            if (filter.Timeout is { } time && Clock.GetElapsedTime(began) >= time)
            {
                return new PurgeResult(purged, isComplete: false);
            }

            page = page with { AfterId = rows[^1].Id };
        }
    }

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        InstanceRow row = await store.Get(instanceId)
            ?? throw new ArgumentException($"There is no orchestration '{instanceId}'.", nameof(instanceId));
        string id = restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : instanceId;
        await store.Start(new NewInstance(id, row.Name, row.Version, row.Input, store.NextId(), NowUtc) { Tags = row.Tags }, []);
        return id;
    }

    public override async Task<IList<Told.HistoryEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        LoadedInstance instance = await store.Load(instanceId)
            ?? throw new ArgumentException($"There is no orchestration '{instanceId}'.", nameof(instanceId));
        return UpstreamHistory.Of(instance);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void RequireId(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id.StartsWith('@'))
        {
            throw new NotSupportedException($"'{id}' is the id of an entity, and this engine has no entities.");
        }

        // The other host refuses these; an id that works here must work there.
        if (id.Length > 100 || id.Any(letter => letter is '/' or '\\' or '#' or '?' || char.IsControl(letter)))
        {
            throw new ArgumentException($"'{id}' cannot be the id of an orchestration: at most 100 characters, and no / \\ # ? or control character.", nameof(id));
        }
    }

    private static OrchestrationRuntimeStatus[] Kept(IReadOnlyList<string>? statuses)
    {
        OrchestrationRuntimeStatus[] kept = [.. (statuses ?? []).Select(name =>
            Enum.TryParse(name, ignoreCase: true, out OrchestrationRuntimeStatus status)
                ? status
                : throw new ArgumentException($"'{name}' is not a status of an orchestration.", nameof(statuses)))];

        // Making room would terminate the running instance, and the terminated one would then refuse the start.
        if (kept.Contains(OrchestrationRuntimeStatus.Terminated) && !Alive.All(kept.Contains))
        {
            throw new ArgumentException("Terminated cannot be listed unless Pending, Running and Suspended are listed too.", nameof(statuses));
        }

        return kept;
    }

    private string Version(StartOrchestrationOptions? start) => start?.Version is { } wanted ? wanted.Version : options.DefaultVersion;

    private Task<Arrivals> Send(string instanceId, HistoryEvent happened, bool refuseFinished)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return store.Send(new InboxMessage(store.NextId(), instanceId, InboxMessage.AnyExecution, happened), refuseFinished);
    }

    private async Task<int> Purge(IEnumerable<string> ids, PurgeInstanceOptions? options)
    {
        if (options is not { Recursive: true })
        {
            return await store.Purge([.. ids]);
        }

        HashSet<string> all = [];
        foreach (string id in ids)
        {
            List<InstanceRow> family = await store.Family(id);
            if (family is [{ IsOver: true }, ..])
            {
                all.UnionWith(family.Select(row => row.Id));
            }
        }

        return await store.Purge(all);
    }

    private async Task<OrchestrationMetadata> WaitUntil(
        string instanceId, Predicate<InstanceRow> until, bool withData, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        TaskCompletionSource<InstanceRow>? answer = null;

        // Looked up and listened for in one step, between two commits: nothing can slip through.
        InstanceRow? row = await store.GetThen(instanceId, found =>
        {
            if (found is not null && !until(found))
            {
                answer = waiters.Add(instanceId, until);
            }
        });
        if (row is null)
        {
            throw new InvalidOperationException($"There is no orchestration '{instanceId}'.");
        }

        return Metadata(answer is null ? row : await answer.Task.WaitAsync(cancellation), withData);
    }

    private OrchestrationMetadata Metadata(InstanceRow row, bool withData) => new(row.Name, row.Id)
    {
        DataConverter = withData ? converter : null,
        RuntimeStatus = row.Status,
        CreatedAt = new DateTimeOffset(row.CreatedUtc, TimeSpan.Zero),
        LastUpdatedAt = new DateTimeOffset(row.UpdatedUtc, TimeSpan.Zero),
        SerializedInput = withData ? row.Input : null,
        SerializedOutput = withData ? row.Output : null,

        // A status is short and meant to be read: it comes without the data, too.
        SerializedCustomStatus = row.CustomStatus,
        Tags = row.Tags ?? new Dictionary<string, string>(),
        FailureDetails = row.Failure,
    };
}
