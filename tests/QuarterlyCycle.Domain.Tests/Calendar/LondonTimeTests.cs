using QuarterlyCycle.Domain.Calendar;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Calendar;

public sealed class LondonTimeTests
{
    [Theory]
    [InlineData("2025-03-30T00:59:59Z", "2025-03-30", "00:59:59")]
    [InlineData("2025-03-30T01:00:00Z", "2025-03-30", "02:00:00")]
    [InlineData("2025-10-26T00:59:59Z", "2025-10-26", "01:59:59")]
    [InlineData("2025-10-26T01:00:00Z", "2025-10-26", "01:00:00")]
    [InlineData("2025-07-31T23:30:00Z", "2025-08-01", "00:30:00")]
    [InlineData("2025-12-31T23:30:00Z", "2025-12-31", "23:30:00")]
    public void London_clocks_change_at_one_in_the_morning_utc(string utc, string day, string time)
    {
        (DateOnly Day, TimeOnly Time) local = LondonTime.FromUtc(Utc(utc));
        Assert.Equal(Day(day), local.Day);
        Assert.Equal(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), local.Time);
    }

    [Theory]
    [InlineData("2025-10-24", "17:00", "2025-10-24T16:00:00Z")]
    [InlineData("2025-10-27", "17:00", "2025-10-27T17:00:00Z")]
    [InlineData("2026-03-27", "09:00", "2026-03-27T09:00:00Z")]
    [InlineData("2026-03-30", "09:00", "2026-03-30T08:00:00Z")]
    [InlineData("2025-03-30", "01:30", "2025-03-30T01:30:00Z")]
    [InlineData("2025-10-26", "01:30", "2025-10-26T00:30:00Z")]
    public void A_time_in_London_is_one_instant(string day, string time, string utc) =>
        Assert.Equal(Utc(utc), LondonTime.ToUtc(Day(day), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
