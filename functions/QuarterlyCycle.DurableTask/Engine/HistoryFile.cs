using System.Text.Json;
using Microsoft.DurableTask;
using QuarterlyCycle.DurableTask.Store;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>A recorded history: one execution of one instance.</summary>
internal sealed record RecordedHistory
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required string Instance { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public required IReadOnlyList<HistoryEvent> Events { get; init; }
}

/// <summary>Writes and reads recorded histories as JSON, one event a line so that changes can be read in a review.</summary>
internal static class HistoryFile
{
    public static string Write(LoadedInstance instance)
    {
        RecordedHistory recorded = new()
        {
            Format = RecordedHistory.CurrentFormat,
            Instance = instance.Row.Id,
            Name = instance.Row.Name,
            Version = instance.Row.Version,
            Events = [.. instance.History.Select(WithoutHubNumbers)],
        };
        string head = JsonSerializer.Serialize(recorded with { Events = [] }, EngineJson.Options);
        IEnumerable<string> lines = recorded.Events.Select(happened => "  " + JsonSerializer.Serialize(happened, EngineJson.Options));
        return head[..^"]}".Length] + "\n" + string.Join(",\n", lines) + "\n]}\n";
    }

    public static RecordedHistory Read(string json)
    {
        RecordedHistory recorded = JsonSerializer.Deserialize<RecordedHistory>(json, EngineJson.Options)
            ?? throw new InvalidDataException("The recorded history is empty.");
        return recorded.Format == RecordedHistory.CurrentFormat
            ? recorded
            : throw new InvalidDataException($"The recorded history has format {recorded.Format}; this program reads format {RecordedHistory.CurrentFormat}.");
    }

    // A hub's message numbers and the stacks of exceptions say nothing about the orchestrator and differ from run to run.
    private static HistoryEvent WithoutHubNumbers(HistoryEvent happened) => happened with
    {
        Message = 0,
        Failure = WithoutStacks(happened.Failure),
    };

    private static TaskFailureDetails? WithoutStacks(TaskFailureDetails? failure) =>
        failure is null ? null : failure with { StackTrace = null, InnerFailure = WithoutStacks(failure.InnerFailure) };
}
