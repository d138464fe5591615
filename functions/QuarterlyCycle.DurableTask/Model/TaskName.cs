namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or an activity; upper and lower case do not matter.</summary>
public readonly struct TaskName : IEquatable<TaskName>
{
    /// <summary>Names a task.</summary>
    public TaskName(string name) => Name = name;

    /// <summary>The name as it was given.</summary>
    public string Name { get; }

    /// <summary>The text of a name.</summary>
    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>A name from its text; empty text gives no name.</summary>
    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <summary>Whether two names are the same.</summary>
    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    /// <summary>Whether two names differ.</summary>
    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    /// <summary>Whether the other name is the same.</summary>
    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the object is the same name.</summary>
    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    /// <summary>A hash that does not look at case.</summary>
    public override int GetHashCode() => Name is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <summary>The text of the name.</summary>
    public override string ToString() => Name;
}
