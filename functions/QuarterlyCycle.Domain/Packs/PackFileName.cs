using System.Globalization;

namespace QuarterlyCycle.Domain.Packs;

/// <summary>The names of a pack's files: letters, digits, spaces, hyphens and dots only, so that every system keeps them.</summary>
public static class PackFileName
{
    private const int LongestBodyName = 80;

    /// <summary>Such as "2025-26 Q2 Stay Safe report exempt v1.html"; the ending is given without its dot.</summary>
    public static string Of(Pack pack, string ending)
    {
        string quarter = pack.Quarter.Number.ToString(CultureInfo.InvariantCulture);
        string version = pack.Version.ToString(CultureInfo.InvariantCulture);
        string exempt = pack.Edition == PackEdition.Exempt ? " exempt" : "";
        return $"{pack.Quarter.Year} Q{quarter} {Plain(pack.BodyName)} report{exempt} v{version}.{ending}";
    }

    private static string Plain(string name)
    {
        char[] plain = name.Replace("&", "and", StringComparison.Ordinal).Where(character => character is not ('\'' or '’')).Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' ? character : ' ').ToArray();
        string spaced = string.Join(' ', new string(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return spaced.Length <= LongestBodyName ? spaced : spaced[..LongestBodyName].TrimEnd(' ', '-');
    }
}
