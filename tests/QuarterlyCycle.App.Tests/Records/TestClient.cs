using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace QuarterlyCycle.App.Tests.Records;

/// <summary>Orchestrations that only hear: running ones note what they were told, ended ones and missing ones refuse as the engine does.</summary>
internal sealed class TestClient() : DurableTaskClient("test")
{
    public HashSet<string> Running { get; } = [];

    public HashSet<string> Ended { get; } = [];

    public List<(string Instance, string Event, object? Payload)> Raised { get; } = [];

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        if (Ended.Contains(instanceId))
        {
            throw new InvalidOperationException($"{instanceId} has ended.");
        }

        if (!Running.Contains(instanceId))
        {
            throw new ArgumentException($"There is no {instanceId}.", nameof(instanceId));
        }

        Raised.Add((instanceId, eventName, eventPayload));
        return Task.CompletedTask;
    }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
