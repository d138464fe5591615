namespace Microsoft.DurableTask;

/// <summary>The version of an orchestrator or an activity; none is the empty text.</summary>
public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    /// <summary>No version.</summary>
    public static readonly TaskVersion Unversioned;

    private readonly string? _version;

    /// <summary>A version from its text.</summary>
    public TaskVersion(string? version)
    {
        if (!string.IsNullOrEmpty(version) && string.IsNullOrWhiteSpace(version))
        {
            throw new ArgumentException("A version is a text such as \"1.0\", or nothing; it cannot be white space.", nameof(version));
        }

        _version = version;
    }

    /// <summary>The text of the version.</summary>
    public string Version => _version ?? string.Empty;

    /// <summary>The text of a version.</summary>
    public static implicit operator string(TaskVersion value) => value.Version;

    /// <summary>A version from its text.</summary>
    public static implicit operator TaskVersion(string? value) => new(value);

    /// <summary>Whether two versions are the same.</summary>
    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    /// <summary>Whether two versions differ.</summary>
    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    /// <summary>Whether the other version is the same.</summary>
    public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the object is the same version.</summary>
    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    /// <summary>A hash that does not look at case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);

    /// <summary>The text of the version.</summary>
    public override string ToString() => Version;
}
