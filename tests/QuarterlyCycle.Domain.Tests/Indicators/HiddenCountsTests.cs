using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class HiddenCountsTests
{
    private static readonly Period Now = Measures.Now.Period;
    private static readonly Indicator Percentage = Measures.Percentage();
    private static readonly Indicator Rate = Percentage with { Unit = IndicatorUnit.Rate, Multiplier = 1000 };

    [Fact]
    public void A_count_itself_and_what_a_percentage_leaves_over_may_not_be_stated()
    {
        Assert.Equal([3m], Hidden(Figure.Of(Measures.Count(), Now, 3)));
        Assert.Equal([2m], Hidden(Figure.OfCounts(Percentage, Now, 38, 40)));
        Assert.Equal([4m, 5m, 1m], Hidden(Figure.OfCounts(Percentage, Now, 4, 5)));
    }

    [Fact]
    public void A_percentage_of_three_is_no_count_and_a_rate_leaves_nothing_over()
    {
        Assert.Empty(Hidden(Figure.Of(Percentage, Now, 3)));
        Assert.Empty(Hidden(Figure.OfCounts(Rate, Now, 38, 40)));
        Assert.Empty(Hidden(Figure.Of(Measures.Count(), Now, 6)));
    }

    private static IReadOnlyList<decimal> Hidden(Figure figure) => new SmallNumbers().HiddenCounts(figure);
}
