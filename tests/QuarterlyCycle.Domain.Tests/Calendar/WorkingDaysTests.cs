using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Calendar;

public sealed class WorkingDaysTests
{
    private static readonly DateOnly Friday = new(2025, 10, 17);

    [Fact]
    public void Weekends_and_bank_holidays_are_not_worked()
    {
        Assert.True(WorkingDays.ByRule.IsWorkingDay(Friday));
        Assert.Equal("Saturday", WorkingDays.ByRule.WhyNot(Friday.AddDays(1)));
        Assert.Equal("Summer bank holiday", WorkingDays.ByRule.WhyNot(new DateOnly(2025, 8, 25)));
    }

    [Fact]
    public void Moving_over_Easter_counts_only_days_that_are_worked()
    {
        DateOnly maundyThursday = new(2026, 4, 2);
        Assert.Equal(new DateOnly(2026, 4, 7), WorkingDays.ByRule.After(maundyThursday));
        Assert.Equal(maundyThursday, WorkingDays.ByRule.Before(new DateOnly(2026, 4, 7)));
        Assert.Equal(new DateOnly(2026, 4, 7), WorkingDays.ByRule.OnOrAfter(new DateOnly(2026, 4, 3)));
        Assert.Equal(new DateOnly(2026, 3, 27), WorkingDays.ByRule.Add(new DateOnly(2026, 4, 7), -5));
        Assert.Equal(0, WorkingDays.ByRule.Between(maundyThursday, new DateOnly(2026, 4, 7)));
    }

    [Fact]
    public void Adding_nothing_gives_the_day_itself_even_when_it_is_not_worked() =>
        Assert.Equal(Friday.AddDays(1), WorkingDays.ByRule.Add(Friday.AddDays(1), 0));

    [Fact]
    public void Overrides_add_to_the_rule_and_never_replace_it()
    {
        WorkingDays calendar = new(
        [
            new CalendarOverride(Friday, CalendarOverrideKind.Holiday, "Proclaimed holiday"),
            new CalendarOverride(new DateOnly(2025, 10, 18), CalendarOverrideKind.WorkingDay, "Inspection weekend"),
            new CalendarOverride(new DateOnly(2025, 10, 20), CalendarOverrideKind.Closure, "Building closed"),
        ]);
        Assert.Equal("Proclaimed holiday", calendar.WhyNot(Friday));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2025, 10, 18)));
        Assert.Equal(new DateOnly(2025, 10, 21), calendar.After(new DateOnly(2025, 10, 18)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2025, 8, 25)));
    }

    [Theory]
    [InlineData(CalendarOverrideKind.Closure, CalendarOverrideKind.WorkingDay, false)]
    [InlineData(CalendarOverrideKind.WorkingDay, CalendarOverrideKind.Holiday, true)]
    public void The_local_word_wins_whatever_its_place_in_the_list(CalendarOverrideKind stronger, CalendarOverrideKind weaker, bool worked)
    {
        CalendarOverride strong = new(Friday, stronger, "Strong");
        CalendarOverride weak = new(Friday, weaker, "Weak");
        Assert.Equal(worked, new WorkingDays([strong, weak]).IsWorkingDay(Friday));
        Assert.Equal(worked, new WorkingDays([weak, strong]).IsWorkingDay(Friday));
    }

    [Fact]
    public void Of_two_alike_the_first_gives_the_reason()
    {
        WorkingDays calendar = new([new CalendarOverride(Friday, CalendarOverrideKind.Closure, "First"), new CalendarOverride(Friday, CalendarOverrideKind.Closure, "Second")]);
        Assert.Equal("First", calendar.WhyNot(Friday));
    }

    [Fact]
    public void Going_forth_and_back_by_working_days_returns_to_the_same_working_day() =>
        Prop.ForAll(DaysAndSteps(), sample =>
        {
            DateOnly day = WorkingDays.ByRule.OnOrAfter(sample.Day);
            DateOnly moved = WorkingDays.ByRule.Add(day, sample.Steps);
            return WorkingDays.ByRule.IsWorkingDay(moved)
                && WorkingDays.ByRule.Add(moved, -sample.Steps) == day
                && (sample.Steps == 0 || WorkingDays.ByRule.Between(day, moved) == sample.Steps - 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void After_undoes_before_and_before_undoes_after_on_working_days() =>
        Prop.ForAll(DaysAndSteps(), sample =>
        {
            WorkingDays calendar = WithClosures(sample.Day, sample.Steps);
            DateOnly day = calendar.OnOrAfter(sample.Day);
            return calendar.After(calendar.Before(day)) == day && calendar.Before(calendar.After(day)) == day && calendar.Between(day, calendar.After(day)) == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Steps_add_up_however_they_are_taken() =>
        Prop.ForAll(DaysAndSteps(), sample =>
        {
            WorkingDays calendar = WithClosures(sample.Day, sample.Steps);
            DateOnly day = calendar.OnOrAfter(sample.Day);
            int first = (sample.Steps * 7 % 23) - 11;
            return calendar.Add(calendar.Add(day, first), sample.Steps) == calendar.Add(day, first + sample.Steps)
                && calendar.Add(day, 1) == calendar.After(day)
                && calendar.Add(day, -1) == calendar.Before(day);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Clear_days_are_the_days_that_are_worked_and_neither_end_counts() =>
        Prop.ForAll(DaysAndSteps(), sample =>
        {
            WorkingDays calendar = WithClosures(sample.Day, sample.Steps);
            DateOnly later = sample.Day.AddDays(sample.Steps);
            int counted = Enumerable.Range(1, Math.Max(0, sample.Steps - 1)).Count(step => calendar.IsWorkingDay(sample.Day.AddDays(step)));
            return calendar.Between(sample.Day, later) == counted && calendar.Between(later, sample.Day) == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_holiday_weekend_or_closure_is_ever_a_working_day() =>
        Prop.ForAll(DaysAndSteps(), sample =>
        {
            WorkingDays calendar = WithClosures(sample.Day, sample.Steps);
            DateOnly worked = calendar.Add(sample.Day, sample.Steps);
            bool isClosure = calendar.WhyNot(worked) == "Closed";
            return sample.Steps == 0
                || (worked.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && BankHolidays.NameOf(worked) is null && !isClosure && calendar.WhyNot(worked) is null);
        }).QuickCheckThrowOnFailure();

    private static WorkingDays WithClosures(DateOnly day, int steps) =>
        new([.. Enumerable.Range(0, 5).Select(number => new CalendarOverride(day.AddDays((number * number * 3) - (steps % 9)), CalendarOverrideKind.Closure, "Closed"))]);

    private static Arbitrary<(DateOnly Day, int Steps)> DaysAndSteps() =>
        (from day in Gen.Choose(0, 365 * 30)
         from steps in Gen.Choose(0, 70)
         select (new DateOnly(2005, 1, 1).AddDays(day), steps)).ToArbitrary();
}
