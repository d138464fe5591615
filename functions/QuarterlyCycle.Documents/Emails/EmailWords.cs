using System.Globalization;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>How e-mails say counts, dates and lists.</summary>
internal static class EmailWords
{
    /// <summary>"1 figure", "3 figures", "no figures".</summary>
    public static string Count(int count, string noun) =>
        count == 0 ? $"no {noun}s" : $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";

    public static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>"milestone" where there is nothing else, else "figure".</summary>
    public static string Noun(IEnumerable<bool> areMilestones)
    {
        bool[] kinds = [.. areMilestones.Distinct()];
        return kinds is [true] ? "milestone" : "figure";
    }

    /// <summary>"figure" for one, "3 figures" for others: after "your" or "the".</summary>
    public static string Theirs(int count, string noun) => count == 1 ? noun : Count(count, noun);

    /// <summary>What the report says of a measure that nobody supplied.</summary>
    public static string NotSupplied(string noun) => noun == "milestone" ? "Not supplied" : "Figure not supplied";

    /// <summary>"is" for one, "are" for others.</summary>
    public static string Are(int count) => count == 1 ? "is" : "are";

    /// <summary>"quarter 2".</summary>
    public static string Name(Quarter quarter) => $"quarter {Number(quarter.Number)}";

    /// <summary>"Quarter 2", to begin a subject.</summary>
    public static string Title(Quarter quarter) => $"Quarter {Number(quarter.Number)}";

    /// <summary>"Friday 17 October" in London.</summary>
    public static string Day(DateTime instantUtc) => BritishWords.DayAndMonth(LondonTime.DateOf(instantUtc));

    /// <summary>"Friday 17 October 2025" in London.</summary>
    public static string LongDay(DateTime instantUtc) => BritishWords.LongDate(LondonTime.DateOf(instantUtc));

    /// <summary>"14 November" in London.</summary>
    public static string ShortDay(DateTime instantUtc) => BritishWords.ShortDate(LondonTime.DateOf(instantUtc));

    /// <summary>"5pm" in London.</summary>
    public static string Time(DateTime instantUtc) => BritishWords.Time(LondonTime.FromUtc(instantUtc).Time);

    /// <summary>"5pm on Friday 17 October 2025" in London.</summary>
    public static string Instant(DateTime instantUtc) => BritishWords.Instant(instantUtc);

    /// <summary>"A, B and C".</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };

    /// <summary>The text with a capital at its start: names such as "the board" may begin it.</summary>
    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text with a full stop, unless it already ends a sentence.</summary>
    public static string Sentence(string text)
    {
        string trimmed = text.Trim();
        return trimmed.Length == 0 || trimmed[^1] is '.' or '?' or '!' ? trimmed : trimmed + ".";
    }
}
