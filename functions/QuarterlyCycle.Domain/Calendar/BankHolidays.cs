using System.Collections.Concurrent;

namespace QuarterlyCycle.Domain.Calendar;

/// <summary>One bank holiday and its name.</summary>
public sealed record BankHoliday(DateOnly Date, string Name);

/// <summary>The bank holidays of England and Wales: by rule, with the exceptions that were proclaimed up to 2023. Later ones come from the plan's calendar.</summary>
public static class BankHolidays
{
    private static readonly ConcurrentDictionary<int, IReadOnlyList<BankHoliday>> Years = new();

    /// <summary>The bank holidays of one calendar year, in order.</summary>
    public static IReadOnlyList<BankHoliday> Of(int year) => Years.GetOrAdd(year, ByRule);

    /// <summary>The name of the bank holiday on a day; null when it is none.</summary>
    public static string? NameOf(DateOnly day) => Of(day.Year).FirstOrDefault(holiday => holiday.Date == day)?.Name;

    private static IReadOnlyList<BankHoliday> ByRule(int year)
    {
        DateOnly easter = EasterSunday(year);
        List<BankHoliday> holidays =
        [
            new(easter.AddDays(-2), "Good Friday"),
            new(easter.AddDays(1), "Easter Monday"),
            new(EarlyMay(year), "Early May bank holiday"),
            new(Spring(year), "Spring bank holiday"),
            new(LastMonday(year, 8), "Summer bank holiday"),
            .. Proclaimed(year),
        ];
        AddFixed(holidays, new DateOnly(year, 1, 1), "New Year's Day");

        // Boxing Day on a weekday stands first, so that a Christmas Day on a Sunday moves past it to the Tuesday.
        DateOnly boxingDay = new(year, 12, 26);
        if (IsWeekend(boxingDay))
        {
            AddFixed(holidays, new DateOnly(year, 12, 25), "Christmas Day");
            AddFixed(holidays, boxingDay, "Boxing Day");
        }
        else
        {
            AddFixed(holidays, boxingDay, "Boxing Day");
            AddFixed(holidays, new DateOnly(year, 12, 25), "Christmas Day");
        }

        return [.. holidays.OrderBy(holiday => holiday.Date)];
    }

    private static DateOnly EarlyMay(int year) => year switch
    {
        2020 => new DateOnly(2020, 5, 8),    // moved to the 75th anniversary of VE Day
        _ => FirstMonday(year, 5),
    };

    private static DateOnly Spring(int year) => year switch
    {
        2012 => new DateOnly(2012, 6, 4),    // moved beside the Diamond Jubilee
        2022 => new DateOnly(2022, 6, 2),    // moved beside the Platinum Jubilee
        _ => LastMonday(year, 5),
    };

    private static IEnumerable<BankHoliday> Proclaimed(int year) => year switch
    {
        2011 => [new(new DateOnly(2011, 4, 29), "Royal wedding")],
        2012 => [new(new DateOnly(2012, 6, 5), "Diamond Jubilee")],
        2022 => [new(new DateOnly(2022, 6, 3), "Platinum Jubilee"), new(new DateOnly(2022, 9, 19), "State Funeral of Queen Elizabeth II")],
        2023 => [new(new DateOnly(2023, 5, 8), "Coronation of King Charles III")],
        _ => [],
    };

    private static void AddFixed(List<BankHoliday> holidays, DateOnly date, string name)
    {
        DateOnly day = date;
        while (IsWeekend(day) || holidays.Any(holiday => holiday.Date == day))
        {
            day = day.AddDays(1);
        }

        holidays.Add(new BankHoliday(day, name));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly FirstMonday(int year, int month)
    {
        DateOnly first = new(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        DateOnly last = new(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    // Gregorian Easter by the method printed anonymously in Nature, 20 April 1876.
    private static DateOnly EasterSunday(int year)
    {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int moonCorrection = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int monthAndDay = epact + weekday - 7 * late + 114;
        return new DateOnly(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
