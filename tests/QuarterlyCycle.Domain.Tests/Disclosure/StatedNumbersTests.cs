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

    [Theory]
    [InlineData("one child", 1)]
    [InlineData("two children", 2)]
    [InlineData("Nineteen children", 19)]
    [InlineData("twenty children", 20)]
    [InlineData("twenty-one children", 21)]
    [InlineData("Ninety nine children", 99)]
    [InlineData("a single child", 1)]
    [InlineData("a couple of children", 2)]
    [InlineData("a pair of siblings", 2)]
    [InlineData("a dozen children", 12)]
    public void Numbers_in_words_are_read(string text, int number) =>
        Assert.Equal([number], StatedNumbers.In(text).Select(stated => stated.Number));
}
