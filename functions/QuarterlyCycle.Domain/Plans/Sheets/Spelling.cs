namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>How far apart two spellings are.</summary>
internal static class Spelling
{
    /// <summary>The number of single edits between two words, where swapping two neighbours is one (optimal string alignment).</summary>
    public static int Distance(string left, string right)
    {
        int[,] edits = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            edits[i, 0] = i;
        }

        for (int j = 0; j <= right.Length; j++)
        {
            edits[0, j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int change = left[i - 1] == right[j - 1] ? 0 : 1;
                edits[i, j] = Math.Min(Math.Min(edits[i - 1, j] + 1, edits[i, j - 1] + 1), edits[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[left.Length, right.Length];
    }

    /// <summary>The known word nearest to what was typed, if it is near enough to be meant.</summary>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        string word = typed.ToLowerInvariant();
        int furthest = Math.Clamp(word.Length / 3, 1, 3);
        return known
            .Select(candidate => (candidate, distance: Math.Abs(candidate.Length - word.Length) > furthest ? int.MaxValue : Distance(word, candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= furthest)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>" Did you mean high?", or nothing.</summary>
    public static string DidYouMean(string typed, IEnumerable<string> known) => Nearest(typed, known) is { } nearest ? $" Did you mean {nearest}?" : "";
}
