using System.Globalization;
using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Numbers as people print them: <c>1,406</c>, <c>£3,000</c>, <c>12.9%</c>.</summary>
internal static partial class PlainNumber
{
    public static decimal? Read(string written)
    {
        Match match = Form().Match(written);
        string digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal).Replace('−', '-');
        bool isNumber = decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number);
        return isNumber && Math.Abs(number) < 1_000_000_000_000m ? number : null;
    }

    /// <summary>Whether it is written without thousands separators and signs of money or percent.</summary>
    public static bool IsPlain(string written) => Plain().IsMatch(written);

    // Thousands are grouped by three or not at all, so that "1,5" is refused and not read as 15.
    [GeneratedRegex(@"^£?\s*(?<number>[-+−]?(\d{1,3}(,\d{3})+|\d{1,15})?(\.\d{1,12})?)\s*%?$(?<=\d\s*%?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^-?\d+(\.\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
