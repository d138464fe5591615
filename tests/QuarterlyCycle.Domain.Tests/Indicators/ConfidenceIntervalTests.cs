using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class ConfidenceIntervalTests
{
    // Worked by hand from the published formulas with z = 1.96.
    [Theory]
    [InlineData(49, 72, 0.5661, 0.7767)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(20, 20, 0.8389, 1)]
    public void Wilsons_interval_is_that_of_the_formula(int part, int whole, double low, double high)
    {
        ConfidenceInterval interval = ConfidenceInterval.Wilson(part, whole);

        Assert.Equal(((decimal)low, (decimal)high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Theory]
    [InlineData(0, 0, 3.6681)]
    [InlineData(10, 4.7874, 18.3916)]
    [InlineData(100, 81.3618, 121.6283)]
    public void Byars_interval_is_that_of_the_formula(int count, double low, double high)
    {
        ConfidenceInterval interval = ConfidenceInterval.Byar(count);

        Assert.Equal((low, high), ((double)Math.Round(interval.Low, 4), (double)Math.Round(interval.High, 4)));
    }

    [Fact]
    public void A_figure_lies_in_its_own_interval_and_more_cases_make_it_narrower() =>
        Prop.ForAll(Parts(), sample =>
        {
            ConfidenceInterval few = ConfidenceInterval.Wilson(sample.Part, sample.Whole);
            ConfidenceInterval many = ConfidenceInterval.Wilson(sample.Part * 10, sample.Whole * 10);
            return few.Holds((decimal)sample.Part / sample.Whole) && many.High - many.Low < few.High - few.Low && few.Low >= -0.000000001m && few.High <= 1.000000001m
                && ConfidenceInterval.Byar(sample.Part).Holds(sample.Part);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_what_is_made_of_counts_of_cases_has_an_interval()
    {
        Indicator percentage = Measures.Percentage();
        Indicator rate = percentage with { Unit = IndicatorUnit.Rate, Multiplier = 1000 };

        Assert.Equal(56.61m, Math.Round(ConfidenceInterval.Of(Figure.OfCounts(percentage, Measures.Now.Period, 49, 72), isPartOfWhole: true)!.Low, 2));
        Assert.Equal(47.87m, Math.Round(ConfidenceInterval.Of(Figure.OfCounts(rate, Measures.Now.Period, 10, 100), isPartOfWhole: true)!.Low, 2));
        Assert.Equal(4.79m, Math.Round(ConfidenceInterval.Of(Measures.Of(Measures.Count(), "2025-26 Q2", 10), isPartOfWhole: true)!.Low, 2));
        Assert.Null(ConfidenceInterval.Of(Measures.Of(percentage, "2025-26 Q2", 68), isPartOfWhole: true));
        Assert.Null(ConfidenceInterval.Of(Figure.OfCounts(percentage, Measures.Now.Period, 49, 72), isPartOfWhole: false));
        Assert.Null(ConfidenceInterval.Of(Measures.Of(percentage with { Unit = IndicatorUnit.Money }, "2025-26 Q2", 68), isPartOfWhole: true));
    }

    private static Arbitrary<(int Part, int Whole)> Parts() =>
        (from whole in Gen.Choose(1, 5_000)
         from part in Gen.Choose(0, whole)
         select (part, whole)).ToArbitrary();
}
