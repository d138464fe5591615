using System.Globalization;
using System.Text.RegularExpressions;
using QuarterlyCycle.Domain.Calendar;

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

    /// <summary>A number that may carry the day it is for: <c>27 @ 31.3.09</c>.</summary>
    public static (decimal? Value, Period? Day) ReadDated(string written)
    {
        Match match = Dated().Match(written);
        bool isDay = DateOnly.TryParseExact(match.Groups["day"].Value, ["d.M.yy", "d.M.yyyy", "d/M/yy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day);
        return isDay ? (Read(match.Groups["value"].Value.Trim()), Period.OfDay(day)) : (Read(written), null);
    }

    /// <summary>Whether it is written without thousands separators and signs of money or percent.</summary>
    public static bool IsPlain(string written) => Plain().IsMatch(written);

    // Thousands are grouped by three or not at all, so that "1,5" is refused and not read as 15.
    [GeneratedRegex(@"^£?\s*(?<number>[-+−]?(\d{1,3}(,\d{3})+|\d{1,15})?(\.\d{1,12})?)\s*%?$(?<=\d\s*%?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?<value>[^@]+)@\s*(?<day>\d{1,2}[./]\d{1,2}[./]\d{2,4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^-?\d+(\.\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
