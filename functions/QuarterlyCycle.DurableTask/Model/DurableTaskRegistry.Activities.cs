using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask;

public sealed partial class DurableTaskRegistry
{
    /// <summary>Adds an activity made by a factory from the host's services.</summary>
    public DurableTaskRegistry AddActivity(TaskName name, Func<IServiceProvider, ITaskActivity> factory) =>
        Add(_activities, name, default, factory);

    /// <summary>Adds an activity made by a factory, for one version.</summary>
    public DurableTaskRegistry AddActivity(TaskName name, TaskVersion version, Func<ITaskActivity> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Add(_activities, name, version, _ => factory());
    }

    /// <summary>Adds an activity class under a name; its constructor takes the host's services.</summary>
    public DurableTaskRegistry AddActivity(TaskName name, Type type)
    {
        RequireConcrete<ITaskActivity>(type);
        return Add(
            _activities,
            name,
            VersionOf(type),
            services => (ITaskActivity)ActivatorUtilities.GetServiceOrCreateInstance(services, type));
    }

    /// <summary>Adds an activity class under its own name.</summary>
    public DurableTaskRegistry AddActivity(Type type)
    {
        RequireConcrete<ITaskActivity>(type);
        return AddActivity(NameOf(type), type);
    }

    /// <summary>Adds an activity class under a name.</summary>
    public DurableTaskRegistry AddActivity<TActivity>(TaskName name)
        where TActivity : class, ITaskActivity => AddActivity(name, typeof(TActivity));

    /// <summary>Adds an activity class under its own name.</summary>
    public DurableTaskRegistry AddActivity<TActivity>()
        where TActivity : class, ITaskActivity => AddActivity(typeof(TActivity));

    /// <summary>Adds one activity object under a name.</summary>
    public DurableTaskRegistry AddActivity(TaskName name, ITaskActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return AddActivity(name, VersionOf(activity.GetType()), () => activity);
    }

    /// <summary>Adds one activity object under the name of its class.</summary>
    public DurableTaskRegistry AddActivity(ITaskActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return AddActivity(NameOf(activity.GetType()), activity);
    }

    /// <summary>Adds a function as an activity.</summary>
    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(
        TaskName name, Func<TaskActivityContext, TInput, Task<TOutput>> activity) => AddActivityFunc(name, default, activity);

    /// <summary>Adds a function as an activity, for one version.</summary>
    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(
        TaskName name, TaskVersion version, Func<TaskActivityContext, TInput, Task<TOutput>> activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        FunctionActivity<TInput, TOutput> wrapped = new(activity);
        return AddActivity(name, version, () => wrapped);
    }

    /// <summary>Adds a function as an activity.</summary>
    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(TaskName name, Func<TaskActivityContext, TInput, TOutput> activity) =>
        AddActivityFunc<TInput, TOutput>(name, (context, input) => Task.FromResult(activity(context, input)));

    /// <summary>Adds a function without a result as an activity.</summary>
    public DurableTaskRegistry AddActivityFunc<TInput>(TaskName name, Func<TaskActivityContext, TInput, Task> activity) =>
        AddActivityFunc<TInput, object?>(name, async (context, input) =>
        {
            await activity(context, input);
            return null;
        });

    /// <summary>Adds a function without an input as an activity.</summary>
    public DurableTaskRegistry AddActivityFunc<TOutput>(TaskName name, Func<TaskActivityContext, Task<TOutput>> activity) =>
        AddActivityFunc<object?, TOutput>(name, (context, _) => activity(context));

    /// <summary>Adds a function without input and result as an activity.</summary>
    public DurableTaskRegistry AddActivityFunc(TaskName name, Func<TaskActivityContext, Task> activity) =>
        AddActivityFunc<object?, object?>(name, async (context, _) =>
        {
            await activity(context);
            return null;
        });

    /// <summary>Adds a function without an input as an activity.</summary>
    public DurableTaskRegistry AddActivityFunc<TOutput>(TaskName name, Func<TaskActivityContext, TOutput> activity) =>
        AddActivityFunc<object?, TOutput>(name, (context, _) => activity(context));

    /// <summary>Adds a function without a result as an activity.</summary>
    public DurableTaskRegistry AddActivityFunc<TInput>(TaskName name, Action<TaskActivityContext, TInput> activity) =>
        AddActivityFunc<TInput, object?>(name, (context, input) =>
        {
            activity(context, input);
            return Task.FromResult<object?>(null);
        });

    /// <summary>Adds a function without input and result as an activity.</summary>
    public DurableTaskRegistry AddActivityFunc(TaskName name, Action<TaskActivityContext> activity) =>
        AddActivityFunc<object?, object?>(name, (context, _) =>
        {
            activity(context);
            return Task.FromResult<object?>(null);
        });

    private sealed class FunctionActivity<TInput, TOutput>(Func<TaskActivityContext, TInput, Task<TOutput>> function)
        : TaskActivity<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(TaskActivityContext context, TInput input) => function(context, input);
    }
}
