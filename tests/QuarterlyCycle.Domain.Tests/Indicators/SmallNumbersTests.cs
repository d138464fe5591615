using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class SmallNumbersTests
{
    private static readonly SmallNumbers Usual = new();

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, HidingRule.Primary)]
    [InlineData(5, HidingRule.Primary)]
    [InlineData(6, null)]
    public void A_count_from_one_to_five_is_hidden_and_zero_is_shown(int count, HidingRule? rule) =>
        Assert.Equal(rule, Usual.WhyHidden(Measures.Of(Measures.Count(), "2025-26 Q2", count), false));

    [Theory]
    [InlineData(20, 40, null)]
    [InlineData(3, 40, HidingRule.Derived)]
    [InlineData(37, 40, HidingRule.Derived)]
    [InlineData(0, 40, null)]
    [InlineData(40, 40, null)]
    [InlineData(0, 4, HidingRule.Derived)]
    public void A_percentage_is_hidden_with_its_small_counts_and_their_rest(int numerator, int denominator, HidingRule? rule) =>
        Assert.Equal(rule, Usual.WhyHidden(Figure.OfCounts(Measures.Percentage(), Period.Parse("2025-26 Q2"), numerator, denominator), true));

    [Fact]
    public void A_rate_has_no_rest() =>
        Assert.Null(Usual.WhyHidden(Figure.OfCounts(Measures.Percentage() with { Unit = IndicatorUnit.Rate, Multiplier = 1000 }, Period.Parse("2025-26 Q2"), 37, 40), false));

    [Fact]
    public void A_numerator_that_can_be_worked_back_is_hidden_too()
    {
        Figure figure = Measures.Of(Measures.Percentage(), "2025-26 Q2", 7.5m) with { Denominator = 40 };
        Assert.Equal(HidingRule.Derived, Usual.WhyHidden(figure, true));
    }

    [Fact]
    public void Too_few_to_share_is_hidden_whatever_its_value() =>
        Assert.Equal(HidingRule.TooFew, Usual.WhyHidden(Measures.Of(Measures.Count(), "2025-26 Q2", 50) with { Reason = ReasonCode.TooFew }, false));

    [Fact]
    public void The_partnership_sets_its_own_range()
    {
        SmallNumbers ten = SmallNumbers.Of(new PartnershipSettings { Name = "Derby", SuppressLow = 0, SuppressHigh = 9 });
        Assert.True(ten.IsSmall(0));
        Assert.True(ten.IsSmall(9));
        Assert.False(ten.IsSmall(10));
    }

    [Fact]
    public void The_status_of_a_hidden_count_is_printed_only_when_every_hidden_count_has_it()
    {
        Indicator count = Measures.Count() with { Kind = IndicatorKind.Snapshot };
        QuarterResult Of(decimal target) => Measures.Result(Measures.History(count, [Measures.Of(count, "2025-26 Q2", 3)], [Measures.Target(count, "2025-26", target)]));
        Assert.Equal(TargetBand.Met, Of(10).PrintedStatus.Band);
        Assert.Equal(TargetBand.Withheld, Of(3).PrintedStatus.Band);
        Assert.Equal(TargetBand.Met, Of(3).Status.Band);
        Assert.Equal(TargetBand.Off, Of(0).PrintedStatus.Band);
    }

    [Fact]
    public void The_status_of_a_hidden_percentage_is_withheld_when_its_counts_would_show()
    {
        Indicator percentage = Measures.Percentage();
        QuarterResult Of(decimal numerator, decimal denominator, decimal target) => Measures.Result(
            Measures.History(percentage, [Figure.OfCounts(percentage, Period.Parse("2025-26 Q2"), numerator, denominator)], [Measures.Target(percentage, "2025-26", target)]));
        Assert.Equal(TargetBand.Off, Of(3, 100, 50).PrintedStatus.Band);
        Assert.Equal(TargetBand.Met, Of(97, 100, 50).PrintedStatus.Band);
        Assert.Equal(TargetBand.Withheld, Of(3, 100, 3).PrintedStatus.Band);
        Assert.Equal(TargetBand.Withheld, Of(97, 100, 97).PrintedStatus.Band);
        Assert.Equal(TargetBand.Withheld, Of(2, 4, 50).PrintedStatus.Band);
    }

    [Fact]
    public void The_directions_of_a_hidden_figure_are_withheld_in_print()
    {
        Indicator count = Measures.Count();
        QuarterResult result = Measures.Result(Measures.History(count, [Measures.Of(count, "2025-26 Q1", 20), Measures.Of(count, "2025-26 Q2", 3)]));
        Assert.Equal(Direction.Improved, result.ShortTerm.Direction);
        Assert.Equal(DirectionOfTravel.ValueHidden, result.PrintedShortTerm.Reason);
        Assert.Equal(HidingRule.Primary, result.Hidden);
    }
}
