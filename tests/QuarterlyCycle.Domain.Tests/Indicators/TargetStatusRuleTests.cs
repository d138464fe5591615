using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class TargetStatusRuleTests
{
    private static readonly AimedTarget AtLeast75 = new(75, null);
    private static readonly StatusSettings Rag = new() { Unit = IndicatorUnit.Percent };
    private static readonly StatusSettings Star = new() { Scheme = StatusScheme.StarCircleTriangle, Tolerance = 0, BetterPct = 10, BetterFloor = 0.1m, Unit = IndicatorUnit.Percent };

    [Theory]
    [InlineData(80, TargetBand.Met)]
    [InlineData(75, TargetBand.Met)]
    [InlineData(74.999, TargetBand.JustOff)]
    [InlineData(71.25, TargetBand.JustOff)]
    [InlineData(71.249, TargetBand.Off)]
    public void A_boundary_belongs_to_the_better_band(double value, TargetBand band) =>
        Assert.Equal(band, TargetStatusRule.Judge((decimal)value, AtLeast75, Rag).Band);

    [Theory]
    [InlineData(10, TargetBand.Met)]
    [InlineData(10.5, TargetBand.JustOff)]
    [InlineData(10.51, TargetBand.Off)]
    public void Low_measures_are_met_at_the_target_or_below(double value, TargetBand band) =>
        Assert.Equal(band, TargetStatusRule.Judge((decimal)value, new AimedTarget(null, 10), Rag).Band);

    [Fact]
    public void An_absolute_tolerance_counts_points()
    {
        StatusSettings points = Rag with { ToleranceKind = ToleranceKind.Absolute, Tolerance = 2 };
        Assert.Equal(TargetBand.JustOff, TargetStatusRule.Judge(73, AtLeast75, points).Band);
        Assert.Equal(TargetBand.Off, TargetStatusRule.Judge(72.99m, AtLeast75, points).Band);
    }

    [Theory]
    [InlineData(0, TargetBand.Met)]
    [InlineData(0.01, TargetBand.Off)]
    public void Against_a_zero_target_a_relative_tolerance_does_not_help(double value, TargetBand band) =>
        Assert.Equal(band, TargetStatusRule.Judge((decimal)value, new AimedTarget(null, 0), Rag).Band);

    [Fact]
    public void Against_a_zero_target_an_absolute_tolerance_helps() =>
        Assert.Equal(TargetBand.JustOff, TargetStatusRule.Judge(1, new AimedTarget(null, 0), Rag with { ToleranceKind = ToleranceKind.Absolute, Tolerance = 1 }).Band);

    [Theory]
    [InlineData(5, TargetBand.Met)]
    [InlineData(8, TargetBand.Met)]
    [InlineData(8.4, TargetBand.JustOff)]
    [InlineData(8.41, TargetBand.Off)]
    [InlineData(4.75, TargetBand.JustOff)]
    [InlineData(4.74, TargetBand.Off)]
    public void A_range_is_met_inside_and_just_off_within_tolerance(double value, TargetBand band) =>
        Assert.Equal(band, TargetStatusRule.Judge((decimal)value, new AimedTarget(5, 8), Rag).Band);

    [Theory]
    [InlineData(3, TargetBand.Met)]
    [InlineData(3.1, TargetBand.JustOff)]
    [InlineData(2, TargetBand.Off)]
    public void Exactly_is_a_range_of_one_value(double value, TargetBand band) =>
        Assert.Equal(band, TargetStatusRule.Judge((decimal)value, new AimedTarget(3, 3), Rag).Band);

    [Theory]
    [InlineData(82.5, TargetBand.Better)]
    [InlineData(82.49, TargetBand.On)]
    [InlineData(75, TargetBand.On)]
    [InlineData(74.99, TargetBand.Worse)]
    public void The_star_scheme_wants_a_tenth_more_for_a_star(double value, TargetBand band) =>
        Assert.Equal(band, TargetStatusRule.Judge((decimal)value, AtLeast75, Star).Band);

    [Fact]
    public void The_floor_keeps_tiny_targets_from_giving_stars()
    {
        Assert.Equal(TargetBand.On, TargetStatusRule.Judge(0.21m, new AimedTarget(0.2m, null), Star).Band);
        Assert.Equal(TargetBand.Better, TargetStatusRule.Judge(0.3m, new AimedTarget(0.2m, null), Star).Band);
    }

    [Fact]
    public void Against_zero_or_for_a_change_only_the_floor_decides_a_star()
    {
        Assert.Equal(TargetBand.Better, TargetStatusRule.Judge(-0.1m, new AimedTarget(null, 0), Star).Band);
        Assert.Equal(TargetBand.Better, TargetStatusRule.Judge(-10.1m, new AimedTarget(null, -10), Star with { PointsOnly = true }).Band);
        Assert.Equal(TargetBand.On, TargetStatusRule.Judge(-10.1m, new AimedTarget(null, -10), Star).Band);
    }

    [Fact]
    public void A_range_is_never_better_than_target()
    {
        Assert.Equal(TargetBand.On, TargetStatusRule.Judge(6.5m, new AimedTarget(5, 8), Star).Band);
        Assert.Equal(TargetBand.Worse, TargetStatusRule.Judge(8.01m, new AimedTarget(5, 8), Star).Band);
    }

    [Fact]
    public void A_red_that_improved_on_last_year_is_amber_where_the_partnership_says_so()
    {
        DirectionOfTravel improved = DirectionOfTravel.Of(Direction.Improved);
        TargetStatus softened = TargetStatusRule.Judge(60, AtLeast75, Rag with { ImprovementSoftens = true }, improved);
        Assert.Equal(TargetBand.JustOff, softened.Band);
        Assert.Contains("because it improved on the same quarter last year", softened.Rule, StringComparison.Ordinal);
        Assert.Equal(TargetBand.Off, TargetStatusRule.Judge(60, AtLeast75, Rag, improved).Band);
        Assert.Equal(TargetBand.Off, TargetStatusRule.Judge(60, AtLeast75, Rag with { ImprovementSoftens = true }, DirectionOfTravel.Of(Direction.GotWorse)).Band);
    }

    [Fact]
    public void Every_status_carries_the_rule_that_produced_it()
    {
        Assert.Equal("Target met: 75% or more. Just off target: 71.25% or more, with a tolerance of 5% of the target. Off target: anything else.", TargetStatusRule.Judge(60, AtLeast75, Rag).Rule);
        Assert.Equal("Better than target: 82.5% or more. Worse than target: anything but 75% or more. On target: in between.", TargetStatusRule.Judge(60, AtLeast75, Star).Rule);
        Assert.Equal("Target met: from 5% to 8%. Off target: anything else.", TargetStatusRule.Judge(6, new AimedTarget(5, 8), Rag with { Tolerance = 0 }).Rule);
        Assert.Equal("On target: exactly 3%. Worse than target: anything but exactly 3%.", TargetStatusRule.Judge(6, new AimedTarget(3, 3), Star).Rule);
    }

    [Theory]
    [InlineData(IndicatorUnit.Count, true, false, 0, "Worse than target: anything but 0. On target: anything else. No figure can be better than this target.")]
    [InlineData(IndicatorUnit.Percent, true, false, 0, "Worse than target: anything but 0% or less. On target: anything else. No figure can be better than this target.")]
    [InlineData(IndicatorUnit.Percent, false, false, 0, "Better than target: −0.1% or less. Worse than target: anything but 0% or less. On target: in between.")]
    [InlineData(IndicatorUnit.Percent, true, true, 0, "Better than target: −0.1% or less. Worse than target: anything but 0% or less. On target: in between.")]
    [InlineData(IndicatorUnit.Percent, true, false, 0.1, "Better than target: 0% or less. Worse than target: anything but 0.1% or less. On target: in between.")]
    public void A_band_that_no_figure_can_reach_is_not_promised(IndicatorUnit unit, bool whole, bool isChange, double target, string rule)
    {
        PartnershipSettings rotherham = new() { Name = "Rotherham", StatusScheme = StatusScheme.StarCircleTriangle, Tolerance = 0 };
        StatusSettings settings = StatusSettings.Of(rotherham, Measures.Percentage(Polarity.Low) with { Unit = unit, Whole = whole, IsChange = isChange });
        Assert.Equal(rule, TargetStatusRule.Judge(1, new AimedTarget(null, (decimal)target), settings).Rule);
    }

    [Theory]
    [InlineData(95, "Worse than target: anything but 95% or more. On target: anything else. No figure can be better than this target.")]
    [InlineData(90, "Better than target: 99% or more. Worse than target: anything but 90% or more. On target: in between.")]
    public void A_share_cannot_be_over_the_whole(double target, string rule)
    {
        PartnershipSettings rotherham = new() { Name = "Rotherham", StatusScheme = StatusScheme.StarCircleTriangle, Tolerance = 0 };
        Assert.Equal(rule, TargetStatusRule.Judge(1, new AimedTarget((decimal)target, null), StatusSettings.Of(rotherham, Measures.Percentage())).Rule);
    }

    [Fact]
    public void The_rule_names_an_absolute_tolerance_as_it_was_set()
    {
        StatusSettings points = Rag with { ToleranceKind = ToleranceKind.Absolute, Tolerance = 2 };
        Assert.Equal("Target met: 75% or more. Just off target: 73% or more, with a tolerance of 2. Off target: anything else.", TargetStatusRule.Judge(60, AtLeast75, points).Rule);
        Assert.Equal(
            "Better than target: 82.5% or more. Worse than target: anything but 73% or more, with a tolerance of 2. On target: in between.",
            TargetStatusRule.Judge(60, AtLeast75, Star with { ToleranceKind = ToleranceKind.Absolute, Tolerance = 2 }).Rule);
        Assert.Equal("Better than target: 9% or less. Worse than target: anything but 10% or less. On target: in between.", TargetStatusRule.Judge(60, new AimedTarget(null, 10), Star).Rule);
    }

    [Fact]
    public void An_unusable_tolerance_prints_who_set_it_and_why_it_is_not_used()
    {
        Indicator indicator = Measures.Percentage(Polarity.Low) with { IsChange = true, Tolerance = new Tolerance(ToleranceKind.Relative, 2, "Andrew Bunyan", null, null) };
        StatusSettings settings = StatusSettings.Of(new PartnershipSettings { Name = "Derby" }, indicator);
        Assert.EndsWith($"Tolerance set by Andrew Bunyan. {settings.Warning}", TargetStatusRule.Judge(-9, new AimedTarget(null, -10), settings).Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    [InlineData(8, 0)]
    [InlineData(9.5, 1.5)]
    public void A_value_in_the_range_is_at_no_distance_from_it(double value, double distance) => Assert.Equal((decimal)distance, new AimedTarget(5, 8).DistanceOf((decimal)value));

    [Fact]
    public void A_measures_own_tolerance_prints_who_set_it_when_and_why()
    {
        Indicator indicator = Measures.Percentage() with { Tolerance = new Tolerance(ToleranceKind.Absolute, 2, "Andrew Bunyan", new DateOnly(2008, 5, 1), "Survey error.") };
        StatusSettings settings = StatusSettings.Of(new PartnershipSettings { Name = "Derby" }, indicator);
        Assert.EndsWith("Tolerance set by Andrew Bunyan on 1 May 2008: Survey error.", TargetStatusRule.Judge(60, AtLeast75, settings).Rule, StringComparison.Ordinal);
        Indicator unsigned = indicator with { Tolerance = new Tolerance(ToleranceKind.Absolute, 2, null, null, null) };
        Assert.Null(StatusSettings.Of(new PartnershipSettings { Name = "Derby" }, unsigned).ToleranceSetBy);
    }

    [Fact]
    public void A_percentage_change_inherits_no_relative_tolerance_and_says_so()
    {
        StatusSettings settings = StatusSettings.Of(new PartnershipSettings { Name = "Rotherham" }, Measures.Percentage(Polarity.Low) with { IsChange = true });
        Assert.Equal((ToleranceKind.Absolute, 0m), (settings.ToleranceKind, settings.Tolerance));
        Assert.True(settings.PointsOnly);
        Assert.Equal("SS1 is a percentage change, so the relative tolerance of 5% does not apply to it; its tolerance is 0 points.", settings.Warning);
        Assert.Equal(TargetBand.Off, TargetStatusRule.Judge(-9.9m, new AimedTarget(null, -10), settings).Band);
    }

    [Fact]
    public void What_counts_as_better_is_the_measures_own_before_the_partnerships_before_the_usual()
    {
        (decimal Share, decimal Floor) Better(PartnershipSettings partnership, Indicator indicator)
        {
            StatusSettings settings = StatusSettings.Of(partnership, indicator);
            return (settings.BetterPct, settings.BetterFloor);
        }

        PartnershipSettings usual = new() { Name = "Rotherham" };
        Assert.Equal((10m, 0.1m), Better(usual, Measures.Percentage()));
        Assert.Equal((15m, 2m), Better(usual with { BetterPct = 15, BetterFloor = 2 }, Measures.Percentage()));
        Assert.Equal((20m, 3m),
            Better(usual with { BetterPct = 15, BetterFloor = 2 }, Measures.Percentage() with { BetterPct = 20, BetterFloor = 3 }));
    }

    [Fact]
    public void Only_a_part_of_a_whole_ends_at_a_hundred_and_a_change_has_no_ends()
    {
        (decimal? Least, decimal? Most) Ends(Indicator indicator)
        {
            StatusSettings settings = StatusSettings.Of(new PartnershipSettings { Name = "Rotherham" }, indicator);
            return (settings.Least, settings.Most);
        }

        Assert.Equal((0m, 100m), Ends(Measures.Percentage()));
        Assert.Equal((0m, null), Ends(Measures.Count()));
        Assert.Equal((0m, null), Ends(Measures.Percentage() with { Unit = IndicatorUnit.Rate }));
        Assert.Equal((null, null), Ends(Measures.Percentage() with { Whole = false }));
        Assert.Equal((null, null), Ends(Measures.Percentage() with { IsChange = true }));
        Assert.Equal((null, null), Ends(Measures.Count() with { IsChange = true }));
    }

    [Theory]
    [InlineData(IndicatorUnit.Percent, 0.1)]
    [InlineData(IndicatorUnit.Rate, 0.1)]
    [InlineData(IndicatorUnit.Ratio, 0.1)]
    [InlineData(IndicatorUnit.Count, 1)]
    public void The_usual_floor_goes_by_unit(IndicatorUnit unit, double floor) =>
        Assert.Equal((decimal)floor, StatusSettings.Of(new PartnershipSettings { Name = "Rotherham" }, Measures.Percentage() with { Unit = unit }).BetterFloor);

    [Fact]
    public void A_target_that_only_the_whole_can_exceed_can_still_be_exceeded()
    {
        Assert.StartsWith("Better than target: 100% or more.",
            TargetStatusRule.Judge(95, new AimedTarget(90, null), Star with { BetterFloor = 10, Most = 100 }).Rule, StringComparison.Ordinal);
        Assert.EndsWith("No figure can be better than this target.",
            TargetStatusRule.Judge(95, new AimedTarget(90.1m, null), Star with { BetterFloor = 10, Most = 100 }).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_both_schemes_are_a_status_and_a_reason_for_having_none_is_not()
    {
        TargetBand[] statuses = [TargetBand.Met, TargetBand.JustOff, TargetBand.Off, TargetBand.Better, TargetBand.On, TargetBand.Worse];
        Assert.Equal(statuses, Enum.GetValues<TargetBand>().Where(band => TargetStatus.Of(band, "").IsJudged));
    }

    [Fact]
    public void Words_symbol_and_colour_stand_together()
    {
        Assert.Equal(("Target met", "●", "Green"), Shown(TargetBand.Met));
        Assert.Equal(("Just off target", "◆", "Amber"), Shown(TargetBand.JustOff));
        Assert.Equal(("Off target", "▲", "Red"), Shown(TargetBand.Off));
        Assert.Equal(("Better than target", "★", "Green"), Shown(TargetBand.Better));
        Assert.Equal(("On target", "●", "Blue"), Shown(TargetBand.On));
        Assert.Equal(("Worse than target", "▲", "Red"), Shown(TargetBand.Worse));
        Assert.Equal(("No target set", null, null), Shown(TargetBand.NoTarget));
        Assert.Equal(("Not due", null, null), Shown(TargetBand.NotDue));
    }

    [Fact]
    public void The_percentage_of_a_zero_target_is_not_defined()
    {
        Assert.Equal("not defined", TargetStatusRule.PercentageOfTarget(3, new AimedTarget(null, 0)));
        Assert.Equal("not defined", TargetStatusRule.PercentageOfTarget(3, new AimedTarget(1, 2)));
        Assert.Equal("80%", TargetStatusRule.PercentageOfTarget(60, AtLeast75));
        Assert.Equal("200%", TargetStatusRule.PercentageOfTarget(6, new AimedTarget(3, 3)));
        Assert.Equal("50%", TargetStatusRule.PercentageOfTarget(5, new AimedTarget(null, 10)));
    }

    [Theory]
    [InlineData(100, TargetBand.Met)]
    [InlineData(95, TargetBand.JustOff)]
    [InlineData(94.99, TargetBand.Off)]
    [InlineData(210, TargetBand.JustOff)]
    [InlineData(210.01, TargetBand.Off)]
    public void Each_end_of_a_range_is_widened_by_its_own_share(double value, TargetBand band)
    {
        TargetBand judged = TargetStatusRule.Judge((decimal)value, new AimedTarget(100, 200), Rag).Band;
        Assert.Equal(band, judged);
    }

    [Fact]
    public void The_rule_of_a_range_prints_both_widened_ends_and_that_of_a_zero_target_why_it_has_none()
    {
        Assert.Equal("Target met: from 100% to 200%. Just off target: from 95% to 210%, with a tolerance of 5% of the target. Off target: anything else.", TargetStatusRule.Judge(150, new AimedTarget(100, 200), Rag).Rule);
        Assert.Equal("Target met: 0% or less. Off target: anything else. A tolerance in per cent does not apply to a target of zero.", TargetStatusRule.Judge(1, new AimedTarget(null, 0), Rag).Rule);
        Assert.Equal("Target met: 0% or less. Off target: anything else.", TargetStatusRule.Judge(1, new AimedTarget(null, 0), Rag with { Tolerance = 0 }).Rule);
    }

    [Fact]
    public void The_rule_of_a_percentage_change_says_why_its_tolerance_is_nothing()
    {
        StatusSettings settings = StatusSettings.Of(new PartnershipSettings { Name = "Rotherham" }, Measures.Percentage(Polarity.Low) with { IsChange = true });
        Assert.EndsWith(settings.Warning!, TargetStatusRule.Judge(-9.9m, new AimedTarget(null, -10), settings).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mirrored_range_has_the_same_status() =>
        Prop.ForAll(Cases(), each =>
        {
            AimedTarget range = new(each.Target, each.Target + 7);
            return TargetStatusRule.Judge(each.Value, range, each.Settings).Band == TargetStatusRule.Judge(-each.Value, new AimedTarget(-range.High, -range.Low), each.Settings).Band;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mirrored_measure_has_the_same_status() =>
        Prop.ForAll(Cases(), each =>
        {
            AimedTarget high = new(each.Target, null);
            AimedTarget low = new(null, -each.Target);
            return TargetStatusRule.Judge(each.Value, high, each.Settings).Band == TargetStatusRule.Judge(-each.Value, low, each.Settings).Band;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equality_is_always_met_and_more_is_never_judged_worse() =>
        Prop.ForAll(Cases(), each =>
        {
            AimedTarget target = new(each.Target, null);
            return !TargetStatusRule.Judge(each.Target, target, each.Settings).Misses
                && Goodness(TargetStatusRule.Judge(each.Value + 1, target, each.Settings)) >= Goodness(TargetStatusRule.Judge(each.Value, target, each.Settings));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void How_a_figure_is_rounded_in_print_never_changes_its_status() =>
        Prop.ForAll(Cases(), each =>
        {
            Indicator indicator = Measures.Percentage() with { Whole = false };
            Target target = Measures.Target(indicator, "2025-26", each.Target);
            TargetBand BandWith(int decimals)
            {
                Indicator printed = indicator with { Decimals = decimals };
                IndicatorHistory history = Measures.History(printed, [Measures.Of(printed, "2025-26 Q2", each.Value)], [target]) with { Status = each.Settings };
                return Measures.Result(history).Status.Band;
            }

            return BandWith(0) == BandWith(4);
        }).QuickCheckThrowOnFailure();

    private static (string Words, string? Symbol, string? Colour) Shown(TargetBand band)
    {
        TargetStatus status = TargetStatus.Of(band, "");
        return (status.Words, status.Symbol, status.Colour);
    }

    private static int Goodness(TargetStatus status) => status.Band switch
    {
        TargetBand.Off or TargetBand.Worse => 0,
        TargetBand.JustOff => 1,
        TargetBand.Met or TargetBand.On => 2,
        _ => 3,
    };

    private static Arbitrary<(decimal Value, decimal Target, StatusSettings Settings)> Cases() =>
        (from value in Gen.Choose(-200_000, 200_000)
         from near in Gen.Choose(-3_000, 3_000)
         from isNear in ArbMap.Default.GeneratorFor<bool>()
         from scheme in Gen.Elements(StatusScheme.Rag, StatusScheme.StarCircleTriangle)
         from kind in Gen.Elements(ToleranceKind.Absolute, ToleranceKind.Relative)
         from tolerance in Gen.Choose(0, 20)
         from target in Gen.Choose(-200_000, 200_000)
         let aimed = isNear ? value + near : target
         select (value / 1000m, aimed / 1000m, new StatusSettings { Scheme = scheme, ToleranceKind = kind, Tolerance = tolerance, BetterFloor = 0.1m, Unit = IndicatorUnit.Percent }))
        .ToArbitrary();
}
