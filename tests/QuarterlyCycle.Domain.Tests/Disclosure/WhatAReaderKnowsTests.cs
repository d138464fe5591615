using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>A reader who knows the rules knows something of a number that is hidden, and not every number is a secret.</summary>
public sealed class WhatAReaderKnowsTests
{
    private static readonly SmallNumbers Usual = new();

    [Theory]
    [InlineData(1, HidingRule.Primary, 1, 5)]
    [InlineData(5, HidingRule.Primary, 1, 5)]
    [InlineData(6, HidingRule.Secondary, 6, null)]
    [InlineData(40, HidingRule.BetweenQuarters, 6, null)]
    [InlineData(3, HidingRule.TooFew, 0, null)]
    [InlineData(5, HidingRule.TooFew, 0, null)]
    [InlineData(0, HidingRule.TooFew, 0, null)]
    [InlineData(-4, HidingRule.Secondary, null, null)]
    public void Of_a_quarters_count_that_it_is_small_or_that_it_is_not(int amount, HidingRule rule, int? least, int? most) =>
        Assert.Equal((least, most), Known(CountOf(amount, rule), Usual));

    [Theory]
    [InlineData(0, 5, 3, HidingRule.Primary, 0, 5)]
    [InlineData(0, 5, 40, HidingRule.Secondary, 6, null)]
    [InlineData(2, 5, 40, HidingRule.Secondary, 0, null)]
    [InlineData(3, 3, 3, HidingRule.Primary, 0, null)]
    [InlineData(1, 1, 2, HidingRule.Secondary, 2, null)]
    public void As_the_partnership_has_set_what_is_small(int low, int high, int amount, HidingRule rule, int? least, int? most) =>
        Assert.Equal((least, most), Known(CountOf(amount, rule), new SmallNumbers(low, high)));

    [Theory]
    [InlineData(1, 3, HidingRule.Primary, 1)]
    [InlineData(1, 40, HidingRule.BetweenQuarters, 1)]
    [InlineData(1, 0, HidingRule.BetweenQuarters, 0)]
    [InlineData(0, 40, HidingRule.BetweenQuarters, 0)]
    public void Of_a_year_to_date_only_that_it_is_not_zero_where_a_zero_is_shown(int low, int amount, HidingRule rule, int least) =>
        Assert.Equal((least, (int?)null), Known(CountOf(amount, rule, isYearToDate: true), new SmallNumbers(low)));

    [Theory]
    [InlineData(HidingRule.Derived, 3, 40, 1, 5, 1, null, 0, null)]
    [InlineData(HidingRule.Derived, 38, 40, 0, null, 1, null, 1, 5)]
    [InlineData(HidingRule.Derived, 2, 4, 1, 5, 1, 5, 1, 5)]
    [InlineData(HidingRule.Secondary, 20, 40, 0, null, 1, null, 0, null)]
    public void Of_the_counts_behind_a_percentage_that_somebody_was_counted(
        HidingRule rule, int numerator, int denominator, int? leastAbove, int? mostAbove, int? leastBelow, int? mostBelow, int? leastRest, int? mostRest)
    {
        Cell cell = PercentageOf(numerator, denominator, rule);
        Assert.Equal((leastAbove, mostAbove), Known(cell.Numerator!, Usual));
        Assert.Equal((leastBelow, mostBelow), Known(cell.Denominator!, Usual));
        Assert.Equal((leastRest, mostRest), Known(cell.Rest!, Usual));
    }

    [Fact]
    public void Of_less_than_one_below_the_line_only_that_it_is_as_much()
    {
        Indicator ratio = Measures.Percentage() with { Unit = IndicatorUnit.Ratio };
        Cell cell = Hidden(ratio, Figure.OfCounts(ratio, Measures.Now.Period, 6m, 0.5m), HidingRule.Secondary, false);
        Assert.Equal(0.5m, cell.Denominator!.Least(Usual));
    }

    [Fact]
    public void Nothing_of_pounds_and_of_what_is_missing_that_it_is_not_negative()
    {
        Indicator money = Measures.Count() with { Unit = IndicatorUnit.Money };
        Assert.Equal((null, null), Known(Hidden(money, Figure.Of(money, Measures.Now.Period, 3), HidingRule.Primary, false).Value!, Usual));
        Assert.Equal((0, null), Known(new Quantity(3, null, QuantityKind.Remainder), Usual));
    }

    [Fact]
    public void A_printed_number_a_count_above_the_line_and_a_small_number_of_the_rest_matter()
    {
        Assert.True(CountOf(40, HidingRule.Secondary).Matters(Usual));
        Assert.True(CountOf(0, HidingRule.TooFew).Matters(Usual));

        Cell cell = PercentageOf(20, 40, HidingRule.Secondary);
        Assert.True(cell.Numerator!.Matters(Usual));
        Assert.True(cell.Rest!.Matters(Usual));
        Assert.False(cell.Denominator!.Matters(Usual));

        Cell few = PercentageOf(0, 4, HidingRule.Derived);
        Assert.False(few.Numerator!.Matters(Usual));
        Assert.True(few.Denominator!.Matters(Usual));

        Assert.True(new Quantity(5, null, QuantityKind.Remainder).Matters(Usual));
        Assert.False(new Quantity(6, null, QuantityKind.Remainder).Matters(Usual));
        Assert.False(new Quantity(0, null, QuantityKind.Remainder).Matters(Usual));
    }

    [Fact]
    public void A_number_is_unknown_while_its_figure_is_hidden_and_no_version_showed_it()
    {
        Quantity hidden = CountOf(3, HidingRule.Primary);
        Quantity beside = PercentageOf(3, 40, HidingRule.Derived).Denominator!;
        Assert.True(hidden.IsUnknown);
        Assert.True(beside.IsUnknown);
        Assert.True(new Quantity(3, null, QuantityKind.Remainder).IsUnknown);

        beside.Cell!.IsKnown = true;
        Assert.False(beside.IsUnknown);
        Assert.False(CountOf(30, null).IsUnknown);
    }

    [Fact]
    public void A_number_that_is_given_up_is_known_and_its_figure_named_while_the_others_behind_it_stay_unknown()
    {
        Cell cell = PercentageOf(3, 40, HidingRule.Derived);
        cell.Denominator!.GiveAway();
        Assert.False(cell.Denominator.IsUnknown);
        Assert.True(cell.Numerator!.IsUnknown);
        Assert.True(cell.IsGivenAway);

        Quantity missing = new(3, null, QuantityKind.Remainder);
        missing.GiveAway();
        Assert.False(missing.IsUnknown);
    }

    [Fact]
    public void Behind_a_percentage_stand_its_counts_and_behind_a_number_the_number()
    {
        Cell count = CountOf(3, HidingRule.Primary).Cell!;
        Assert.Equal([3m, null, null, null], Amounts(count));
        Assert.Equal([null, 3m, 40m, 37m], Amounts(PercentageOf(3, 40, null)));
        Assert.Equal([null, 0m, 40m, 40m], Amounts(PercentageOf(0, 40, null)));
        Assert.Equal([null, 40m, 40m, 0m], Amounts(PercentageOf(40, 40, null)));

        // More than a whole leaves no rest, nor does what is no part of a whole.
        Assert.Equal([null, 41m, 40m, null], Amounts(PercentageOf(41, 40, null)));
        Indicator rate = Measures.Percentage() with { Unit = IndicatorUnit.Rate, Multiplier = 1000, Whole = false };
        Assert.Equal([null, 3m, 40m, null], Amounts(Hidden(rate, Figure.OfCounts(rate, Measures.Now.Period, 3, 40), null, false)));

        // Half known is not known, and a count with a denominator beside it is still the count.
        Indicator percentage = Measures.Percentage();
        Figure half = Figure.Of(percentage, Measures.Now.Period, 7.5m) with { Denominator = 40 };
        Assert.Equal([7.5m, null, null, null], Amounts(Hidden(percentage, half, null, false)));
        Assert.Equal([7.5m, null, null, null], Amounts(Hidden(percentage, half with { Denominator = null, Numerator = 3 }, null, false)));
        Indicator number = Measures.Count();
        Assert.Equal(
            [12m, null, null, null],
            Amounts(Hidden(number, Figure.Of(number, Measures.Now.Period, 12) with { Numerator = 12, Denominator = 40 }, null, false)));
    }

    [Fact]
    public void A_number_is_the_same_however_often_it_is_asked_for()
    {
        Cell cell = PercentageOf(3, 40, HidingRule.Derived);
        Assert.Same(cell.Numerator, cell.Numerator);
        Assert.Same(cell.Denominator, cell.Denominator);
        Assert.Same(cell.Rest, cell.Rest);
        Cell count = CountOf(3, HidingRule.Primary).Cell!;
        Assert.Same(count.Value, count.Value);
    }

    private static decimal?[] Amounts(Cell cell) => [cell.Value?.Amount, cell.Numerator?.Amount, cell.Denominator?.Amount, cell.Rest?.Amount];

    private static (int? Least, int? Most) Known(Quantity quantity, SmallNumbers small) => ((int?)quantity.Least(small), (int?)quantity.Most(small));

    private static Quantity CountOf(int amount, HidingRule? rule, bool isYearToDate = false)
    {
        Indicator count = Measures.Count();
        return Hidden(count, Figure.Of(count, Measures.Now.Period, amount), rule, isYearToDate).Value!;
    }

    private static Cell PercentageOf(int numerator, int denominator, HidingRule? rule)
    {
        Indicator percentage = Measures.Percentage();
        return Hidden(percentage, Figure.OfCounts(percentage, Measures.Now.Period, numerator, denominator), rule, false);
    }

    private static Cell Hidden(Indicator indicator, Figure figure, HidingRule? rule, bool isYearToDate) =>
        new(indicator, figure, quarter: 2, isYearToDate) { Rule = rule };
}
