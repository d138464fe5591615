using System.Globalization;
using System.Text;

namespace QuarterlyCycle.AzureStorage;

/// <summary>Keys as Table storage takes them: plain characters as they are, every other one as a tilde and four hexadecimal digits.</summary>
public static class TableKeys
{
    // The service's limit is one KiB, at two bytes a character.
    private const int Longest = 512;

    /// <summary>The key as it is stored; refused when the escapes make it longer than the service allows.</summary>
    public static string Escape(string key)
    {
        StringBuilder escaped = new(key.Length);
        foreach (char character in key)
        {
            if (IsPlain(character))
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"~{(int)character:X4}");
            }
        }

        return escaped.Length <= Longest
            ? escaped.ToString()
            : throw new ArgumentException($"The key '{key}' has {escaped.Length} characters in Table storage; at most {Longest} are allowed.", nameof(key));
    }

    /// <summary>The key that was escaped.</summary>
    public static string Read(string escaped)
    {
        StringBuilder key = new(escaped.Length);
        for (int index = 0; index < escaped.Length; index++)
        {
            if (escaped[index] == '~')
            {
                key.Append((char)int.Parse(escaped.AsSpan(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                index += 4;
            }
            else
            {
                key.Append(escaped[index]);
            }
        }

        return key.ToString();
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '@' or ':' or ',';
}
