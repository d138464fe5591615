using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

/// <summary>Which row of the plan is the target at the end of a quarter.</summary>
public sealed class ProfiledTargetTests
{
    private static readonly Indicator OnTime = Measures.Percentage();
    private static readonly Indicator Incidents = Measures.Count();

    [Fact]
    public void A_quarters_own_target_comes_before_the_years()
    {
        Target[] targets = [Measures.Target(OnTime, "2025-26", 65), Measures.Target(OnTime, "2025-26 Q2", 60),
            Measures.Target(OnTime, "2025-26 YTD Q3", 62)];
        Assert.Equal([65m, 60m, 62m, 65m], Enumerable.Range(1, 4).Select(number => LowAt(targets, new Quarter(2025, number))));
    }

    [Fact]
    public void The_target_of_another_years_quarter_or_of_another_year_is_none()
    {
        Target[] targets = [Measures.Target(OnTime, "2024-25 Q2", 60), Measures.Target(OnTime, "2024-25", 61),
            Measures.Target(OnTime, "2026-27", 66)];
        Assert.Null(ProfiledTarget.At(OnTime, targets, Measures.Now));
        Assert.Equal(60m, LowAt(targets, Measures.Now.SameLastYear));
    }

    [Fact]
    public void A_mark_in_the_place_of_a_quarters_target_leaves_the_years()
    {
        Target[] targets = [Measures.Target(OnTime, "2025-26 Q2") with { Text = "-" }, Measures.Target(OnTime, "2025-26") with { Text = "N/A" },
            Measures.Target(OnTime, "2025-26", 65)];
        Assert.Equal(65m, LowAt(targets, Measures.Now));
    }

    [Theory]
    [InlineData("CY2025", "2024-25-Q4", "2025-26-Q3")]
    [InlineData("AY2025-26", "2025-26-Q2", "2026-27-Q1")]
    public void A_target_for_a_calendar_or_academic_year_holds_for_the_quarters_that_end_in_it(string year, string first, string last)
    {
        Target[] targets = [Measures.Target(OnTime, year) with { Text = "-" }, Measures.Target(OnTime, year, 70), Measures.Target(OnTime, year, 75)];
        Quarter quarter = Quarter.Parse(first);
        Assert.Null(ProfiledTarget.At(OnTime, targets, quarter.Previous));
        for (int count = 0; count < 4; count++, quarter = quarter.Next)
        {
            Assert.Equal(70m, LowAt(targets, quarter));
        }

        Assert.Equal(Quarter.Parse(last), quarter.Previous);
        Assert.Null(ProfiledTarget.At(OnTime, targets, quarter));
    }

    [Fact]
    public void The_financial_years_target_comes_before_another_years()
    {
        Target[] targets = [Measures.Target(OnTime, "CY2025", 70), Measures.Target(OnTime, "2025-26", 65)];
        Assert.Equal(65m, LowAt(targets, Measures.Now));
    }

    [Theory]
    [InlineData("2025-01-01", true)]
    [InlineData("2024-12-31", false)]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)]
    public void A_period_covers_its_first_day_and_its_last(string day, bool isCovered) =>
        Assert.Equal(isCovered, Period.Parse("CY2025").Covers(Period.Parse(day).FirstDay));

    [Theory]
    [InlineData(1, 25.0, "1 of 4 equal parts of the year's target.")]
    [InlineData(2, 50.0, "2 of 4 equal parts of the year's target.")]
    [InlineData(3, 75.0, "3 of 4 equal parts of the year's target.")]
    [InlineData(4, 100.0, null)]
    public void A_year_that_adds_up_has_a_quarter_of_its_target_due_each_quarter_and_the_whole_in_the_last(int number, double most, string? note)
    {
        ProfiledTarget target = ProfiledTarget.At(Incidents, [Measures.Target(Incidents, "2025-26", 100)], new Quarter(2025, number))!;
        Assert.Equal(((decimal)most, note), (target.Aim!.High, target.Note));
    }

    [Fact]
    public void One_quarter_has_to_reach_a_quarter_of_a_year_that_adds_up_and_all_of_one_that_does_not()
    {
        Target[] targets = [Measures.Target(Incidents, "2025-26", 100)];
        Assert.Equal(25m, ProfiledTarget.OfOneQuarter(Incidents, targets, new Quarter(2025, 3))!.High);
        Assert.Equal(65m, ProfiledTarget.OfOneQuarter(OnTime, [Measures.Target(OnTime, "2025-26", 65)], new Quarter(2025, 3))!.Low);
        Assert.Null(ProfiledTarget.OfOneQuarter(Incidents with { Profile = TargetProfile.Custom }, targets, new Quarter(2025, 3)));
        Assert.Null(ProfiledTarget.OfOneQuarter(Incidents, [], new Quarter(2025, 3)));
        Assert.Null(ProfiledTarget.OfOneQuarter(OnTime, [], new Quarter(2025, 3)));
    }

    [Fact]
    public void A_profile_by_hand_without_a_target_for_the_year_or_for_its_last_quarter_has_no_fault()
    {
        Indicator custom = Incidents with { Profile = TargetProfile.Custom };
        Assert.Null(ProfiledTarget.Fault(custom, [Measures.Target(custom, "2025-26", 100)], 2025));
        Assert.Null(ProfiledTarget.Fault(custom, [Measures.Target(custom, "2025-26 Q4", 100)], 2025));
        Assert.Null(ProfiledTarget.Fault(Incidents, [Measures.Target(custom, "2025-26", 100), Measures.Target(custom, "2025-26 Q4", 90)], 2025));
        Assert.NotNull(ProfiledTarget.Fault(custom, [Measures.Target(custom, "2025-26", 100), Measures.Target(custom, "2025-26 YTD Q4", 90)], 2025));
    }

    [Fact]
    public void Only_a_sum_that_can_no_longer_fall_is_out_of_reach()
    {
        Figure over = Measures.Of(Incidents, "2025-26 YTD Q2", 48);
        Target[] targets = [Measures.Target(Incidents, "2025-26", 40)];
        Assert.NotNull(ProfiledTarget.OutOfReach(Incidents, targets, over, Measures.Now));
        Assert.Null(ProfiledTarget.OutOfReach(Incidents with { IsChange = true }, targets, over, Measures.Now));
        Assert.Null(ProfiledTarget.OutOfReach(Measures.Percentage(Polarity.Low), targets, over, Measures.Now));
        Assert.Null(ProfiledTarget.OutOfReach(Incidents, [], over, Measures.Now));
        Assert.Null(ProfiledTarget.OutOfReach(Incidents, targets, Figure.Without(Incidents, over.Period, ReasonCode.NotReady), Measures.Now));
    }

    private static decimal? LowAt(IReadOnlyList<Target> targets, Quarter quarter) => ProfiledTarget.At(OnTime, targets, quarter)!.Aim!.Low;
}
