using System.Globalization;
using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>A number that a text states.</summary>
/// <param name="Said">As it is written.</param>
/// <param name="Number">Its value.</param>
/// <param name="IsPercentage">Whether it is followed by a sign or words for per cent.</param>
/// <param name="IsOfPeople">Whether it counts people or cases: "three children".</param>
public sealed record StatedNumber(string Said, decimal Number, bool IsPercentage, bool IsOfPeople)
{
    /// <summary>The decimals in which it is written.</summary>
    public int Decimals => Said.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? Said.Length - point - 1 : 0;
}

/// <summary>Reads the counts and percentages that a text states, in digits or words; dates, money, lengths of time and codes are left out.</summary>
public static partial class StatedNumbers
{
    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The numbers in the order of the text.</summary>
    public static IEnumerable<StatedNumber> In(string text)
    {
        foreach (Match match in Numbers().Matches(text))
        {
            bool isOfPeople = match.Groups["people"].Success;
            bool isPercentage = match.Groups["percent"].Success;
            foreach (Capture said in match.Groups["number"].Captures)
            {
                if (ValueOf(said.Value) is { } number)
                {
                    yield return new StatedNumber(said.Value, number, isPercentage, isOfPeople);
                }
            }
        }
    }

    private static decimal? ValueOf(string said)
    {
        if (decimal.TryParse(said, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal digits))
        {
            return digits;
        }

        string[] words = said.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["couple" or "pair"] => 2,
            ["dozen"] => 12,
            ["single"] => 1,
            [var unit] when Array.IndexOf(Units, unit) is var value and >= 0 => value,
            [var ten] when Array.IndexOf(Tens, ten) is var value and >= 2 => value * 10,
            [var ten, var unit] when Array.IndexOf(Tens, ten) is var tens and >= 2 => (tens * 10) + Array.IndexOf(Units, unit),
            _ => null,
        };
    }

    // "3/40" states both counts; "3/10/2008" and "2008/09" are dates and years.
    [GeneratedRegex(
        """
        (?<![\w.,£/-])(?<!\b(quarter|week|year|years|grade|stage|phase|tier|level|band|section|paragraph|page|version|appendix|table|priority|outcome|part|number|figure|no\.|key\ stage)\ )
        (?<number>[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}(\.[0-9]+)?|[0-9]{4,6}
          |(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)([\ -](one|two|three|four|five|six|seven|eight|nine)\b)?
          |one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|couple|pair|dozen|single)
        (\ ?/\ ?(?<number>[0-9]{1,4})(?!/))?
        (?![\w/]|-\w|[.,:][0-9])
        (?!\ (January|February|March|April|May|June|July|August|September|October|November|December)\b)
        (?!\ (second|minute|hour|day|week|month|year|term|quarter)s?\b)(?!\ ?(am|pm)\b)
        (?<percent>\ ?%|\ per\ ?cent\b)?
        (?<people>(\ +[\w-]+){0,2}\ +(child|children|young\ people|young\ person|pupil|pupils|student|students|girl|girls|boy|boys|baby|babies|mother|mothers|father|fathers|family|families|parent|parents|carer|carers|teenager|teenagers|case|cases|person|people|siblings?|victims?)\b)?
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Numbers();
}
