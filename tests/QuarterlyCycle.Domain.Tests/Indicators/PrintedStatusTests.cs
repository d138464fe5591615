using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

/// <summary>What may be printed beside a hidden figure: a status that every figure a reader can think of would have.</summary>
public sealed class PrintedStatusTests
{
    [Theory]
    [InlineData(8, TargetBand.Off)]
    [InlineData(5.1, TargetBand.JustOff)]
    [InlineData(5, TargetBand.Withheld)]
    [InlineData(1, TargetBand.Met)]
    [InlineData(1.1, TargetBand.Withheld)]
    public void A_small_count_prints_a_status_that_every_small_count_has(double target, TargetBand printed)
    {
        Tolerance tolerance = new(ToleranceKind.Absolute, target == 5.1 ? 4.1m : 0, null, null, null);
        Indicator places = Measures.Count(Polarity.High) with { Kind = IndicatorKind.Snapshot, Profile = TargetProfile.Flat, Tolerance = tolerance };
        Assert.Equal(printed, Measures.Result(Measures.History(places, [Measures.Of(places, "2025-26 Q2", 3)],
            [Measures.Target(places, "2025-26", (decimal)target)])).PrintedStatus.Band);
    }

    // Forty were counted: one to five of them are 2.5% to 12.5%.
    [Theory]
    [InlineData(2.5, TargetBand.Met)]
    [InlineData(2.6, TargetBand.Withheld)]
    [InlineData(12.5, TargetBand.Withheld)]
    [InlineData(12.6, TargetBand.Off)]
    public void A_percentage_of_few_prints_a_status_that_every_percentage_of_few_has(double target, TargetBand printed) =>
        Assert.Equal(printed, PrintedOfPercentage(3, (decimal)target));

    // All but one to five of forty are 87.5% to 97.5%.
    [Theory]
    [InlineData(87.5, TargetBand.Met)]
    [InlineData(87.6, TargetBand.Withheld)]
    [InlineData(97.5, TargetBand.Withheld)]
    [InlineData(97.6, TargetBand.Off)]
    public void A_percentage_of_all_but_few_prints_a_status_that_every_percentage_of_all_but_few_has(double target, TargetBand printed) =>
        Assert.Equal(printed, PrintedOfPercentage(37, (decimal)target));

    [Fact]
    public void A_percentage_of_few_that_were_counted_prints_no_status()
    {
        Indicator percentage = Exactly(Measures.Percentage());
        Figure figure = Figure.OfCounts(percentage, Measures.Now.Period, 4, 5);
        Assert.Equal(TargetBand.Withheld,
            Measures.Result(Measures.History(percentage, [figure], [Measures.Target(percentage, "2025-26", 1)])).PrintedStatus.Band);
    }

    // Twenty-one to twenty-five: twenty of the first quarter are known, and one to five more.
    [Theory]
    [InlineData(21, TargetBand.Met)]
    [InlineData(22, TargetBand.Withheld)]
    [InlineData(25, TargetBand.Withheld)]
    [InlineData(26, TargetBand.Off)]
    public void A_year_to_date_prints_a_status_that_the_known_quarters_and_every_small_count_give(int target, TargetBand printed)
    {
        Indicator incidents = Exactly(Measures.Count(Polarity.High)) with { Profile = TargetProfile.Flat };
        IndicatorHistory history = Measures.History(
            incidents, [Measures.Of(incidents, "2025-26 Q1", 20), Measures.Of(incidents, "2025-26 Q2", 3)],
                [Measures.Target(incidents, "2025-26", target)]);
        Assert.Equal(printed, Measures.Result(history).PrintedStatus.Band);
    }

    [Fact]
    public void Of_a_half_yearly_measure_only_the_quarters_that_were_asked_make_up_the_year()
    {
        Indicator incidents = Exactly(Measures.Count(Polarity.High)) with { Profile = TargetProfile.Flat, Frequency = Frequency.HalfYearly };
        TargetBand Printed(int target) => Measures.Result(
            Measures.History(incidents, [Measures.Of(incidents, "2025-26 Q2", 20), Measures.Of(incidents, "2025-26 Q4", 3)],
                [Measures.Target(incidents, "2025-26", target)]),
            new(2025, 4)).PrintedStatus.Band;
        Assert.Equal((TargetBand.Met, TargetBand.Withheld, TargetBand.Off), (Printed(21), Printed(23), Printed(26)));
    }

    [Fact]
    public void A_status_that_tells_nothing_keeps_its_whole_rule()
    {
        Indicator incidents = Exactly(Measures.Count(Polarity.High)) with { Profile = TargetProfile.Linear };
        QuarterResult result = Measures.Result(Measures.History(
            incidents, [Measures.Of(incidents, "2025-26 Q1", 20), Measures.Of(incidents, "2025-26 Q2", 3)],
                [Measures.Target(incidents, "2025-26", 100)]));
        Assert.NotNull(result.Hidden);
        Assert.Equal("Target met: 50 or more. Off target: anything else. The target is 2 of 4 equal parts of the year's target.",
            result.PrintedStatus.Rule);
        Assert.Equal(result.Status, result.PrintedStatus);
    }

    [Fact]
    public void A_hidden_figure_prints_no_status_that_an_improvement_softened()
    {
        Indicator places = Measures.Count(Polarity.High) with { Kind = IndicatorKind.Snapshot, Profile = TargetProfile.Flat };
        IndicatorHistory history = Measures.History(places, [Measures.Of(places, "2024-25 Q2", 2), Measures.Of(places, "2025-26 Q2", 3)],
            [Measures.Target(places, "2025-26", 100)]);
        QuarterResult result = Measures.Result(history with { Status = history.Status with { ImprovementSoftens = true } });
        Assert.Equal((TargetBand.JustOff, TargetBand.Off), (result.Status.Band, result.PrintedStatus.Band));
        Assert.DoesNotContain("improved", result.PrintedStatus.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_is_shown_prints_its_status_and_its_directions()
    {
        Indicator places = Measures.Count(Polarity.High) with { Kind = IndicatorKind.Snapshot, Profile = TargetProfile.Flat };
        QuarterResult result = Measures.Result(Measures.History(
            places, [Measures.Of(places, "2024-25 Q2", 20), Measures.Of(places, "2025-26 Q1", 30), Measures.Of(places, "2025-26 Q2", 25)],
                [Measures.Target(places, "2025-26", 100)]));
        Assert.Equal((result.Status, result.ShortTerm, result.LongTerm), (result.PrintedStatus, result.PrintedShortTerm, result.PrintedLongTerm));
        Assert.Equal((Direction.GotWorse, Direction.Improved), (result.ShortTerm.Direction, result.LongTerm.Direction));
    }

    [Fact]
    public void A_small_figure_then_or_now_withholds_the_direction_between_the_two_and_no_other()
    {
        Indicator places = Measures.Count(Polarity.High) with { Kind = IndicatorKind.Snapshot };
        Figure Of(string quarter, int value) => Measures.Of(places, quarter, value);
        (string? Short, string? Long) Reasons(int lastYear, int before, int now)
        {
            QuarterResult result = Measures.Result(
                Measures.History(places, [Of("2024-25 Q2", lastYear), Of("2025-26 Q1", before), Of("2025-26 Q2", now)]));
            return (result.PrintedShortTerm.Reason, result.PrintedLongTerm.Reason);
        }

        Assert.Equal((null, DirectionOfTravel.ValueHidden), Reasons(3, 30, 25));
        Assert.Equal((DirectionOfTravel.ValueHidden, null), Reasons(20, 3, 25));
        Assert.Equal((DirectionOfTravel.ValueHidden, DirectionOfTravel.ValueHidden), Reasons(20, 30, 3));
    }

    private static TargetBand PrintedOfPercentage(int numerator, decimal target)
    {
        Indicator percentage = Exactly(Measures.Percentage());
        Figure figure = Figure.OfCounts(percentage, Measures.Now.Period, numerator, 40);
        return Measures.Result(Measures.History(percentage, [figure], [Measures.Target(percentage, "2025-26", target)])).PrintedStatus.Band;
    }

    private static Indicator Exactly(Indicator indicator) =>
        indicator with { Tolerance = new Tolerance(ToleranceKind.Absolute, 0, null, null, null) };
}
