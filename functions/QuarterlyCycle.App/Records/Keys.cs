namespace QuarterlyCycle.App.Records;

/// <summary>What a table, a partition and a key may be called; every store checks it, so that what works on one works on all.</summary>
public static class Keys
{
    // The limits of Azure Table storage, which is the strictest of the stores; workflow.md halves its 1,024 characters.
    private const int LongestKey = 512;
    private const int ShortestTable = 3;
    private const int LongestTable = 63;

    /// <summary>Throws when one of the three cannot be stored.</summary>
    public static void Check(string table, string partition, string key)
    {
        CheckPartition(table, partition);
        CheckPart(table, "key", key);
    }

    /// <summary>Throws when the table or the partition cannot be stored.</summary>
    public static void CheckPartition(string table, string partition)
    {
        if (table.Length is < ShortestTable or > LongestTable || !char.IsAsciiLetter(table[0]) || !table.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"The table name '{table}' must be 3 to 63 letters and digits, a letter first.", nameof(table));
        }

        CheckPart(table, "partition", partition);
    }

    private static void CheckPart(string table, string part, string value)
    {
        if (value.Length is 0 or > LongestKey)
        {
            throw new ArgumentException($"A {part} of table {table} has {value.Length} characters; 1 to {LongestKey} are allowed.", part);
        }

        if (value.Any(character => character is '/' or '\\' or '#' or '?' || char.IsControl(character)))
        {
            throw new ArgumentException($"The {part} '{value}' of table {table} holds a character that keys may not hold (/ \\ # ? or a control character).", part);
        }
    }
}
