using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>The registered orchestrators and activities by name.</summary>
internal sealed class TaskCatalogue
{
    private readonly Dictionary<string, Func<IServiceProvider, ITaskOrchestrator>> _orchestrators;
    private readonly Dictionary<string, Func<IServiceProvider, ITaskActivity>> _activities;
    private readonly IServiceProvider _services;

    public TaskCatalogue(DurableTaskRegistry registry, IServiceProvider services)
    {
        _services = services;
        _orchestrators = ByName(registry.GetOrchestrators());
        _activities = ByName(registry.GetActivities());
    }

    public bool HasOrchestrator(string name) => _orchestrators.ContainsKey(name);

    public ITaskOrchestrator CreateOrchestrator(string name) => _orchestrators[name](_services);

    public bool HasActivity(string name) => _activities.ContainsKey(name);

    /// <summary>Makes an activity for one call, in a scope of the host's services that lasts as long as the call.</summary>
    public async Task<object?> RunActivity(string name, TaskActivityContext context, Func<Type, object?> input)
    {
        AsyncServiceScope? scope = _services.GetService<IServiceScopeFactory>()?.CreateAsyncScope();
        try
        {
            ITaskActivity activity = _activities[name](scope?.ServiceProvider ?? _services);
            return await activity.RunAsync(context, input(activity.InputType));
        }
        finally
        {
            if (scope is { } open)
            {
                await open.DisposeAsync();
            }
        }
    }

    private static Dictionary<string, Func<IServiceProvider, TTask>> ByName<TTask>(
        IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, TTask>>> registered)
    {
        Dictionary<string, Func<IServiceProvider, TTask>> byName = new(StringComparer.OrdinalIgnoreCase);
        foreach ((TaskName name, Func<IServiceProvider, TTask> create) in registered)
        {
            if (!byName.TryAdd(name.Name, create))
            {
                throw new ArgumentException($"'{name}' is registered in two versions; only the newest is registered, and it calls the older by itself.", nameof(registered));
            }
        }

        return byName;
    }
}
