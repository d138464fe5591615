using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class ComparisonRuleTests
{
    private static readonly PartnershipSettings Rotherham = new() { Name = "Rotherham" };
    private static readonly Indicator Percentage = Measures.Percentage();

    [Theory]
    [InlineData(Polarity.High, 66, ComparisonBand.Better, "Better than statistical neighbours", "★")]
    [InlineData(Polarity.High, 65.99, ComparisonBand.Same, "About the same as statistical neighbours", "●")]
    [InlineData(Polarity.High, 60, ComparisonBand.Same, "About the same as statistical neighbours", "●")]
    [InlineData(Polarity.High, 59.99, ComparisonBand.Worse, "Worse than statistical neighbours", "▲")]
    [InlineData(Polarity.Low, 54, ComparisonBand.Better, "Better than statistical neighbours", "★")]
    [InlineData(Polarity.Low, 60.01, ComparisonBand.Worse, "Worse than statistical neighbours", "▲")]
    public void The_star_rule_rates_by_polarity_in_both_schemes(Polarity polarity, double ours, ComparisonBand band, string words, string symbol)
    {
        foreach (StatusScheme scheme in Enum.GetValues<StatusScheme>())
        {
            PartnershipSettings settings = Rotherham with { StatusScheme = scheme, Tolerance = scheme == StatusScheme.Rag ? 5 : 0 };
            Comparison comparison = ComparisonRule.Judge(Ours((decimal)ours), Theirs(60), Percentage with { Polarity = polarity }, settings);
            Assert.Equal((band, words, (string?)symbol), (comparison.Band, comparison.Words, comparison.Symbol));
        }
    }

    [Fact]
    public void The_rule_is_printed_with_the_comparators_name() =>
        Assert.Equal(
            "Better than statistical neighbours: 66% or more. Worse than statistical neighbours: anything but 60% or more. About the same: in between.",
            ComparisonRule.Judge(Ours(70), Theirs(60), Percentage, Rotherham).Rule);

    [Fact]
    public void The_star_schemes_own_tolerance_holds_for_comparators_too()
    {
        PartnershipSettings tolerant = Rotherham with { StatusScheme = StatusScheme.StarCircleTriangle, ToleranceKind = ToleranceKind.Absolute, Tolerance = 2 };

        Assert.Equal(ComparisonBand.Same, ComparisonRule.Judge(Ours(58), Theirs(60), Percentage, tolerant).Band);
        Assert.Equal(ComparisonBand.Worse, ComparisonRule.Judge(Ours(57.99m), Theirs(60), Percentage, tolerant).Band);
    }

    [Fact]
    public void What_cannot_be_compared_says_why_and_has_no_symbol()
    {
        Comparison Judge(Figure? ours, Comparator theirs, Indicator? indicator = null) => ComparisonRule.Judge(ours, theirs, indicator ?? Percentage, Rotherham);
        Dictionary<string, Comparison> cases = new()
        {
            ["They count other children."] = Judge(Ours(70), Theirs(60) with { LikeForLike = false, WhyNot = "They count other children" }),
            ["It does not compare like with like."] = Judge(Ours(70), Theirs(60) with { LikeForLike = false }),
            ["Their figure is not a number."] = Judge(Ours(70), Theirs(60) with { Value = null, Text = "N/A" }),
            ["There is no figure of ours."] = Judge(Figure.Without(Percentage, Measures.Now.Period, ReasonCode.NotReady), Theirs(60)),
            ["Neither higher nor lower is better."] = Judge(Ours(70), Theirs(60), Percentage with { Polarity = Polarity.Neutral }),
            ["No range is set that would say which is better."] = Judge(Ours(70), Theirs(60), Percentage with { Polarity = Polarity.Range }),
            ["The units differ."] = Judge(Ours(70), Theirs(60) with { Text = "12.9%" }, Percentage with { Unit = IndicatorUnit.Rate, Multiplier = 1000 }),
            ["The periods differ in length."] = Judge(Ours(70), Theirs(60) with { Period = Period.Parse("2024-25") }),
        };

        Assert.All(cases, each => Assert.Equal((each.Key, "Not comparable", null, null), (each.Value.Reason, each.Value.Words, each.Value.Symbol, each.Value.Rule)));
        Assert.Equal("Our figure is hidden.", Comparison.Withheld.Reason);
    }

    [Theory]
    [InlineData(IndicatorKind.Rolling12, true)]
    [InlineData(IndicatorKind.Snapshot, true)]
    [InlineData(IndicatorKind.Average, false)]
    public void A_rolling_figure_covers_a_year_and_a_snapshot_no_time_at_all(IndicatorKind kind, bool isComparable)
    {
        Comparison comparison = ComparisonRule.Judge(Ours(70), Theirs(60) with { Period = Period.Parse("2024-25") }, Percentage with { Kind = kind }, Rotherham);

        Assert.Equal(isComparable, comparison.Band != ComparisonBand.NotComparable);
    }

    [Fact]
    public void A_years_comparator_is_held_against_the_year_to_date_of_the_last_quarter()
    {
        Indicator percentage = Percentage with { Kind = IndicatorKind.Cumulative };
        IReadOnlyList<Figure> quarters = [.. Enumerable.Range(1, 4).Select(number => Figure.OfCounts(percentage, new Quarter(2025, number).Period, 10 * number, 100))];
        QuarterResult result = Measures.Result(Measures.History(percentage, quarters), new Quarter(2025, 4));

        Assert.Equal(25m, ComparisonRule.OurFigure(Theirs(60) with { Period = Period.Parse("2024-25") }, result, percentage)!.Value);
        Assert.Equal(40m, ComparisonRule.OurFigure(Theirs(60), result, percentage)!.Value);
    }

    [Fact]
    public void For_a_range_the_nearer_to_it_is_the_better()
    {
        Indicator range = Percentage with { Polarity = Polarity.Range };
        AimedTarget aim = new(5, 8);

        Assert.Equal(ComparisonBand.Better, ComparisonRule.Judge(Ours(9), Theirs(12), range, Rotherham, aim).Band);
        Assert.Equal(ComparisonBand.Worse, ComparisonRule.Judge(Ours(2), Theirs(4), range, Rotherham, aim).Band);
        Assert.Equal(ComparisonBand.Same, ComparisonRule.Judge(Ours(6), Theirs(7), range, Rotherham, aim).Band);
    }

    [Theory]
    [InlineData(56, ComparisonBand.Better)]
    [InlineData(57, ComparisonBand.Same)]
    [InlineData(77, ComparisonBand.Same)]
    [InlineData(78, ComparisonBand.Worse)]
    public void With_intervals_a_comparator_inside_ours_is_about_the_same(double theirs, ComparisonBand band)
    {
        Figure ours = Figure.OfCounts(Percentage, Measures.Now.Period, 49, 72);
        Comparison comparison = ComparisonRule.Judge(ours, Theirs((decimal)theirs), Percentage, Rotherham with { Intervals = true });

        Assert.Equal((band, "About the same when their figure lies in the 95% confidence interval of ours, 56.6% to 77.7%."), (comparison.Band, comparison.Rule));
    }

    [Fact]
    public void Without_counts_the_star_rule_holds_though_intervals_are_on() =>
        Assert.StartsWith("Better than statistical neighbours: 66% or more.", ComparisonRule.Judge(Ours(70), Theirs(60), Percentage, Rotherham with { Intervals = true }).Rule, StringComparison.Ordinal);

    [Fact]
    public void A_mirrored_measure_has_the_same_rating() =>
        Prop.ForAll(Pairs(), pair =>
            ComparisonRule.Judge(Ours(pair.Ours), Theirs(pair.Theirs), Percentage, Rotherham).Band
            == ComparisonRule.Judge(Ours(-pair.Ours), Theirs(-pair.Theirs), Percentage with { Polarity = Polarity.Low }, Rotherham).Band).QuickCheckThrowOnFailure();

    private static Figure Ours(decimal value) => Measures.Of(Percentage, "2025-26 Q2", value);

    private static Comparator Theirs(decimal value) => new() { Indicator = "SS1", Name = ComparatorName.StatisticalNeighbours, Period = Period.Parse("2024-25 Q2"), Value = value };

    private static Arbitrary<(decimal Ours, decimal Theirs)> Pairs() =>
        (from theirs in Gen.Choose(-5000, 5000)
         from difference in Gen.Choose(-700, 700)
         select ((theirs + difference) / 100m, theirs / 100m)).ToArbitrary();
}
