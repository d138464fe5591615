using System.Globalization;
using System.Text;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.AzureStorage;

/// <summary>Keys as Table storage takes them: plain characters as they are, every other one as a tilde and four hexadecimal digits. <see cref="Keys"/> has seen to the length.</summary>
public static class TableKeys
{
    private const char Mark = '~';
    private const int Digits = Keys.PlacesOfOthers - 1;

    /// <summary>The key as it is stored.</summary>
    public static string Escape(string key)
    {
        StringBuilder escaped = new(key.Length);
        foreach (char character in key)
        {
            if (Keys.IsPlain(character))
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"{Mark}{(int)character:X4}");
            }
        }

        return escaped.ToString();
    }

    /// <summary>The key that was escaped.</summary>
    public static string Read(string escaped)
    {
        StringBuilder key = new(escaped.Length);
        for (int index = 0; index < escaped.Length; index++)
        {
            if (escaped[index] == Mark)
            {
                key.Append((char)int.Parse(escaped.AsSpan(index + 1, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                index += Digits;
            }
            else
            {
                key.Append(escaped[index]);
            }
        }

        return key.ToString();
    }
}
