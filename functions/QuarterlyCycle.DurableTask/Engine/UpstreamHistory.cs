using System.Globalization;
using DurableTask.Core;
using Microsoft.DurableTask;
using QuarterlyCycle.DurableTask.Store;
using Told = DurableTask.Core.History;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>A stored history in the types in which upstream tells one.</summary>
internal static class UpstreamHistory
{
    private const int NoNumber = -1;

    public static List<Told.HistoryEvent> Of(LoadedInstance instance)
    {
        List<Told.HistoryEvent> told = [];
        DateTime? episodeUtc = null;
        int asked = 0;
        foreach (HistoryEvent happened in instance.History)
        {
            if (happened.Kind == EventKind.EpisodeStarted)
            {
                EndEpisode(told, episodeUtc);
                episodeUtc = happened.AtUtc;
            }

            Told.HistoryEvent one = One(happened, instance.Row, asked);
            one.Timestamp = happened.AtUtc;
            one.IsPlayed = true;
            told.Add(one);
            asked += happened.Kind is EventKind.TaskScheduled or EventKind.TimerCreated or EventKind.SubOrchestrationCreated or EventKind.EventSent
                ? 1
                : 0;
        }

        EndEpisode(told, episodeUtc);
        return told;
    }

    // The end of an episode is not stored: it is where the next begins, and time stands still in between.
    private static void EndEpisode(List<Told.HistoryEvent> told, DateTime? episodeUtc)
    {
        if (episodeUtc is { } atUtc)
        {
            told.Add(new Told.OrchestratorCompletedEvent(NoNumber) { Timestamp = atUtc, IsPlayed = true });
        }
    }

    private static Told.HistoryEvent One(HistoryEvent happened, InstanceRow row, int asked) => happened.Kind switch
    {
        EventKind.EpisodeStarted => new Told.OrchestratorStartedEvent(NoNumber),
        EventKind.ExecutionStarted => Started(happened, row),
        EventKind.TaskScheduled => new Told.TaskScheduledEvent(happened.TaskId, happened.Name!, happened.Version, happened.Data),
        EventKind.TaskCompleted => new Told.TaskCompletedEvent(NoNumber, happened.TaskId, happened.Data),
        EventKind.TaskFailed => new Told.TaskFailedEvent(
            NoNumber, happened.TaskId, happened.Failure?.ErrorMessage, null, CoreFailure.Of(happened.Failure)),
        EventKind.TimerCreated => new Told.TimerCreatedEvent(happened.TaskId, happened.FireAtUtc!.Value),
        EventKind.TimerFired => new Told.TimerFiredEvent(NoNumber, happened.FireAtUtc!.Value) { TimerId = happened.TaskId },
        EventKind.SubOrchestrationCreated => new Told.SubOrchestrationInstanceCreatedEvent(happened.TaskId)
        {
            Name = happened.Name,
            Version = happened.Version,
            InstanceId = happened.Other,
            Input = happened.Data,
        },
        EventKind.SubOrchestrationCompleted => new Told.SubOrchestrationInstanceCompletedEvent(NoNumber, happened.TaskId, happened.Data),
        EventKind.SubOrchestrationFailed => new Told.SubOrchestrationInstanceFailedEvent(
            NoNumber, happened.TaskId, happened.Failure?.ErrorMessage, null, CoreFailure.Of(happened.Failure)),
        EventKind.EventSent => new Told.EventSentEvent(happened.TaskId) { InstanceId = happened.Other, Name = happened.Name, Input = happened.Data },
        EventKind.EventRaised => new Told.EventRaisedEvent(NoNumber, happened.Data) { Name = happened.Name },
        EventKind.ExecutionSuspended => new Told.ExecutionSuspendedEvent(NoNumber, happened.Data),
        EventKind.ExecutionResumed => new Told.ExecutionResumedEvent(NoNumber, happened.Data),
        EventKind.ExecutionTerminated => new Told.ExecutionTerminatedEvent(NoNumber, happened.Data),

        // The end takes the next number, as every action does.
        EventKind.ExecutionCompleted => new Told.ExecutionCompletedEvent(
            asked, happened.Data, Enum.Parse<OrchestrationStatus>($"{row.Status}"), CoreFailure.Of(happened.Failure)),
        _ => throw new InvalidDataException($"The history of '{row.Id}' has an event of the kind {happened.Kind}, which this program does not know."),
    };

    private static Told.ExecutionStartedEvent Started(HistoryEvent happened, InstanceRow row) => new(NoNumber, happened.Data)
    {
        OrchestrationInstance = Instance(row.Id, row.Execution),
        ParentInstance = row.Parent is { } parent
            ? new ParentInstance
            {
                Name = parent.Name,
                OrchestrationInstance = Instance(parent.Instance, parent.Execution),
                TaskScheduleId = parent.TaskId,
            }
            : null,
        Name = happened.Name,
        Version = happened.Version,
        Tags = row.Tags?.ToDictionary(),
    };

    private static OrchestrationInstance Instance(string id, long execution) =>
        new() { InstanceId = id, ExecutionId = execution.ToString(CultureInfo.InvariantCulture) };
}
