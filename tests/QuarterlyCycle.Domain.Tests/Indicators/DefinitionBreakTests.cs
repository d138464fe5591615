using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class DefinitionBreakTests
{
    private static readonly Indicator Incidents = Measures.Count();

    [Theory]
    [InlineData("2025-26 Q2", DefinitionChangeKind.Break, TargetBand.NotComparable)]
    [InlineData("2025-26", DefinitionChangeKind.Break, TargetBand.Met)]
    [InlineData("2025-26 Q3", DefinitionChangeKind.Break, TargetBand.Met)]
    [InlineData("2024-25 Q2", DefinitionChangeKind.Break, TargetBand.Met)]
    [InlineData("2025-26 Q2", DefinitionChangeKind.Wording, TargetBand.Met)]
    [InlineData("2025-26 Q2", DefinitionChangeKind.Rebase, TargetBand.Met)]
    public void A_year_to_date_that_mixes_two_definitions_is_held_against_no_target(string from, DefinitionChangeKind kind, TargetBand band)
    {
        QuarterResult result = Measures.Result(Measures.History(
            Incidents, [Measures.Of(Incidents, "2025-26 Q1", 20), Measures.Of(Incidents, "2025-26 Q2", 28)], [Measures.Target(Incidents, "2025-26", 400)], [Change(from, kind)]));

        Assert.Equal(band, result.Status.Band);
        Assert.Equal(band != TargetBand.NotComparable, result.Status.IsJudged);
        Assert.Equal(
            band == TargetBand.NotComparable,
            result.Status.Rule == "The definition changed from 2025-26 Q2, so the year to date mixes two definitions and is held against no target.");
    }

    [Theory]
    [InlineData("2025-03-31", null, null, true)]
    [InlineData("2025-04-01", null, null, false)]
    [InlineData("2025-05-01", null, "2025-05-02", true)]
    [InlineData("2025-05-02", null, "2025-05-02", false)]
    [InlineData(null, "2024-25", null, true)]
    [InlineData(null, "2025-26 Q1", null, false)]
    [InlineData(null, null, null, false)]
    public void A_target_set_on_the_older_definition_is_flagged(string? setOn, string? baseline, string? changedOn, bool isOlder)
    {
        Target target = Measures.Target(Incidents, "2025-26", 40) with
        {
            SetOn = setOn is null ? null : DateOnly.Parse(setOn, System.Globalization.CultureInfo.InvariantCulture),
            BaselinePeriod = baseline is null ? null : Period.Parse(baseline),
        };
        DefinitionChange change = Change("2025-26", DefinitionChangeKind.Break) with { On = changedOn is null ? null : DateOnly.Parse(changedOn, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(isOlder ? "The target was set on the definition before 2025-26." : null, ProfiledTarget.OlderDefinition(target, [change], Measures.Now));
        Assert.Null(ProfiledTarget.OlderDefinition(target, [change with { Kind = DefinitionChangeKind.Wording }], Measures.Now));
        Assert.Null(ProfiledTarget.OlderDefinition(target, [change with { FromPeriod = Period.Parse("2025-26 Q3") }], Measures.Now));
    }

    [Fact]
    public void A_definition_that_changes_on_the_quarters_last_day_holds_for_the_quarter()
    {
        DefinitionChange change = Change("2025-09-30", DefinitionChangeKind.Break);
        Target target = Measures.Target(Incidents, "2025-26", 400) with { SetOn = new DateOnly(2025, 9, 29) };
        IndicatorHistory history = Measures.History(Incidents, [Measures.Of(Incidents, "2025-26 Q1", 20), Measures.Of(Incidents, "2025-26 Q2", 28)],
            [target], [change]);
        Assert.Equal(TargetBand.NotComparable, Measures.Result(history).Status.Band);
        Assert.Equal("The target was set on the definition before 2025-09-30.", ProfiledTarget.OlderDefinition(target, [change], Measures.Now));
    }

    [Fact]
    public void A_baseline_taken_on_the_day_of_the_change_stands_on_the_new_definition()
    {
        DefinitionChange change = Change("2025-26", DefinitionChangeKind.Break);
        Target Baseline(string day) => Measures.Target(Incidents, "2025-26", 40) with { BaselinePeriod = Period.Parse(day) };
        Assert.Null(ProfiledTarget.OlderDefinition(Baseline("2025-04-01"), [change], Measures.Now));
        Assert.NotNull(ProfiledTarget.OlderDefinition(Baseline("2025-03-31"), [change], Measures.Now));
    }

    [Fact]
    public void The_flag_stands_in_the_rule_of_the_status()
    {
        Target target = Measures.Target(Incidents, "2025-26", 400) with { SetOn = new DateOnly(2024, 5, 1) };
        QuarterResult result = Measures.Result(Measures.History(
            Incidents, [Measures.Of(Incidents, "2025-26 Q1", 20), Measures.Of(Incidents, "2025-26 Q2", 28)], [target], [Change("2025-26", DefinitionChangeKind.Break)]));

        Assert.EndsWith("The target was set on the definition before 2025-26.", result.Status.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_months_of_the_year_and_the_same_data_twice_are_not_compared()
    {
        Indicator annual = Measures.Percentage() with { Frequency = Frequency.Annual };
        Figure now = Measures.Of(annual, "2025-26", 70);
        Figure earlier = Measures.Of(annual, "2024-25", 66);
        string? Reason(string? nowData, string? earlierData) => DirectionOfTravelRule.Judge(
            now with { DataPeriod = nowData is null ? null : Period.Parse(nowData) }, earlier with { DataPeriod = earlierData is null ? null : Period.Parse(earlierData) }, Polarity.High, []).Reason;

        Assert.Equal(DirectionOfTravel.NoLongerLikeForLike, Reason("AY2024-25", null));
        Assert.Equal(DirectionOfTravel.SameData, Reason("CY2024", "CY2024"));
        Assert.Null(Reason("AY2024-25", "AY2023-24"));
        Assert.Null(Reason("2025-26 YTD Q4", null));
    }

    [Theory]
    [InlineData(IndicatorKind.Rolling12, null)]
    [InlineData(IndicatorKind.Snapshot, null)]
    [InlineData(IndicatorKind.Average, DirectionOfTravel.PeriodDiffers)]
    public void A_rolling_figure_covers_twelve_months_whatever_its_period(IndicatorKind kind, string? reason)
    {
        Indicator percentage = Measures.Percentage() with { Kind = kind };
        Figure earlier = Measures.Of(percentage, "2025-26 Q1", 66) with { DataPeriod = Period.Parse("2024-25") };

        Assert.Equal(reason, Measures.Result(Measures.History(percentage, [earlier, Measures.Of(percentage, "2025-26 Q2", 70)])).ShortTerm.Reason);
    }

    private static DefinitionChange Change(string from, DefinitionChangeKind kind) => new(Incidents.Code, Period.Parse(from), kind, "Counted anew", null, null);
}
