using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class DirectionOfTravelRuleTests
{
    [Theory]
    [InlineData(Polarity.High, Direction.Improved, "↑")]
    [InlineData(Polarity.Low, Direction.GotWorse, "↓")]
    [InlineData(Polarity.Neutral, Direction.Increased, null)]
    public void The_arrow_means_better_or_worse_and_not_up_or_down(Polarity polarity, Direction direction, string? arrow)
    {
        DirectionOfTravel judged = Judge(70, 66.1m, polarity);
        Assert.Equal(direction, judged.Direction);
        Assert.Equal(arrow, judged.Arrow);
    }

    [Fact]
    public void A_fall_of_a_neutral_measure_is_a_decrease() => Assert.Equal(Direction.Decreased, Judge(60, 66.1m, Polarity.Neutral).Direction);

    [Theory]
    [InlineData(66.149, Direction.NoChange)]
    [InlineData(66.15, Direction.Improved)]
    [InlineData(66.051, Direction.NoChange)]
    [InlineData(66.05, Direction.GotWorse)]
    public void Under_half_the_rounding_unit_nothing_has_changed(double now, Direction direction) =>
        Assert.Equal(direction, Judge((decimal)now, 66.1m, Polarity.High).Direction);

    [Fact]
    public void For_a_range_nearer_is_better()
    {
        AimedTarget range = new(5, 8);
        Figure Of(string quarter, decimal value) => Measures.Of(Measures.Percentage(Polarity.Range), quarter, value);
        Assert.Equal(Direction.Improved, DirectionOfTravelRule.Judge(Of("2025-26 Q2", 9), Of("2025-26 Q1", 12), Polarity.Range, [], range, range).Direction);
        Assert.Equal(Direction.GotWorse, DirectionOfTravelRule.Judge(Of("2025-26 Q2", 3), Of("2025-26 Q1", 6), Polarity.Range, [], range, range).Direction);
        Assert.Equal(Direction.NoChange, DirectionOfTravelRule.Judge(Of("2025-26 Q2", 5), Of("2025-26 Q1", 8), Polarity.Range, [], range, range).Direction);
        Assert.Equal(DirectionOfTravel.NoRange, DirectionOfTravelRule.Judge(Of("2025-26 Q2", 5), Of("2025-26 Q1", 8), Polarity.Range, []).Reason);
    }

    [Fact]
    public void Each_figure_is_held_against_the_range_of_its_own_time()
    {
        Figure Of(string quarter, decimal value) => Measures.Of(Measures.Percentage(Polarity.Range), quarter, value);
        DirectionOfTravel narrowed = DirectionOfTravelRule.Judge(Of("2025-26 Q2", 9), Of("2025-26 Q1", 9), Polarity.Range, [], new AimedTarget(5, 6), new AimedTarget(5, 8));
        Assert.Equal(Direction.GotWorse, narrowed.Direction);
        Assert.Equal(Direction.NoChange, DirectionOfTravelRule.Judge(Of("2025-26 Q2", 9), Of("2025-26 Q1", 9), Polarity.Range, [], new AimedTarget(5, 6)).Direction);
    }

    [Fact]
    public void No_change_has_an_arrow_only_where_one_way_is_better()
    {
        Assert.Equal("→", Judge(66.1m, 66.1m, Polarity.High).Arrow);
        Assert.Equal("→", Judge(66.1m, 66.1m, Polarity.Low).Arrow);
        Assert.Equal((Direction.NoChange, null), (Judge(66.1m, 66.1m, Polarity.Neutral).Direction, Judge(66.1m, 66.1m, Polarity.Neutral).Arrow));
    }

    [Fact]
    public void Rates_of_one_multiplier_are_compared()
    {
        Indicator rate = Measures.Percentage() with { Unit = IndicatorUnit.Rate, Multiplier = 1000 };
        Assert.Equal(Direction.Improved, DirectionOfTravelRule.Judge(Measures.Of(rate, "2025-26 Q2", 70), Measures.Of(rate, "2025-26 Q1", 66), Polarity.High, []).Direction);
    }

    [Fact]
    public void What_cannot_be_compared_says_why()
    {
        Indicator percentage = Measures.Percentage();
        Figure now = Measures.Of(percentage, "2025-26 Q2", 70);
        Figure earlier = Measures.Of(percentage, "2025-26 Q1", 66);
        Assert.Equal(DirectionOfTravel.FirstPeriod, Reason(now, null));
        Assert.Equal(DirectionOfTravel.ValueMissing, Reason(now, Figure.Without(percentage, earlier.Period, ReasonCode.NotReady)));
        Assert.Equal(DirectionOfTravel.ValueMissing, Reason(null, earlier));
        Assert.Equal(DirectionOfTravel.UnitDiffers, Reason(now, earlier with { Unit = IndicatorUnit.Count }));
        Assert.Equal(DirectionOfTravel.UnitDiffers, Reason(now with { Unit = IndicatorUnit.Rate, Multiplier = 1000 }, earlier with { Unit = IndicatorUnit.Rate, Multiplier = 100 }));
        Assert.Equal(DirectionOfTravel.PeriodDiffers, Reason(now, Measures.Of(percentage, "2024-25", 66)));
        Assert.Equal(DirectionOfTravel.DefinitionChanged, Reason(now with { DefinitionVersion = 2 }, earlier));
        Assert.Equal(Direction.Improved, DirectionOfTravelRule.Judge(now, earlier, Polarity.High, []).Direction);
        Assert.Equal(DirectionOfTravel.ValueHidden, DirectionOfTravelRule.WithHidden(DirectionOfTravel.Of(Direction.Improved), true).Reason);
    }

    [Theory]
    [InlineData("2025-26 Q1", DefinitionChangeKind.Break, Direction.Improved)]
    [InlineData("2025-26 Q2", DefinitionChangeKind.Break, Direction.NotComparable)]
    [InlineData("2025-26 Q2", DefinitionChangeKind.Wording, Direction.Improved)]
    [InlineData("2025-26 Q3", DefinitionChangeKind.Break, Direction.Improved)]
    [InlineData("2025-09-30", DefinitionChangeKind.Break, Direction.NotComparable)]
    [InlineData("2025-10-01", DefinitionChangeKind.Break, Direction.Improved)]
    [InlineData("2025-04-01", DefinitionChangeKind.Break, Direction.Improved)]
    [InlineData("2025-04-02", DefinitionChangeKind.Break, Direction.NotComparable)]
    public void Only_a_break_in_between_blocks_the_arrow(string from, DefinitionChangeKind kind, Direction direction)
    {
        DefinitionChange change = new("SS1", Period.Parse(from), kind, "TellUs3 asks wider categories", null, null);
        Indicator percentage = Measures.Percentage();
        Assert.Equal(direction, DirectionOfTravelRule.Judge(Measures.Of(percentage, "2025-26 Q2", 70), Measures.Of(percentage, "2025-26 Q1", 66), Polarity.High, [change]).Direction);
    }

    [Theory]
    [InlineData("2025-26 Q2", DefinitionChangeKind.Wording, true)]
    [InlineData("2025-26 Q2", DefinitionChangeKind.Rebase, false)]
    [InlineData("2025-26 Q1", DefinitionChangeKind.Wording, false)]
    [InlineData("2025-26 Q3", DefinitionChangeKind.Wording, false)]
    public void A_new_version_is_compared_only_when_a_change_of_words_in_between_explains_it(string from, DefinitionChangeKind kind, bool isCompared)
    {
        Indicator percentage = Measures.Percentage();
        DefinitionChange change = new("SS1", Period.Parse(from), kind, "Said more plainly", null, null);
        DirectionOfTravel judged = DirectionOfTravelRule.Judge(
            Measures.Of(percentage, "2025-26 Q2", 70) with { DefinitionVersion = 2 }, Measures.Of(percentage, "2025-26 Q1", 66), Polarity.High,
                [change]);
        Assert.Equal(isCompared ? null : DirectionOfTravel.DefinitionChanged, judged.Reason);
    }

    [Fact]
    public void A_break_blocks_the_arrow_whatever_other_changes_stand_beside_it()
    {
        Indicator percentage = Measures.Percentage();
        DefinitionChange Change(string from, DefinitionChangeKind kind) => new("SS1", Period.Parse(from), kind, "Counted anew", null, null);
        string? Reason(params DefinitionChange[] changes) =>
            DirectionOfTravelRule.Judge(Measures.Of(percentage, "2025-26 Q2", 70), Measures.Of(percentage, "2025-26 Q1", 66), Polarity.High,
                changes).Reason;
        DefinitionChange broken = Change("2025-26 Q2", DefinitionChangeKind.Break);
        Assert.Equal(DirectionOfTravel.DefinitionChanged, Reason(Change("2025-26 Q1", DefinitionChangeKind.Break), broken));
        Assert.Equal(DirectionOfTravel.DefinitionChanged, Reason(Change("2025-26 Q2", DefinitionChangeKind.Rebase), broken));
        Assert.Equal(DirectionOfTravel.DefinitionChanged, Reason(Change("2025-26 Q2", DefinitionChangeKind.Wording), broken));
    }

    [Fact]
    public void A_mirrored_measure_has_the_mirrored_direction() =>
        Prop.ForAll(Pairs(), pair =>
        {
            Direction high = Judge(pair.Now, pair.Earlier, Polarity.High).Direction;
            Direction low = Judge(pair.Now, pair.Earlier, Polarity.Low).Direction;
            Direction mirrored = Judge(-pair.Now, -pair.Earlier, Polarity.Low).Direction;
            return high == mirrored && (high, low) is (Direction.Improved, Direction.GotWorse) or (Direction.GotWorse, Direction.Improved) or (Direction.NoChange, Direction.NoChange);
        }).QuickCheckThrowOnFailure();

    private static string? Reason(Figure? now, Figure? earlier) => DirectionOfTravelRule.Judge(now, earlier, Polarity.High, []).Reason;

    private static DirectionOfTravel Judge(decimal now, decimal earlier, Polarity polarity)
    {
        Indicator indicator = Measures.Percentage(polarity);
        return DirectionOfTravelRule.Judge(Measures.Of(indicator, "2025-26 Q2", now), Measures.Of(indicator, "2025-26 Q1", earlier), polarity, []);
    }

    private static Arbitrary<(decimal Now, decimal Earlier)> Pairs() =>
        (from now in Gen.Choose(-5000, 5000)
         from difference in Gen.Choose(-300, 300)
         select (now / 100m, (now + difference) / 100m)).ToArbitrary();
}
