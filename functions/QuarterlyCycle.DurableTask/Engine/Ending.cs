using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using QuarterlyCycle.DurableTask.Store;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>The failures that the engine itself writes.</summary>
internal static class Ending
{
    public const string ActivityNotFound = "ActivityTaskNotFound";

    /// <summary>The detail of a termination that reaches those below, too.</summary>
    public const string WithChildren = "WithChildren";

    public const string OrchestratorNotFound = "OrchestratorTaskNotFound";

    /// <summary>Whether another attempt cannot help, because the name is not registered.</summary>
    public static bool IsHopeless(TaskFailureDetails failure) => failure.ErrorType is ActivityNotFound or OrchestratorNotFound;

    public static TaskFailureDetails NoActivity(string name) => Plain(ActivityNotFound, $"No activity named '{name}' is registered.");

    public static TaskFailureDetails NoOrchestrator(string name) =>
        Plain(OrchestratorNotFound, $"No orchestrator named '{name}' is registered.");

    public static TaskFailureDetails DuplicateChild(string id) => Plain(
        typeof(OrchestrationAlreadyExistsException).FullName!, $"A sub-orchestration cannot start: '{id}' is there already and has not ended.");

    public static TaskFailureDetails Terminated(InstanceRow child) =>
        Plain("OrchestrationTerminated", $"The orchestration '{child.Id}' was terminated: {child.Output ?? "no reason given"}.");

    public static TaskFailureDetails Replaced(InstanceRow child) =>
        Plain("OrchestrationTerminated", $"The orchestration '{child.Id}' was terminated: another was started under its id.");

    public static TaskFailureDetails Strayed(string name) => Plain(typeof(InvalidOperationException).FullName!, StrayedMessage(name));

    public static string StrayedMessage(string name) =>
        $"The orchestrator '{name}' awaits something that is not durable, or has left its thread. "
        + "It may await only what its context gives: no Task.Delay, Task.Run, ConfigureAwait(false) or input and output.";

    public static TaskFailureDetails From(Exception exception)
    {
        // The failed call keeps its own details inside those of the orchestration that did not catch it.
        if (exception is Microsoft.DurableTask.TaskFailedException failed)
        {
            return new TaskFailureDetails(
                typeof(Microsoft.DurableTask.TaskFailedException).FullName!, failed.Message, failed.StackTrace, failed.FailureDetails, null);
        }

        // Upstream's own details of the core's exceptions keep neither their type nor their words.
        if (exception is OrchestrationException { FailureDetails: null })
        {
            return new TaskFailureDetails(
                exception.GetType().ToString(),
                exception.Message,
                exception.StackTrace,
                exception.InnerException is { } cause ? From(cause) : null,
                null);
        }

        return TaskFailureDetails.FromException(exception);
    }

    private static TaskFailureDetails Plain(string type, string message) => new(type, message, null, null, null);
}
