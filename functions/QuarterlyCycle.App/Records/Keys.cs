using System.Buffers;

namespace QuarterlyCycle.App.Records;

/// <summary>What a table, a partition and a key may be called; every store checks it, so that what works on one works on all.</summary>
public static class Keys
{
    /// <summary>How many places a character takes in a key that Table storage could not hold as it is.</summary>
    public const int PlacesOfOthers = 5;

    // The limits of Azure Table storage, which is the strictest of the stores: one KiB a key, two bytes a character.
    private const int MostPlaces = 512;
    private const int ShortestTable = 3;
    private const int LongestTable = 63;

    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static readonly SearchValues<char> InTables = SearchValues.Create(LettersAndDigits);
    private static readonly SearchValues<char> Plain = SearchValues.Create(LettersAndDigits + "-._@:,");

    /// <summary>Throws when one of the three cannot be stored.</summary>
    public static void Check(string table, string partition, string key)
    {
        CheckPartition(table, partition);
        CheckPart(table, "key", key);
    }

    /// <summary>Throws when the table or the partition cannot be stored.</summary>
    public static void CheckPartition(string table, string partition)
    {
        if (table.Length is < ShortestTable or > LongestTable || !char.IsAsciiLetter(table[0]) || table.AsSpan().ContainsAnyExcept(InTables))
        {
            throw new ArgumentException($"The table name '{table}' must be 3 to 63 letters and digits, a letter first.", nameof(table));
        }

        CheckPart(table, "partition", partition);
    }

    /// <summary>Whether the character takes one place in a key: it means nothing to any store.</summary>
    public static bool IsPlain(char character) => Plain.Contains(character);

    private static void CheckPart(string table, string part, string value)
    {
        // Nearly every key, and a store checks them thousands of times a minute.
        if (value.Length is > 0 and <= MostPlaces && !value.AsSpan().ContainsAnyExcept(Plain))
        {
            return;
        }

        int plain = value.Count(IsPlain);
        int places = plain + ((value.Length - plain) * PlacesOfOthers);
        if (places is 0 or > MostPlaces)
        {
            throw new ArgumentException(
                $"A {part} of table {table} has {value.Length} characters and takes {places} places; 1 to {MostPlaces} are allowed. Letters, digits and - . _ @ : , take one, all others {PlacesOfOthers}.",
                part);
        }

        if (value.Any(character => character is '/' or '\\' or '#' or '?' || char.IsControl(character)))
        {
            throw new ArgumentException($"The {part} '{value}' of table {table} holds a character that keys may not hold (/ \\ # ? or a control character).", part);
        }

        if (HalfCharacters.AreIn(value))
        {
            throw new ArgumentException($"The {part} '{value}' of table {table} holds half a character: a surrogate without its other half.", part);
        }
    }
}
