namespace QuarterlyCycle.App.Files;

/// <summary>What a file may be called; every store checks it, so that no name leads out of the store.</summary>
public static class FileNames
{
    private const int Longest = 512;

    // File systems stop at 255 bytes for each part, some of which a store's own endings take; Blob storage stops at 254 parts.
    private const int LongestPart = 200;
    private const int MostParts = 100;

    /// <summary>Throws when a file cannot have this name.</summary>
    public static void Check(string name)
    {
        if (name.Length is 0 or > Longest)
        {
            throw new ArgumentException($"A file name has {name.Length} characters; 1 to {Longest} are allowed.", nameof(name));
        }

        string[] parts = name.Split('/');
        if (parts.Length > MostParts || parts.Any(part => part.Length > LongestPart))
        {
            throw new ArgumentException($"'{name}' cannot be a file name: at most {MostParts} parts between slashes, and {LongestPart} characters in each, are allowed.", nameof(name));
        }

        foreach (string part in parts)
        {
            // A leading dot would reach the parent folder or the store's own unfinished files; a trailing dot or space is lost on Windows.
            if (part.Length == 0 || part[0] is '.' or ' ' || part[^1] is '.' or ' ' || !part.All(IsAllowed))
            {
                throw new ArgumentException($"'{name}' cannot be a file name: use letters, digits, spaces and - . _ between single slashes.", nameof(name));
            }
        }
    }

    /// <summary>Throws when no file name can start like this; the empty prefix is every file's.</summary>
    public static void CheckPrefix(string prefix)
    {
        if (prefix.Length > 0)
        {
            Check(prefix[^1] is '/' or '.' or ' ' ? prefix + "x" : prefix);
        }
    }

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is ' ' or '-' or '.' or '_';
}
