namespace Microsoft.DurableTask.Abstractions;

/// <summary>Compares versions.</summary>
public static class TaskOrchestrationVersioningUtils
{
    /// <summary>Below zero if the first is older: two-number versions by number, others as text, none before any.</summary>
    public static int CompareVersions(string sourceVersion, string otherVersion)
    {
        bool hasSource = !string.IsNullOrWhiteSpace(sourceVersion);
        bool hasOther = !string.IsNullOrWhiteSpace(otherVersion);
        if (!hasSource || !hasOther)
        {
            return hasSource.CompareTo(hasOther);
        }

        return Version.TryParse(sourceVersion, out Version? source) && Version.TryParse(otherVersion, out Version? other)
            ? source.CompareTo(other)
            : string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase);
    }
}
