namespace Microsoft.DurableTask;

public sealed partial class DurableTaskRegistry
{
    /// <summary>Adds an orchestrator made by a factory, for one version.</summary>
    public DurableTaskRegistry AddOrchestrator(TaskName name, TaskVersion version, Func<ITaskOrchestrator> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Add(_orchestrators, name, version, _ => factory());
    }

    /// <summary>Adds an orchestrator made by a factory.</summary>
    public DurableTaskRegistry AddOrchestrator(TaskName name, Func<ITaskOrchestrator> factory) => AddOrchestrator(name, default, factory);

    /// <summary>Adds an orchestrator class under a name.</summary>
    public DurableTaskRegistry AddOrchestrator(TaskName name, Type type)
    {
        RequireConcrete<ITaskOrchestrator>(type);
        return AddOrchestrator(name, VersionOf(type), () => (ITaskOrchestrator)Activator.CreateInstance(type)!);
    }

    /// <summary>Adds an orchestrator class under its own name.</summary>
    public DurableTaskRegistry AddOrchestrator(Type type)
    {
        RequireConcrete<ITaskOrchestrator>(type);
        return AddOrchestrator(NameOf(type), type);
    }

    /// <summary>Adds an orchestrator class under a name.</summary>
    public DurableTaskRegistry AddOrchestrator<TOrchestrator>(TaskName name)
        where TOrchestrator : class, ITaskOrchestrator => AddOrchestrator(name, typeof(TOrchestrator));

    /// <summary>Adds an orchestrator class under its own name.</summary>
    public DurableTaskRegistry AddOrchestrator<TOrchestrator>()
        where TOrchestrator : class, ITaskOrchestrator => AddOrchestrator(typeof(TOrchestrator));

    /// <summary>Adds one orchestrator object under a name.</summary>
    public DurableTaskRegistry AddOrchestrator(TaskName name, ITaskOrchestrator orchestrator)
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        return AddOrchestrator(name, VersionOf(orchestrator.GetType()), () => orchestrator);
    }

    /// <summary>Adds one orchestrator object under the name of its class.</summary>
    public DurableTaskRegistry AddOrchestrator(ITaskOrchestrator orchestrator)
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        return AddOrchestrator(NameOf(orchestrator.GetType()), orchestrator);
    }

    /// <summary>Adds a function as an orchestrator.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TInput, TOutput>(
        TaskName name, Func<TaskOrchestrationContext, TInput, Task<TOutput>> orchestrator) =>
        AddOrchestratorFunc(name, default, orchestrator);

    /// <summary>Adds a function as an orchestrator, for one version.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TInput, TOutput>(
        TaskName name, TaskVersion version, Func<TaskOrchestrationContext, TInput, Task<TOutput>> orchestrator)
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        FunctionOrchestrator<TInput, TOutput> wrapped = new(orchestrator);
        return AddOrchestrator(name, version, () => wrapped);
    }

    /// <summary>Adds a function as an orchestrator.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TInput, TOutput>(
        TaskName name, Func<TaskOrchestrationContext, TInput, TOutput> orchestrator) =>
        AddOrchestratorFunc<TInput, TOutput>(name, (context, input) => Task.FromResult(orchestrator(context, input)));

    /// <summary>Adds a function without a result as an orchestrator.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TInput>(TaskName name, Func<TaskOrchestrationContext, TInput, Task> orchestrator) =>
        AddOrchestratorFunc<TInput, object?>(name, async (context, input) =>
        {
            await orchestrator(context, input);
            return null;
        });

    /// <summary>Adds a function without an input as an orchestrator.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TOutput>(TaskName name, Func<TaskOrchestrationContext, Task<TOutput>> orchestrator) =>
        AddOrchestratorFunc<object?, TOutput>(name, (context, _) => orchestrator(context));

    /// <summary>Adds a function without input and result as an orchestrator.</summary>
    public DurableTaskRegistry AddOrchestratorFunc(TaskName name, Func<TaskOrchestrationContext, Task> orchestrator) =>
        AddOrchestratorFunc<object?, object?>(name, async (context, _) =>
        {
            await orchestrator(context);
            return null;
        });

    /// <summary>Adds a function without an input as an orchestrator.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TOutput>(TaskName name, Func<TaskOrchestrationContext, TOutput> orchestrator) =>
        AddOrchestratorFunc<object?, TOutput>(name, (context, _) => orchestrator(context));

    /// <summary>Adds a function without a result as an orchestrator.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TInput>(TaskName name, Action<TaskOrchestrationContext, TInput> orchestrator) =>
        AddOrchestratorFunc<TInput, object?>(name, (context, input) =>
        {
            orchestrator(context, input);
            return Task.FromResult<object?>(null);
        });

    /// <summary>Adds a function without input and result as an orchestrator.</summary>
    public DurableTaskRegistry AddOrchestratorFunc(TaskName name, Action<TaskOrchestrationContext> orchestrator) =>
        AddOrchestratorFunc<object?, object?>(name, (context, _) =>
        {
            orchestrator(context);
            return Task.FromResult<object?>(null);
        });

    private sealed class FunctionOrchestrator<TInput, TOutput>(Func<TaskOrchestrationContext, TInput, Task<TOutput>> function)
        : TaskOrchestrator<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input) => function(context, input);
    }
}
