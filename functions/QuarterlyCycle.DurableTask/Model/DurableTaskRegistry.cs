namespace Microsoft.DurableTask;

/// <summary>The orchestrators and activities of a host, by name and version.</summary>
public sealed partial class DurableTaskRegistry
{
    private readonly Dictionary<(TaskName Name, TaskVersion Version), Func<IServiceProvider, ITaskOrchestrator>> _orchestrators = [];
    private readonly Dictionary<(TaskName Name, TaskVersion Version), Func<IServiceProvider, ITaskActivity>> _activities = [];

    /// <summary>The orchestrators with their names.</summary>
    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskOrchestrator>>> GetOrchestrators() =>
        _orchestrators.Select(entry => KeyValuePair.Create(entry.Key.Name, entry.Value));

    /// <summary>The activities with their names.</summary>
    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskActivity>>> GetActivities() =>
        _activities.Select(entry => KeyValuePair.Create(entry.Key.Name, entry.Value));

    private static TaskName NameOf(Type type) => Named(type)?.Name is { Name: { Length: > 0 } } name ? name : new TaskName(type.Name);

    private static TaskVersion VersionOf(Type type) => Named(type)?.Version is { Length: > 0 } version ? new TaskVersion(version) : default;

    private static DurableTaskAttribute? Named(Type type) =>
        (DurableTaskAttribute?)Attribute.GetCustomAttribute(type, typeof(DurableTaskAttribute));

    private static void RequireConcrete<TTask>(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!typeof(TTask).IsAssignableFrom(type) || type.IsAbstract || type.IsInterface)
        {
            throw new ArgumentException($"{type} is not a class that implements {typeof(TTask).Name}.", nameof(type));
        }
    }

    private DurableTaskRegistry Add<TTask>(
        Dictionary<(TaskName Name, TaskVersion Version), Func<IServiceProvider, TTask>> tasks,
        TaskName name,
        TaskVersion version,
        Func<IServiceProvider, TTask> factory)
    {
        ArgumentException.ThrowIfNullOrEmpty(name.Name, nameof(name));
        ArgumentNullException.ThrowIfNull(factory);
        if (!tasks.TryAdd((name, version), factory))
        {
            throw new ArgumentException($"There is already a {typeof(TTask).Name} named '{name}' of version '{version}'.", nameof(name));
        }

        return this;
    }
}
