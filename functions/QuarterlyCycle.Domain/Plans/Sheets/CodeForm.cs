using System.Globalization;
using System.Text;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>The one form of a code, however it was typed: <c>MAPC 2</c> is <c>MAPC2</c>, a Cyrillic <c>ВН6</c> is <c>BH6</c>, <c>NI111A</c> is <c>NI111a</c>.</summary>
public static class CodeForm
{
    private const string LookAlikes = "АВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧавекмнорстхіјѕαβεζηικμνορτυχ";
    private const string RaisedAndLowered = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉";
    private const int FullWidthOffset = 0xFEE0;
    private const string Latin = "ABEKMHOPCTXIJSABEZHIKMNOPTYXabekmhopctxijsabezhikmnoptyx";

    /// <summary>The form of codes of actions, deliverables, measures, priorities, decisions and clinics: capitals and digits, letters after the first digit small.</summary>
    public static string Canonical(string written)
    {
        StringBuilder code = new();
        bool afterDigit = false;
        foreach (char letter in Compatible(written))
        {
            if (char.IsWhiteSpace(letter) || IsDash(letter) || letter == '.')
            {
                continue;
            }

            char latin = ToLatin(letter);
            afterDigit |= char.IsAsciiDigit(latin);
            code.Append(afterDigit ? char.ToLowerInvariant(latin) : char.ToUpperInvariant(latin));
        }

        return code.ToString();
    }

    /// <summary>The form of codes of bodies, organisations and posts, which keep hyphens and small letters: <c>stay-safe</c>.</summary>
    public static string CanonicalName(string written)
    {
        StringBuilder code = new();
        foreach (char letter in Compatible(written.Trim()))
        {
            code.Append(char.IsWhiteSpace(letter) || IsDash(letter) ? '-' : ToLatin(letter));
        }

        return code.ToString();
    }

    /// <summary>Whether only the letters, digits and hyphens are left that links, e-mails and file names can carry.</summary>
    public static bool IsPlain(string code) =>
        code.Length is > 0 and <= 40 && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && code.Any(char.IsAsciiLetterOrDigit);

    // The part of Unicode's NFKC that codes meet, by hand: string.Normalize does nothing where globalization is invariant.
    private static IEnumerable<char> Compatible(string written)
    {
        foreach (char letter in written.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format))
        {
            int raised = RaisedAndLowered.IndexOf(letter, StringComparison.Ordinal);
            bool isFullWidth = letter is >= '\uFF01' and <= '\uFF5E';
            yield return raised >= 0 ? (char)('0' + (raised % 10)) : isFullWidth ? (char)(letter - FullWidthOffset) : letter;
        }
    }

    private static bool IsDash(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.DashPunctuation;

    private static char ToLatin(char letter)
    {
        int place = LookAlikes.IndexOf(letter, StringComparison.Ordinal);
        return place < 0 ? letter : Latin[place];
    }
}
