using System.Globalization;
using System.Text.Json;
using DurableTask.Core.Exceptions;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>
/// Compares what the history has with what the code does now. A difference in number, kind or name is told with upstream's facts and in its
/// words, so that one search or alert finds it on either host; what only a strict replay compares is told in our own.
/// </summary>
internal static class Difference
{
    private const string Question = "Was a change made to the orchestrator code after this instance had already started running?";

    public static NonDeterministicOrchestrationException Missing(HistoryEvent recorded) =>
        Told(recorded, isMissing: true, "the current replay execution hasn't (yet?) scheduled this task");

    public static NonDeterministicOrchestrationException Added(HistoryEvent asked) => new(
        asked.TaskId, $"The code asks for {Words(asked)} as #{asked.TaskId}, but the history does not have it there. {Question}");

    public static void Require(HistoryEvent recorded, HistoryEvent asked, bool strict)
    {
        if (recorded.Kind != asked.Kind)
        {
            throw Told(recorded, isMissing: false, $"the current orchestration replay instead {OtherKind(recorded.Kind, asked.Kind)}");
        }

        if (!string.Equals(recorded.Name, asked.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw Told(recorded, isMissing: false, $"the current orchestration replay instead scheduled {OtherName(asked)}");
        }

        if (strict)
        {
            RequireSame(recorded, "input", recorded.Data, asked.Data, SameJson(recorded.Data, asked.Data));
            RequireSame(recorded, "fire time", Instant(recorded), Instant(asked), recorded.FireAtUtc == asked.FireAtUtc);
            RequireSame(recorded, "instance id", recorded.Other, asked.Other, recorded.Other == asked.Other);
        }
    }

    private static NonDeterministicOrchestrationException Told(HistoryEvent recorded, bool isMissing, string now) => new(
        recorded.TaskId,
        $"A previous execution of this orchestration scheduled {Scheduled(recorded, isMissing)}, but {now}. {Question}");

    private static string Scheduled(HistoryEvent recorded, bool isMissing) => recorded.Kind switch
    {
        EventKind.TaskScheduled when isMissing =>
            $"an activity task with sequence ID {recorded.TaskId} and name '{recorded.Name}' (version '{recorded.Version}')",
        EventKind.TaskScheduled => $"an activity task with sequence number {recorded.TaskId} named '{recorded.Name}'",
        EventKind.TimerCreated => $"a timer task with sequence number {recorded.TaskId}",
        EventKind.SubOrchestrationCreated =>
            $"a sub-orchestration task with sequence ID {recorded.TaskId} and name '{recorded.Name}' "
            + $"(version '{recorded.Version}', instance ID '{recorded.Other}')",
        _ => $"a send event task with sequence ID {recorded.TaskId}, type '{recorded.Kind}', name '{recorded.Name}', instance ID '{recorded.Other}'",
    };

    private static string OtherKind(EventKind recorded, EventKind asked) => recorded switch
    {
        EventKind.EventSent => $"scheduled a {Action(asked)} task at this sequence number",
        EventKind.SubOrchestrationCreated => $"produced a {Action(asked)} action at this sequence number",
        _ => $"produced a {Action(asked)} action with this sequence number",
    };

    private static string OtherName(HistoryEvent asked) => asked.Kind switch
    {
        EventKind.TaskScheduled => $"an activity task named '{asked.Name}' with this sequence number",
        EventKind.SubOrchestrationCreated => $"a sub-orchestration task with name {asked.Name} at this sequence number",
        _ => $"a send event task with name {asked.Name} at this sequence number",
    };

    // The names of upstream's classes: they are what people search for.
    private static string Action(EventKind asked) => asked switch
    {
        EventKind.TaskScheduled => "ScheduleTaskOrchestratorAction",
        EventKind.TimerCreated => "CreateTimerOrchestratorAction",
        EventKind.SubOrchestrationCreated => "CreateSubOrchestrationAction",
        _ => "SendEventOrchestratorAction",
    };

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
