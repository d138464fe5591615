using System.Globalization;
using QuarterlyCycle.Domain.Calendar;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Calendar;

public sealed class BankHolidaysTests
{
    [Theory]
    [InlineData(2008, "01-01 03-21 03-24 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2009, "01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2010, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26")]
    [InlineData(2013, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2014, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26")]
    [InlineData(2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    public void Bank_holidays_fall_on_the_days_that_were_proclaimed(int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', BankHolidays.Of(year).Select(holiday => holiday.Date.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void A_Christmas_Day_on_a_Sunday_moves_past_Boxing_Day_to_the_Tuesday()
    {
        Assert.Equal("Boxing Day", BankHolidays.NameOf(new DateOnly(2022, 12, 26)));
        Assert.Equal("Christmas Day", BankHolidays.NameOf(new DateOnly(2022, 12, 27)));
    }

    // The last days on which Easter can fall need a correction of the table of moons, and so does a new century.
    [Theory]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    [InlineData(2106, 4, 18)]
    public void Good_Friday_and_Easter_Monday_stand_around_the_Sunday_of_the_church_tables(int year, int month, int sunday)
    {
        DateOnly easter = new(year, month, sunday);
        Assert.Equal("Good Friday", BankHolidays.NameOf(easter.AddDays(-2)));
        Assert.Equal("Easter Monday", BankHolidays.NameOf(easter.AddDays(1)));
    }

    [Fact]
    public void Every_year_has_at_least_eight_bank_holidays_and_none_on_a_weekend()
    {
        for (int year = 1980; year <= 2199; year++)
        {
            IReadOnlyList<BankHoliday> holidays = BankHolidays.Of(year);
            Assert.True(holidays.Count >= 8, $"{year}");
            Assert.Equal(holidays.Count, holidays.Select(holiday => holiday.Date).Distinct().Count());
            Assert.DoesNotContain(holidays, holiday => holiday.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        }
    }
}
