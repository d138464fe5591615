using System.Globalization;
using System.Text.RegularExpressions;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>What became of what someone typed as a figure.</summary>
public enum FigureReadingKind
{
    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>A value.</summary>
    Value,

    /// <summary>Two counts.</summary>
    Counts,

    /// <summary>There is no figure, with a reason.</summary>
    NoFigure,

    /// <summary>It may mean more than one thing, so the person is asked.</summary>
    Ask,
}

/// <summary>A typed figure as it was read; only what is certain is read.</summary>
public sealed record FigureReading(FigureReadingKind Kind)
{
    /// <summary>The value.</summary>
    public decimal? Value { get; init; }

    /// <summary>The count above the line.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The count below the line.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>Why there is no figure.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>The reason in the person's words.</summary>
    public string? Words { get; init; }

    /// <summary>What to ask, in a sentence.</summary>
    public string? Question { get; init; }

    /// <summary>The shorthand that was typed behind the figure.</summary>
    public IReadOnlySet<char> Marks { get; init; } = new HashSet<char>();
}

/// <summary>Reads what people type as a figure, and never guesses.</summary>
public static partial class FigureReader
{
    private const int LongestNumber = 24;

    private static readonly string[] Guesses = ["about", "approx", "around", "circa", "roughly", "nearly", "almost", "over", "under", "up to", "c.", "~", "<", ">"];

    /// <summary>Reads a figure for a measure.</summary>
    public static FigureReading Read(string? text, IndicatorUnit unit)
    {
        string typed = (text ?? "").Trim();
        if (typed.Length == 0)
        {
            return new FigureReading(FigureReadingKind.Empty);
        }

        if (unit == IndicatorUnit.YesNo && YesOrNo(typed) is { } answer)
        {
            return OfValue(answer);
        }

        if (NoFigure(typed) is { } none)
        {
            return none;
        }

        if (typed.IndexOf('/', StringComparison.Ordinal) is > 0 and int slash)
        {
            return ReadCounts(typed[..slash], typed[(slash + 1)..], typed, unit);
        }

        return ReadValue(typed, unit);
    }

    /// <summary>Reads a figure with the shorthand behind it, such as <c>68.2 [p]</c>.</summary>
    public static FigureReading ReadMarked(string? text, IndicatorUnit unit)
    {
        string typed = text ?? "";
        return Read(FigureMarks.Without(typed), unit) with { Marks = FigureMarks.In(typed) };
    }

    /// <summary>Reads a number: digits with thousands commas before exactly three digits, one point, a minus of either kind; null when it is none.</summary>
    public static decimal? Number(string? text)
    {
        string typed = (text ?? "").Trim();
        if (typed.Length is 0 or > LongestNumber || !NumberForm().IsMatch(typed))
        {
            return null;
        }

        string plain = typed.Replace('\u2212', '-').Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }

    private static FigureReading ReadCounts(string above, string below, string typed, IndicatorUnit unit)
    {
        if (unit is IndicatorUnit.Count or IndicatorUnit.YesNo)
        {
            return Ask($"We asked for one number and you wrote \"{typed}\". Write the number alone.");
        }

        if (Number(above) is { } numerator && Number(below) is { } denominator)
        {
            return new FigureReading(FigureReadingKind.Counts) { Numerator = numerator, Denominator = denominator };
        }

        return Ask($"We could not read \"{typed}\" as two counts. Write them like 49/72.");
    }

    private static FigureReading ReadValue(string typed, IndicatorUnit unit)
    {
        string number = typed;
        if (number.EndsWith('%'))
        {
            if (unit != IndicatorUnit.Percent)
            {
                return Ask($"You wrote a percentage, \"{typed}\", and this measure is not one. Write the number we asked for.");
            }

            number = number[..^1].TrimEnd();
        }

        bool isNegative = number.StartsWith('-') || number.StartsWith('\u2212');
        string withoutSign = isNegative ? number[1..] : number;
        if (withoutSign.StartsWith('£'))
        {
            if (unit != IndicatorUnit.Money)
            {
                return Ask($"You wrote an amount of money, \"{typed}\", and this measure is not one. Write the number we asked for.");
            }

            number = (isNegative ? "-" : "") + withoutSign[1..].TrimStart();
        }

        return Number(number) is { } value ? OfValue(value) : Ask(WhyUnread(typed));
    }

    private static string WhyUnread(string typed)
    {
        if (typed is "-" or "\u2212" or "–" or "—")
        {
            return "You wrote a dash. Write 0 if there were none, or \"not available\" and why.";
        }

        if (typed.Equals("nil", StringComparison.OrdinalIgnoreCase) || typed.Equals("none", StringComparison.OrdinalIgnoreCase) || typed.Equals("zero", StringComparison.OrdinalIgnoreCase))
        {
            return $"You wrote \"{typed}\". Write 0 if there were none, or \"not available\" and why.";
        }

        if (DecimalComma().IsMatch(typed))
        {
            return $"You wrote \"{typed}\". Use a full stop for decimals, like 68.2, and a comma only for thousands, like 1,406.";
        }

        if (Range().IsMatch(typed))
        {
            return $"You wrote a range, \"{typed}\". Write one number, and mark it provisional if it may change.";
        }

        if (Guesses.Any(guess => typed.StartsWith(guess, StringComparison.OrdinalIgnoreCase)))
        {
            return $"You wrote \"{typed}\". Write one number, and mark it provisional if it may change.";
        }

        if (typed.StartsWith("same", StringComparison.OrdinalIgnoreCase) || typed.StartsWith("as ", StringComparison.OrdinalIgnoreCase))
        {
            return $"You wrote \"{typed}\". Write the number, even if it has not changed.";
        }

        if (ShortenedAmount().IsMatch(typed))
        {
            return $"You wrote \"{typed}\". Write the amount in full, like £1,200,000.";
        }

        return $"We could not read \"{typed}\" as a number. Write it like 68.2, without other words.";
    }

    private static FigureReading? NoFigure(string typed)
    {
        Match match = NoFigureForm().Match(typed);
        if (!match.Success)
        {
            return null;
        }

        string words = match.Groups["why"].Value.Trim(' ', '.', ',', ':', ';', '-', '–', '—', '(', ')');
        bool isNotApplicable = !match.Groups["available"].Success;
        if (words.Length == 0 && !isNotApplicable)
        {
            return Ask("You wrote \"not available\". Write why, for example \"not available, the survey is in November\".");
        }

        return new FigureReading(FigureReadingKind.NoFigure)
        {
            Reason = isNotApplicable ? ReasonCode.NotApplicable : ReasonCode.NotKnown,
            Words = words.Length == 0 ? null : words,
        };
    }

    private static decimal? YesOrNo(string typed) => typed.ToUpperInvariant() switch
    {
        "YES" or "Y" => 1m,
        "NO" or "N" => 0m,
        _ => null,
    };

    private static FigureReading OfValue(decimal value) => new(FigureReadingKind.Value) { Value = value };

    private static FigureReading Ask(string question) => new(FigureReadingKind.Ask) { Question = question };

    [GeneratedRegex(@"^[-\u2212]?([0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?|[0-9]+(\.[0-9]+)?|\.[0-9]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^[-\u2212]?[0-9]+(,[0-9]+)+(\.[0-9]+)?\s*%?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[0-9.,]+\s*%?\s*(-|–|—|\u2212|to)\s*[0-9.,]+\s*%?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"^£?[0-9.,]+\s*(k|m|mn|bn|million|thousand)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ShortenedAmount();

    [GeneratedRegex(@"^(n/?a|not applicable|(?<available>not available))(?<why>$|[^a-z0-9].*$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex NoFigureForm();
}
