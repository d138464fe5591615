namespace Microsoft.DurableTask;

/// <summary>A plan of steps that is replayed from its history, and therefore must do the same every time.</summary>
public interface ITaskOrchestrator
{
    /// <summary>The type of the input.</summary>
    Type InputType { get; }

    /// <summary>The type of the result.</summary>
    Type OutputType { get; }

    /// <summary>Runs the plan from its beginning.</summary>
    Task<object?> RunAsync(TaskOrchestrationContext context, object? input);
}

/// <summary>An orchestrator with a typed input and a typed result.</summary>
public abstract class TaskOrchestrator<TInput, TOutput> : ITaskOrchestrator
{
    Type ITaskOrchestrator.InputType => typeof(TInput);

    Type ITaskOrchestrator.OutputType => typeof(TOutput);

    async Task<object?> ITaskOrchestrator.RunAsync(TaskOrchestrationContext context, object? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        return input switch
        {
            TInput typed => await RunAsync(context, typed),
            null => await RunAsync(context, default!),
            _ => throw new ArgumentException($"The input is a {input.GetType()}; this orchestrator takes a {typeof(TInput)}.", nameof(input)),
        };
    }

    /// <summary>Runs the plan from its beginning.</summary>
    public abstract Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input);
}

/// <summary>The orchestration that called this one.</summary>
public record ParentOrchestrationInstance(TaskName Name, string InstanceId);

/// <summary>How an orchestration begins again with an empty history.</summary>
public class ContinueAsNewOptions
{
    /// <summary>The input of the new execution.</summary>
    public object? NewInput { get; set; }

    /// <summary>Whether events that nobody has received go on to the new execution.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;

    /// <summary>The version of the new execution, or the same one.</summary>
    public string? NewVersion { get; set; }
}
