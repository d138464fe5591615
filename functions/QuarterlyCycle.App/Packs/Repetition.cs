namespace QuarterlyCycle.App.Packs;

/// <summary>Keeps what a report already says from being printed a second time.</summary>
internal static class Repetition
{
    /// <summary>The words, or null when they are blank or stand whole in what is said already.</summary>
    public static string? Unless(string? words, string said) =>
        string.IsNullOrWhiteSpace(words) || Plain(said).Contains(Plain(words), StringComparison.OrdinalIgnoreCase) ? null : words.Trim();

    /// <summary>The words, or null when they are blank or only list names that are printed beside them.</summary>
    public static string? UnlessOnly(string? words, IEnumerable<string> names)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        // The longest first, because one name may begin with another.
        string rest = names.Select(Plain).Where(name => name.Length > 0)
            .OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)
            .Aggregate(Plain(words), (left, name) => left.Replace(name, " ", StringComparison.OrdinalIgnoreCase));
        return rest.Any(char.IsLetterOrDigit) ? words.Trim() : null;
    }

    private static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
