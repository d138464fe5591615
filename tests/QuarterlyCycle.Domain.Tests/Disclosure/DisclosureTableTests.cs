using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>What a pack prints of a measure, and which numbers no text beside it may state.</summary>
public sealed class DisclosureTableTests
{
    private static readonly Indicator Percentage = Measures.Percentage();
    private static readonly Indicator Count = Measures.Count();

    [Fact]
    public void A_pack_prints_twenty_quarters_at_most()
    {
        Assert.Equal(new Quarter(2021, 1), Suppression.FirstPrinted(new Quarter(2025, 4)));
        Assert.Equal(new Quarter(2020, 3), Suppression.FirstPrinted(new Quarter(2025, 2)));
    }

    [Fact]
    public void A_pack_prints_the_quarters_in_order_and_the_year_to_date_last_each_with_the_rule_that_hides_it()
    {
        IndicatorHistory history = Measures.History(
            Count,
            [
                Measures.Of(Count, "2025-26 Q2", 3), Measures.Of(Count, "2020-21 Q2", 40), Measures.Of(Count, "2020-21 Q3", 50),
                Measures.Of(Count, "2025-26 Q1", 20),
                Figure.Without(Count, Period.Parse("2024-25 Q1"), ReasonCode.NotReady), Measures.Of(Count, "2025-26 Q3", 60),
            ]);
        PublishedFigure[] printed = [.. Table(history).Printed(history, Measures.Now)];
        Assert.Equal(["2020-21 Q3", "2025-26 Q1", "2025-26 Q2", "2025-26 YTD Q2"], printed.Select(figure => figure.Period.Code));
        Assert.Equal([null, null, HidingRule.Primary, HidingRule.BetweenQuarters], printed.Select(figure => figure.Hidden));
        Assert.Equal(23m, printed[^1].Value);
    }

    /// <summary>As an e-mail asks of one figure, before its family is looked at.</summary>
    [Theory]
    [InlineData(true, 3, HidingRule.Primary)]
    [InlineData(true, 6, null)]
    [InlineData(false, 3, null)]
    public void A_figure_that_stands_in_no_table_is_hidden_for_its_own_size_where_it_counts_people(bool countsPeople, int value, HidingRule? rule)
    {
        Indicator indicator = Count with { CountsPeople = countsPeople };
        DisclosureTable none = Suppression.Of([], Measures.Now, new SmallNumbers());
        Assert.Equal(rule, none.WhyHidden(indicator, Figure.Of(indicator, Measures.Now.Period, value)));
        Assert.NotNull(none.WhyHidden(indicator, Figure.Without(indicator, Measures.Now.Period, ReasonCode.TooFew)));
    }

    [Fact]
    public void No_text_states_the_numbers_of_a_hidden_figure_or_what_is_left_over()
    {
        Assert.Equal([3m], Unspeakable(Figure.Of(Count, Measures.Now.Period, 3), Count));
        Assert.Equal([3m, 37m], Unspeakable(Figure.OfCounts(Percentage, Measures.Now.Period, 3, 40), Percentage));
        Assert.Equal([1m, 3m, 4m], Unspeakable(Figure.OfCounts(Percentage, Measures.Now.Period, 1, 4), Percentage));
        Assert.Equal([4m], Unspeakable(Figure.OfCounts(Percentage, Measures.Now.Period, 0, 4), Percentage));
    }

    [Fact]
    public void Of_a_hidden_rate_the_rate_itself_is_not_stated_and_what_is_no_part_of_a_whole_leaves_nothing_over()
    {
        Indicator rate = Percentage with { Unit = IndicatorUnit.Rate, Multiplier = 1000, Whole = false };
        Assert.Equal([75m, 3m], Unspeakable(Figure.OfCounts(rate, Measures.Now.Period, 3, 40), rate));
    }

    [Fact]
    public void The_numbers_of_a_figure_that_is_shown_may_be_stated() =>
        Assert.Empty(Unspeakable(Figure.OfCounts(Percentage, Measures.Now.Period, 20, 40), Percentage));

    private static DisclosureTable Table(IndicatorHistory history) => Suppression.Of([history], Measures.Now, new SmallNumbers());

    private static IReadOnlyList<decimal> Unspeakable(Figure figure, Indicator indicator) =>
        Table(Measures.History(indicator, [figure])).Unspeakable(indicator, figure);
}
