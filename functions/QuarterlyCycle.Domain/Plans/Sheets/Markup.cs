using System.Globalization;
using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Takes out HTML that came along when text was copied from a web page; lists stay lists.</summary>
internal static partial class Markup
{
    public static string Remove(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal) && !text.Contains('&', StringComparison.Ordinal))
        {
            return text;
        }

        string plain = Hidden().Replace(text, "");
        plain = ListItem().Replace(plain, "\n- ");
        plain = LineEnd().Replace(plain, "\n");
        plain = Tag().Replace(plain, "");
        plain = Entity().Replace(plain, Character);
        return plain == text ? text : BlankLines().Replace(SpaceRun().Replace(plain, " "), "\n").Trim();
    }

    private static string Character(Match entity)
    {
        string name = entity.Groups["name"].Value;
        if (name.StartsWith('#'))
        {
            bool isHex = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase);
            ReadOnlySpan<char> digits = name.AsSpan(isHex ? 2 : 1);
            bool isCharacter = int.TryParse(digits, isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out int point)
                && point is >= 32 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF);
            return isCharacter ? char.ConvertFromUtf32(point) : "";
        }

        return name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" or "rsquo" or "lsquo" => "'",
            "pound" => "£",
            "ndash" or "mdash" => "–",
            "bull" => "•",
            "nbsp" => " ",
            _ => entity.Value,
        };
    }

    [GeneratedRegex(@"<(?<hidden>script|style)\b[^>]*>.*?</\k<hidden>\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<li\b[^<>]*>\s*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"<br\s*/?>|</(p|div|h[1-6]|tr)\s*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineEnd();

    // Only names that HTML has, so that "a <b and c> d" stays.
    [GeneratedRegex(@"</?(a|b|big|blockquote|body|center|div|em|font|h[1-6]|head|hr|html|i|iframe|img|li|link|meta|ol|p|s|script|small|span|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)(\s+[\w:-]+\s*(=\s*(""[^""]*""|'[^']*'|[^\s<>]+))?)*\s*/?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&(?<name>#\d{2,7}|#x[0-9a-f]{2,6}|amp|lt|gt|quot|apos|rsquo|lsquo|pound|ndash|mdash|bull|nbsp);", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex SpaceRun();

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.None, 1000)]
    private static partial Regex BlankLines();
}
