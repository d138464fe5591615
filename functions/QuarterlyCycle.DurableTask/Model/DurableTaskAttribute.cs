namespace Microsoft.DurableTask;

/// <summary>Names an orchestrator or an activity for the registry.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class DurableTaskAttribute : Attribute
{
    /// <summary>Gives a name; without one the name of the class is used.</summary>
    public DurableTaskAttribute(string? name = null) => Name = string.IsNullOrEmpty(name) ? default : new TaskName(name);

    /// <summary>The name.</summary>
    public TaskName Name { get; }

    /// <summary>The version, or none.</summary>
    public string? Version { get; set; }
}
