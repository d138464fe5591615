using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class FigureReaderTests
{
    [Theory]
    [InlineData("68.2", IndicatorUnit.Percent, "68.2")]
    [InlineData(" 68.2 % ", IndicatorUnit.Percent, "68.2")]
    [InlineData("1,406", IndicatorUnit.Count, "1406")]
    [InlineData("1,234,567.5", IndicatorUnit.Money, "1234567.5")]
    [InlineData("-10.1%", IndicatorUnit.Percent, "-10.1")]
    [InlineData("\u221210.1", IndicatorUnit.Percent, "-10.1")]
    [InlineData(".5", IndicatorUnit.Rate, "0.5")]
    [InlineData("0", IndicatorUnit.Count, "0")]
    [InlineData("£5,000", IndicatorUnit.Money, "5000")]
    [InlineData("-£5,000", IndicatorUnit.Money, "-5000")]
    [InlineData("yes", IndicatorUnit.YesNo, "1")]
    [InlineData("No", IndicatorUnit.YesNo, "0")]
    public void What_is_certain_is_read(string typed, IndicatorUnit unit, string value)
    {
        FigureReading reading = FigureReader.Read(typed, unit);
        Assert.Equal(FigureReadingKind.Value, reading.Kind);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), reading.Value);
    }

    [Theory]
    [InlineData("12/45", 12, 45)]
    [InlineData("1,012 / 4,500", 1012, 4500)]
    public void Two_counts_are_read(string typed, int numerator, int denominator)
    {
        FigureReading reading = FigureReader.Read(typed, IndicatorUnit.Percent);
        Assert.Equal(FigureReadingKind.Counts, reading.Kind);
        Assert.Equal(numerator, reading.Numerator);
        Assert.Equal(denominator, reading.Denominator);
    }

    [Theory]
    [InlineData("68,2", IndicatorUnit.Percent)]
    [InlineData("1,40", IndicatorUnit.Count)]
    [InlineData("1,4060", IndicatorUnit.Count)]
    [InlineData("1406,000.1.2", IndicatorUnit.Count)]
    [InlineData("nil", IndicatorUnit.Count)]
    [InlineData("none", IndicatorUnit.Count)]
    [InlineData("£1.2m", IndicatorUnit.Money)]
    [InlineData("same as last quarter", IndicatorUnit.Count)]
    [InlineData("about 70", IndicatorUnit.Percent)]
    [InlineData("60-65", IndicatorUnit.Percent)]
    [InlineData("60 to 65", IndicatorUnit.Percent)]
    [InlineData("-", IndicatorUnit.Count)]
    [InlineData("–", IndicatorUnit.Count)]
    [InlineData("12%", IndicatorUnit.Count)]
    [InlineData("£12", IndicatorUnit.Count)]
    [InlineData("12/45", IndicatorUnit.Count)]
    [InlineData("12/", IndicatorUnit.Percent)]
    [InlineData("70 of them", IndicatorUnit.Count)]
    [InlineData("not available", IndicatorUnit.Count)]
    [InlineData("5.", IndicatorUnit.Count)]
    [InlineData("+5", IndicatorUnit.Count)]
    [InlineData("1e5", IndicatorUnit.Count)]
    [InlineData("1 406", IndicatorUnit.Count)]
    [InlineData("٣", IndicatorUnit.Count)]
    [InlineData("99999999999999999999999999999999", IndicatorUnit.Count)]
    public void What_may_mean_two_things_is_asked_in_a_sentence(string typed, IndicatorUnit unit)
    {
        FigureReading reading = FigureReader.Read(typed, unit);
        Assert.Equal(FigureReadingKind.Ask, reading.Kind);
        Assert.EndsWith(".", reading.Question!, StringComparison.Ordinal);
        Assert.Null(reading.Value);
    }

    [Theory]
    [InlineData("68,2", IndicatorUnit.Percent, "You wrote \"68,2\". Use a full stop for decimals, like 68.2, and a comma only for thousands, like 1,406.")]
    [InlineData("1,4060", IndicatorUnit.Count, "You wrote \"1,4060\". Use a full stop for decimals, like 68.2, and a comma only for thousands, like 1,406.")]
    [InlineData("nil", IndicatorUnit.Count, "You wrote \"nil\". Write 0 if there were none, or \"not available\" and why.")]
    [InlineData("None", IndicatorUnit.Count, "You wrote \"None\". Write 0 if there were none, or \"not available\" and why.")]
    [InlineData("-", IndicatorUnit.Count, "You wrote a dash. Write 0 if there were none, or \"not available\" and why.")]
    [InlineData("£1.2m", IndicatorUnit.Money, "You wrote \"£1.2m\". Write the amount in full, like £1,200,000.")]
    [InlineData("same as last quarter", IndicatorUnit.Count, "You wrote \"same as last quarter\". Write the number, even if it has not changed.")]
    [InlineData("about 70", IndicatorUnit.Percent, "You wrote \"about 70\". Write one number, and mark it provisional if it may change.")]
    [InlineData("60-65", IndicatorUnit.Percent, "You wrote a range, \"60-65\". Write one number, and mark it provisional if it may change.")]
    [InlineData("60 to 65", IndicatorUnit.Percent, "You wrote a range, \"60 to 65\". Write one number, and mark it provisional if it may change.")]
    [InlineData("12%", IndicatorUnit.Count, "You wrote a percentage, \"12%\", and this measure is not one. Write the number we asked for.")]
    [InlineData("£12", IndicatorUnit.Count, "You wrote an amount of money, \"£12\", and this measure is not one. Write the number we asked for.")]
    [InlineData("12/45", IndicatorUnit.Count, "We asked for one number and you wrote \"12/45\". Write the number alone.")]
    [InlineData("12/", IndicatorUnit.Percent, "We could not read \"12/\" as two counts. Write them like 49/72.")]
    [InlineData("70 of them", IndicatorUnit.Count, "We could not read \"70 of them\" as a number. Write it like 68.2, without other words.")]
    [InlineData("not available", IndicatorUnit.Count, "You wrote \"not available\". Write why, for example \"not available, the survey is in November\".")]
    public void Each_is_answered_with_how_to_write_it(string typed, IndicatorUnit unit, string question) =>
        Assert.Equal(question, FigureReader.Read(typed, unit).Question);

    [Theory]
    [InlineData("n/a", ReasonCode.NotApplicable, null)]
    [InlineData("N/A - school closed", ReasonCode.NotApplicable, "school closed")]
    [InlineData("Not applicable", ReasonCode.NotApplicable, null)]
    [InlineData("not available, the survey is in November", ReasonCode.NotKnown, "the survey is in November")]
    [InlineData("Not available: awaiting census.", ReasonCode.NotKnown, "awaiting census")]
    public void No_value_words_are_a_reason(string typed, ReasonCode reason, string? words)
    {
        FigureReading reading = FigureReader.Read(typed, IndicatorUnit.Percent);
        Assert.Equal(FigureReadingKind.NoFigure, reading.Kind);
        Assert.Equal(reason, reading.Reason);
        Assert.Equal(words, reading.Words);
    }

    [Fact]
    public void Nothing_typed_is_empty_and_never_zero()
    {
        Assert.Equal(FigureReadingKind.Empty, FigureReader.Read("  ", IndicatorUnit.Count).Kind);
        Assert.Equal(FigureReadingKind.Empty, FigureReader.Read(null, IndicatorUnit.Count).Kind);
    }

    [Fact]
    public void What_the_service_prints_it_can_read_again() =>
        Prop.ForAll(Values(), value =>
        {
            decimal rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
            return FigureReader.Read(FigureText.WithUnit(value, IndicatorUnit.Percent, 2), IndicatorUnit.Percent).Value == rounded
                && FigureReader.Read(FigureText.WithUnit(value, IndicatorUnit.Money, 2), IndicatorUnit.Money).Value == rounded
                && FigureReader.Number(FigureText.Exact(value)) == value;
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<decimal> Values() =>
        Gen.Choose(-2_000_000_000, 2_000_000_000).Select(number => number / 1000m).ToArbitrary();
}
