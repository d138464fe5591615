using System.Globalization;

namespace QuarterlyCycle.Domain.Calendar;

/// <summary>One quarter of a financial year that runs from April to March; quarter 1 is April to June.</summary>
public readonly record struct Quarter : IComparable<Quarter>
{
    internal const int FirstYear = 1900;
    internal const int LastYear = 2200;

    /// <summary>Creates the quarter with this number, 1 to 4, of the financial year that starts in April of <paramref name="startYear"/>.</summary>
    public Quarter(int startYear, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        StartYear = startYear;
        Number = number;
    }

    /// <summary>The calendar year in which the financial year starts.</summary>
    public int StartYear { get; }

    /// <summary>The quarter's number in its financial year, 1 to 4.</summary>
    public int Number { get; }

    /// <summary>The cycle code, such as <c>2025-26-Q2</c>.</summary>
    public string Code => $"{Year}-Q{Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The financial year, such as <c>2025-26</c>.</summary>
    public string Year => FinancialYear.Name(StartYear);

    /// <summary>The first day of the quarter.</summary>
    public DateOnly FirstDay => new DateOnly(StartYear, 4, 1).AddMonths((Number - 1) * 3);

    /// <summary>The last day of the quarter.</summary>
    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    /// <summary>The quarter that follows.</summary>
    public Quarter Next => Number == 4 ? new Quarter(StartYear + 1, 1) : new Quarter(StartYear, Number + 1);

    /// <summary>The quarter before.</summary>
    public Quarter Previous => Number == 1 ? new Quarter(StartYear - 1, 4) : new Quarter(StartYear, Number - 1);

    /// <summary>The same quarter one year earlier.</summary>
    public Quarter SameLastYear => new(StartYear - 1, Number);

    /// <summary>The period of this quarter alone.</summary>
    public Period Period => Period.OfQuarter(this);

    /// <summary>The quarter in which a day lies.</summary>
    public static Quarter Containing(DateOnly day) =>
        day.Month >= 4 ? new Quarter(day.Year, (day.Month - 1) / 3) : new Quarter(day.Year - 1, 4);

    /// <summary>Reads a cycle code such as <c>2025-26-Q2</c> or <c>2025-26 Q2</c>; false when it is none.</summary>
    public static bool TryParse(string? text, out Quarter quarter)
    {
        quarter = default;
        if (Period.TryParse(text?.Replace("-Q", " Q", StringComparison.OrdinalIgnoreCase), out Period? period) && period.Kind == PeriodKind.Quarter)
        {
            quarter = new Quarter(period.StartYear, period.QuarterNumber!.Value);
            return true;
        }

        return false;
    }

    /// <summary>Reads a cycle code; throws <see cref="FormatException"/> when it is none.</summary>
    public static Quarter Parse(string text) =>
        TryParse(text, out Quarter quarter) ? quarter : throw new FormatException($"\"{text}\" is not a quarter. Write it like 2025-26-Q2.");

    /// <summary>Orders quarters by time.</summary>
    public int CompareTo(Quarter other) => (StartYear * 4 + Number).CompareTo(other.StartYear * 4 + other.Number);

    /// <summary>Whether the left quarter is earlier.</summary>
    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left quarter is later.</summary>
    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left quarter is not later.</summary>
    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left quarter is not earlier.</summary>
    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;

    /// <summary>The cycle code.</summary>
    public override string ToString() => Code;
}
