using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Calendar;

/// <summary>What a period's code names.</summary>
public enum PeriodKind
{
    /// <summary>A financial year, such as <c>2009-10</c>.</summary>
    Year,

    /// <summary>One quarter, such as <c>2009-10 Q2</c>.</summary>
    Quarter,

    /// <summary>April to the end of a quarter, such as <c>2009-10 YTD Q2</c>.</summary>
    YearToDate,

    /// <summary>A calendar year, such as <c>CY2007</c>.</summary>
    CalendarYear,

    /// <summary>An academic year, September to August, such as <c>AY2008-09</c>.</summary>
    AcademicYear,

    /// <summary>One day.</summary>
    Day,
}

/// <summary>The time that a figure or a target is about, with one canonical code for each.</summary>
public sealed partial record Period
{
    // Every figure holds one of these, so each is made once.
    private static readonly Period[] s_quarters = OfEveryQuarter(PeriodKind.Quarter);
    private static readonly Period[] s_yearsToDate = OfEveryQuarter(PeriodKind.YearToDate);

    private Period(PeriodKind kind, int startYear, int? quarterNumber, DateOnly? day)
    {
        Kind = kind;
        StartYear = startYear;
        QuarterNumber = quarterNumber;
        Day = day;
    }

    /// <summary>What the code names.</summary>
    public PeriodKind Kind { get; }

    /// <summary>The calendar year in which the period starts.</summary>
    public int StartYear { get; }

    /// <summary>1 to 4 for a quarter or a year to date, else null.</summary>
    public int? QuarterNumber { get; }

    /// <summary>The day, for a period of one day, else null.</summary>
    public DateOnly? Day { get; }

    /// <summary>The first day of the period.</summary>
    public DateOnly FirstDay => Kind switch
    {
        PeriodKind.Quarter => new Quarter(StartYear, QuarterNumber!.Value).FirstDay,
        PeriodKind.CalendarYear => new DateOnly(StartYear, 1, 1),
        PeriodKind.AcademicYear => new DateOnly(StartYear, 9, 1),
        PeriodKind.Day => Day!.Value,
        _ => new DateOnly(StartYear, 4, 1),
    };

    /// <summary>The last day of the period.</summary>
    public DateOnly LastDay => Kind switch
    {
        PeriodKind.Quarter or PeriodKind.YearToDate => new Quarter(StartYear, QuarterNumber!.Value).LastDay,
        PeriodKind.Day => Day!.Value,
        _ => FirstDay.AddYears(1).AddDays(-1),
    };

    /// <summary>How many months the period has; 0 for one day.</summary>
    public int Months => Kind switch
    {
        PeriodKind.Day => 0,
        PeriodKind.Quarter => 3,
        PeriodKind.YearToDate => 3 * QuarterNumber!.Value,
        _ => 12,
    };

    /// <summary>The code as plan files write it.</summary>
    public string Code => Kind switch
    {
        PeriodKind.Year => FinancialYear.Name(StartYear),
        PeriodKind.Quarter => $"{FinancialYear.Name(StartYear)} Q{QuarterNumber!.Value.ToString(CultureInfo.InvariantCulture)}",
        PeriodKind.YearToDate => $"{FinancialYear.Name(StartYear)} YTD Q{QuarterNumber!.Value.ToString(CultureInfo.InvariantCulture)}",
        PeriodKind.CalendarYear => $"CY{StartYear.ToString(CultureInfo.InvariantCulture)}",
        PeriodKind.AcademicYear => $"AY{FinancialYear.Name(StartYear)}",
        _ => Day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>The financial year that starts in April of <paramref name="startYear"/>.</summary>
    public static Period OfYear(int startYear) => new(PeriodKind.Year, startYear, null, null);

    /// <summary>One quarter alone.</summary>
    public static Period OfQuarter(Quarter quarter) => s_quarters[PlaceOf(quarter)];

    /// <summary>April to the end of the quarter.</summary>
    public static Period YearToDate(Quarter quarter) => s_yearsToDate[PlaceOf(quarter)];

    /// <summary>One day.</summary>
    public static Period OfDay(DateOnly day) => new(PeriodKind.Day, day.Year, null, day);

    /// <summary>Reads a period as people write it (<c>2008/2009</c> and <c>2008 - 09 Q1</c> included); false when it is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        string written = (text ?? "").Trim();
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            period = OfDay(day);
            return true;
        }

        Match match = Form().Match(written);
        if (!match.Success)
        {
            return false;
        }

        int startYear = int.Parse(match.Groups["start"].ValueSpan, CultureInfo.InvariantCulture);
        string prefix = match.Groups["prefix"].Value.ToUpperInvariant();
        bool hasEnd = match.Groups["end"].Success;
        bool hasQuarter = match.Groups["quarter"].Success;
        int? quarterNumber = hasQuarter ? int.Parse(match.Groups["quarter"].ValueSpan, CultureInfo.InvariantCulture) : null;
        bool endFollows = hasEnd && int.Parse(match.Groups["end"].ValueSpan, CultureInfo.InvariantCulture) % 100 == (startYear + 1) % 100;
        PeriodKind? kind = prefix switch
        {
            "CY" when !hasEnd && !hasQuarter => PeriodKind.CalendarYear,
            "AY" when endFollows && !hasQuarter => PeriodKind.AcademicYear,
            "" when endFollows && !hasQuarter => PeriodKind.Year,
            "" when endFollows && match.Groups["ytd"].Success => PeriodKind.YearToDate,
            "" when endFollows => PeriodKind.Quarter,
            _ => null,
        };
        period = kind is { } known && startYear is >= Quarter.FirstYear and <= Quarter.LastYear
            ? new Period(known, startYear, quarterNumber, null)
            : null;
        return period is not null;
    }

    /// <summary>Reads a period; throws <see cref="FormatException"/> when it is none.</summary>
    public static Period Parse(string text) =>
        TryParse(text, out Period? period) ? period : throw new FormatException($"\"{text}\" is not a period. Write it like 2009-10 or 2009-10 Q2.");

    /// <summary>Whether a day lies in the period, its first and its last day included.</summary>
    public bool Covers(DateOnly day) => FirstDay <= day && day <= LastDay;

    /// <summary>Whether both are the same period; the day alone tells days apart, and year and quarter the others.</summary>
    public bool Equals(Period? other) => other is not null && Kind == other.Kind && StartYear == other.StartYear && QuarterNumber == other.QuarterNumber && Day == other.Day;

    /// <summary>A hash of what tells periods apart; judging looks periods up by the hundred thousand.</summary>
    public override int GetHashCode() => (((((int)Kind * 1000) + StartYear) * 5) + (QuarterNumber ?? 0)) * 31 + (Day?.DayNumber ?? 0);

    /// <summary>The code as plan files write it.</summary>
    public override string ToString() => Code;

    private static Period[] OfEveryQuarter(PeriodKind kind)
    {
        Period[] periods = new Period[4 * (Quarter.LastYear - Quarter.FirstYear + 1)];
        for (int place = 0; place < periods.Length; place++)
        {
            periods[place] = new Period(kind, Quarter.FirstYear + (place / 4), (place % 4) + 1, null);
        }

        return periods;
    }

    private static int PlaceOf(Quarter quarter) => (4 * (quarter.StartYear - Quarter.FirstYear)) + quarter.Number - 1;

    [GeneratedRegex(@"^(?<prefix>CY|AY)?\s*(?<start>\d{4})(\s*[-/–]\s*(?<end>\d{4}|\d{2}))?(\s+(?<ytd>YTD\s+)?Q(?<quarter>[1-4]))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
