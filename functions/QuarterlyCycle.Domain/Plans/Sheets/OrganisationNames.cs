namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Finds evidence that two organisations of the plan are one.</summary>
internal static class OrganisationNames
{
    /// <summary>Why the two names may mean one organisation; null when nothing says so.</summary>
    public static string? Evidence(string one, string other)
    {
        string[] oneWords = Words(one);
        string[] otherWords = Words(other);
        string oneName = string.Join(' ', oneWords);
        string otherName = string.Join(' ', otherWords);
        if (oneName == otherName)
        {
            return "the names are the same";
        }

        if (Math.Min(oneName.Length, otherName.Length) >= 8 && Spelling.Distance(oneName, otherName) <= 2)
        {
            return "the names differ by one or two letters";
        }

        if (Shorten(oneWords, otherWords) || Shorten(otherWords, oneWords))
        {
            return "one name shortens words of the other to their initials";
        }

        return OneWordApart(oneWords, otherWords) is { } words ? $"the names differ only in {words}" : null;
    }

    // "Derby City Primary Care Trust" and "Derby City PCT".
    private static bool Shorten(string[] longer, string[] shorter)
    {
        for (int place = 0; place < shorter.Length; place++)
        {
            int count = shorter[place].Length;
            bool canBeInitials = count >= 2 && longer.Length == shorter.Length - 1 + count;
            if (canBeInitials
                && longer.Take(place).SequenceEqual(shorter.Take(place))
                && longer.Skip(place + count).SequenceEqual(shorter.Skip(place + 1))
                && string.Concat(longer.Skip(place).Take(count).Select(word => word[0])) == shorter[place])
            {
                return true;
            }
        }

        return false;
    }

    // "Connexions Derbyshire" and "Connexions Derby"; words with other initials are taken for other organisations.
    private static string? OneWordApart(string[] one, string[] other)
    {
        if (one.Length != other.Length || one.Length < 2)
        {
            return null;
        }

        (string First, string Second)[] apart = [.. one.Zip(other).Where(pair => pair.First != pair.Second)];
        return apart.Length == 1 && apart[0].First[0] == apart[0].Second[0] ? $"\"{apart[0].First}\" and \"{apart[0].Second}\"" : null;
    }

    private static string[] Words(string name) =>
        name.ToLowerInvariant().Split([' ', ',', '.', '-', '–', '\'', '’', '(', ')', '&'], StringSplitOptions.RemoveEmptyEntries);
}
