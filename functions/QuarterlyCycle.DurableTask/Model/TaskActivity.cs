namespace Microsoft.DurableTask;

/// <summary>One step of work that an orchestrator calls; it runs at least once.</summary>
public interface ITaskActivity
{
    /// <summary>The type of the input.</summary>
    Type InputType { get; }

    /// <summary>The type of the result.</summary>
    Type OutputType { get; }

    /// <summary>Does the step.</summary>
    Task<object?> RunAsync(TaskActivityContext context, object? input);
}

/// <summary>An activity with a typed input and a typed result.</summary>
public abstract class TaskActivity<TInput, TOutput> : ITaskActivity
{
    Type ITaskActivity.InputType => typeof(TInput);

    Type ITaskActivity.OutputType => typeof(TOutput);

    async Task<object?> ITaskActivity.RunAsync(TaskActivityContext context, object? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        return input switch
        {
            TInput typed => await RunAsync(context, typed),
            null => await RunAsync(context, default!),
            _ => throw new ArgumentException($"The input is a {input.GetType()}; this activity takes a {typeof(TInput)}.", nameof(input)),
        };
    }

    /// <summary>Does the step.</summary>
    public abstract Task<TOutput> RunAsync(TaskActivityContext context, TInput input);
}

/// <summary>What an activity may know about its call.</summary>
public abstract class TaskActivityContext
{
    /// <summary>The name under which the activity was called.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The id of the orchestration that called it.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The version asked for.</summary>
    public virtual string Version => string.Empty;
}
