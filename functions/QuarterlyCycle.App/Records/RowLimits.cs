namespace QuarterlyCycle.App.Records;

/// <summary>What a row may hold; every store checks it before it writes.</summary>
public static class RowLimits
{
    /// <summary>The longest value, in characters; longer text belongs in a file.</summary>
    public const int LongestValue = 32_768;

    /// <summary>The most values that a row may have.</summary>
    public const int MostValues = 252;

    // The limits of Azure Table storage: 255 properties of which three are its own, and 1 MiB a row with two bytes a character.
    private const int LongestName = 255;
    private const int MostCharacters = 500_000;

    /// <summary>Throws when the row cannot be stored.</summary>
    public static void Check(string table, Row row)
    {
        Keys.Check(table, row.Partition, row.Key);
        if (row.Values.Count > MostValues)
        {
            throw new ArgumentException($"Row '{row.Partition}', '{row.Key}' of table {table} has {row.Values.Count} values; at most {MostValues} are allowed.", nameof(row));
        }

        int characters = 0;
        foreach ((string name, string value) in row.Values)
        {
            CheckName(table, name);
            if (value.Length > LongestValue)
            {
                throw new ArgumentException(
                    $"{name} of row '{row.Partition}', '{row.Key}' of table {table} has {value.Length} characters; at most {LongestValue} are allowed, longer text goes into a file.",
                    nameof(row));
            }

            if (HalfCharacters.AreIn(value))
            {
                throw new ArgumentException(
                    $"{name} of row '{row.Partition}', '{row.Key}' of table {table} holds half a character: a surrogate without its other half.", nameof(row));
            }

            characters += name.Length + value.Length;
        }

        if (characters > MostCharacters)
        {
            throw new ArgumentException($"Row '{row.Partition}', '{row.Key}' of table {table} has {characters} characters; at most {MostCharacters} are allowed.", nameof(row));
        }
    }

    private static void CheckName(string table, string name)
    {
        if (name.Length is 0 or > LongestName
            || !(char.IsAsciiLetter(name[0]) || name[0] == '_')
            || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
            || name is "PartitionKey" or "RowKey" or "Timestamp" or "ETag" or "WriteId")
        {
            throw new ArgumentException($"Table {table} cannot have a value named '{name}'.", nameof(name));
        }
    }
}
