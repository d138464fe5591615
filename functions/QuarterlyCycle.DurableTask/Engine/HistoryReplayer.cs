using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using QuarterlyCycle.DurableTask.Store;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>Replays a recorded history over today's code, and fails where the code does anything else than it did then.</summary>
internal static class HistoryReplayer
{
    /// <summary>Throws a NonDeterministicOrchestrationException that says what differs: id, kind, name, input, fire time, child id or end.</summary>
    public static void Replay(
        string historyJson,
        DurableTaskRegistry registry,
        string defaultVersion = "1.0",
        IServiceProvider? services = null,
        JsonSerializerOptions? json = null)
    {
        RecordedHistory recorded = HistoryFile.Read(historyJson);
        TaskCatalogue catalogue = new(registry, services ?? new ServiceCollection().BuildServiceProvider());
        DataConverter converter = json is null ? EngineJson.Converter : new JsonDataConverter(json);
        EngineSettings settings = new(catalogue, converter, NullLoggerFactory.Instance, defaultVersion);
        HistoryEvent started = recorded.Events.FirstOrDefault(happened => happened.Kind == EventKind.ExecutionStarted)
            ?? throw new InvalidDataException($"The recorded history of '{recorded.Instance}' has no beginning.");
        InstanceRow row = new(recorded.Instance, recorded.Name, recorded.Version, 1, OrchestrationRuntimeStatus.Running)
        {
            Parent = started.Other is { } parent ? new ParentCall(parent, started.Detail ?? string.Empty, 0, 0) : null,
            Input = started.Data,
        };
        Orchestration orchestration = new(settings, row) { IsStrict = true };
        orchestration.Replay([.. recorded.Events]);
        orchestration.RequireSameEnd(recorded.Events.LastOrDefault(happened => happened.Kind == EventKind.ExecutionCompleted));
    }
}
