using System.Globalization;

namespace QuarterlyCycle.Domain.Calendar;

/// <summary>How a financial year, April to March, is written.</summary>
public static class FinancialYear
{
    /// <summary>The year's name, such as <c>2008-09</c> for the year that starts in April 2008.</summary>
    public static string Name(int startYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{startYear:0000}-{(startYear + 1) % 100:00}");
}
