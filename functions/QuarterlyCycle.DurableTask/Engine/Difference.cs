using System.Globalization;
using System.Text.Json;
using DurableTask.Core.Exceptions;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>Compares what the history has with what the code does now.</summary>
internal static class Difference
{
    private const string Question = "Was the orchestrator changed after this instance had started?";

    public static NonDeterministicOrchestrationException Missing(HistoryEvent recorded) => new(
        recorded.TaskId, $"the history has {Words(recorded)} as #{recorded.TaskId}, but the code no longer asks for it. {Question}");

    public static NonDeterministicOrchestrationException Added(HistoryEvent asked) => new(
        asked.TaskId, $"the code asks for {Words(asked)} as #{asked.TaskId}, but the history does not have it there. {Question}");

    public static void Require(HistoryEvent recorded, HistoryEvent asked, bool strict)
    {
        if (recorded.Kind != asked.Kind || !string.Equals(recorded.Name, asked.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new NonDeterministicOrchestrationException(
                recorded.TaskId, $"the history has {Words(recorded)} as #{recorded.TaskId}, but the code now asks for {Words(asked)}. {Question}");
        }

        if (strict)
        {
            RequireSame(recorded, "input", recorded.Data, asked.Data, SameJson(recorded.Data, asked.Data));
            RequireSame(recorded, "fire time", Instant(recorded), Instant(asked), recorded.FireAtUtc == asked.FireAtUtc);
            RequireSame(recorded, "instance id", recorded.Other, asked.Other, recorded.Other == asked.Other);
        }
    }

    private static void RequireSame(HistoryEvent recorded, string what, string? before, string? now, bool same)
    {
        if (!same)
        {
            throw new NonDeterministicOrchestrationException(
                recorded.TaskId,
                $"{Words(recorded)}, #{recorded.TaskId}, has the {what} {before ?? "(none)"} in the history, but {now ?? "(none)"} now. {Question}");
        }
    }

    private static string? Instant(HistoryEvent happened) => happened.FireAtUtc?.ToString("o", CultureInfo.InvariantCulture);

    private static bool SameJson(string? one, string? other)
    {
        if (one == other || one is null || other is null)
        {
            return one == other;
        }

        using JsonDocument first = JsonDocument.Parse(one);
        using JsonDocument second = JsonDocument.Parse(other);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }

    private static string Words(HistoryEvent happened) => happened.Kind switch
    {
        EventKind.TaskScheduled => $"the activity '{happened.Name}'",
        EventKind.TimerCreated => "a timer",
        EventKind.SubOrchestrationCreated => $"the sub-orchestration '{happened.Name}'",
        EventKind.EventSent => $"the sent event '{happened.Name}'",
        _ => $"{happened.Kind}",
    };
}
