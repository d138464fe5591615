using System.Globalization;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.App.Pages.Staff;

/// <summary>A date as people type it: 24 October 2025, 24/10/2025 or 2025-10-24.</summary>
public static class TypedDate
{
    public const string Hint = "For example, 24 October 2025 or 24/10/2025";

    private static readonly string[] Formats = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-MM-dd", "dddd d MMMM yyyy"];

    /// <summary>The date, or null when it cannot be read.</summary>
    public static DateOnly? Read(string typed) =>
        DateOnly.TryParseExact(string.Join(' ', typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>A date as it stands in a field.</summary>
    public static string Write(DateOnly? day) => day is { } known ? BritishWords.Date(known) : "";
}
