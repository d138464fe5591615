using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>Runs activities; whatever they throw becomes their result.</summary>
internal sealed class ActivityRunner(EngineSettings settings, TimeProvider clock, ILogger logger)
{
    public async Task<HistoryEvent> Run(WaitingTask task)
    {
        if (!settings.Catalogue.HasActivity(task.Name))
        {
            return Failed(task, Ending.NoActivity(task.Name));
        }

        try
        {
            Context context = new(task);
            object? output = await settings.Catalogue.RunActivity(
                task.Name, context, type => settings.Converter.Deserialize(task.Input, type));
            return Result(EventKind.TaskCompleted, task) with { Data = settings.Converter.Serialize(output) };
        }
        catch (Exception fault)
        {
            logger.LogWarning(fault, "Activity {Name} of orchestration {InstanceId} has failed", task.Name, task.Instance);
            return Failed(task, Ending.From(fault));
        }
    }

    private HistoryEvent Failed(WaitingTask task, TaskFailureDetails failure) => Result(EventKind.TaskFailed, task) with { Failure = failure };

    private HistoryEvent Result(EventKind kind, WaitingTask task) => new(kind, clock.GetUtcNow().UtcDateTime) { TaskId = task.TaskId };

    private sealed class Context(WaitingTask task) : TaskActivityContext
    {
        public override TaskName Name => task.Name;

        public override string InstanceId => task.Instance;

        public override string Version => task.Version;
    }
}
