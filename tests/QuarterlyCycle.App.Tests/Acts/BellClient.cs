using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Tests.Acts;

/// <summary>A client that notes what is started and what is told to whom; instances that have ended hear nothing.</summary>
internal sealed class BellClient() : DurableTaskClient("bells")
{
    public List<(string Instance, Signal Signal)> Heard { get; } = [];

    public List<string> Started { get; } = [];

    public HashSet<string> Ended { get; } = [];

    public List<OrchestrationMetadata> Failed { get; } = [];

    public IEnumerable<TSignal> To<TSignal>(string instance)
        where TSignal : Signal => Heard.Where(each => each.Instance == instance).Select(each => each.Signal).OfType<TSignal>();

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        string instance = options?.InstanceId ?? "";
        if (Started.Contains(instance))
        {
            throw new global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException($"{instance} is there already.");
        }

        Started.Add(instance);
        return Task.FromResult(instance);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        if (Ended.Contains(instanceId))
        {
            throw new InvalidOperationException($"{instanceId} has ended.");
        }

        Heard.Add((instanceId, (Signal)eventPayload!));
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Started.Contains(instanceId) ? new OrchestrationMetadata("any", instanceId) : null);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        Pageable.Create((string? _, CancellationToken _) => Task.FromResult(new Page<OrchestrationMetadata>(Failed)));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
