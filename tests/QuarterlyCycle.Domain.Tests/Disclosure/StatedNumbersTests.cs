using QuarterlyCycle.Domain.Disclosure;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>The numbers that a text states.</summary>
public sealed class StatedNumbersTests
{
    [Theory]
    [InlineData("12", 0)]
    [InlineData("7.5", 1)]
    [InlineData("12.50", 2)]
    public void A_number_has_the_decimals_in_which_it_is_written(string said, int decimals) =>
        Assert.Equal(decimals, new StatedNumber(said, 0, false, false).Decimals);

    [Fact]
    public void Thousands_and_decimals_are_read() =>
        Assert.Equal([1406m, 3.5m], StatedNumbers.In("1,406 children, or 3.5% of them").Select(number => number.Number));
}
