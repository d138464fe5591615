using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class QuarterResultsTests
{
    private static readonly Indicator Incidents = Measures.Count();
    private static readonly Indicator OnTime = Measures.Percentage();

    [Fact]
    public void A_cumulative_measure_is_summed_and_held_against_its_part_of_the_year()
    {
        QuarterResult result = Measures.Result(Measures.History(
            Incidents,
            [Measures.Of(Incidents, "2025-26 Q1", 20), Measures.Of(Incidents, "2025-26 Q2", 28)],
            [Measures.Target(Incidents, "2025-26", 100)]));
        Assert.Equal(48m, result.YearToDate!.Value);
        Assert.Equal(50m, result.Target!.Aim!.High);
        Assert.Equal(TargetBand.Met, result.Status.Band);
        Assert.EndsWith("The target is 2 of 4 equal parts of the year's target.", result.Status.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cumulative_measure_compares_quarters_in_the_short_term_and_years_to_date_in_the_long_term()
    {
        QuarterResult result = Measures.Result(Measures.History(Incidents,
        [
            Measures.Of(Incidents, "2024-25 Q1", 30), Measures.Of(Incidents, "2024-25 Q2", 30),
            Measures.Of(Incidents, "2025-26 Q1", 20), Measures.Of(Incidents, "2025-26 Q2", 28),
        ]));
        Assert.Equal(Direction.GotWorse, result.ShortTerm.Direction);
        Assert.Equal(Direction.Improved, result.LongTerm.Direction);
    }

    [Fact]
    public void The_year_to_date_of_the_plan_stands_in_where_the_quarters_are_not_known()
    {
        QuarterResult result = Measures.Result(Measures.History(Incidents,
            [Measures.Of(Incidents, "2024-25 YTD Q2", 60), Measures.Of(Incidents, "2025-26 Q1", 20), Measures.Of(Incidents, "2025-26 Q2", 28)]));
        Assert.Equal(Direction.Improved, result.LongTerm.Direction);
    }

    [Fact]
    public void A_missing_quarter_makes_the_year_to_date_unavailable_and_is_named()
    {
        QuarterResult result = Measures.Result(Measures.History(Incidents, [Measures.Of(Incidents, "2025-26 Q2", 28)], [Measures.Target(Incidents, "2025-26", 100)]));
        Assert.Null(result.YearToDate!.Value);
        Assert.Equal("There is no figure for 2025-26 Q1.", result.YearToDate.ReasonWords);
        Assert.Equal(TargetBand.NoFigure, result.Status.Band);
        Assert.Equal("Not available", result.Status.Words);
    }

    [Fact]
    public void The_year_of_a_percentage_is_the_sum_of_its_counts_and_never_a_mean_of_percentages()
    {
        Figure One(string quarter, decimal numerator, decimal denominator) => Figure.OfCounts(OnTime, Period.Parse(quarter), numerator, denominator);
        Assert.Equal(55m / 110m * 100m, Measures.History(OnTime, [One("2025-26 Q1", 10, 10), One("2025-26 Q2", 45, 100)]).YearToDateAt(Measures.Now)!.Value);

        Figure? withoutCounts = Measures.History(OnTime, [Measures.Of(OnTime, "2025-26 Q1", 100), One("2025-26 Q2", 45, 100)]).YearToDateAt(Measures.Now);
        Assert.Null(withoutCounts!.Value);
        Assert.Equal("[x]", FigureText.InTable(withoutCounts));
    }

    [Fact]
    public void A_quarter_without_cases_adds_nothing_to_the_year()
    {
        Figure One(string quarter, decimal numerator, decimal denominator) => Figure.OfCounts(OnTime, Period.Parse(quarter), numerator, denominator);
        Assert.Equal(45m, Measures.History(OnTime, [One("2025-26 Q1", 0, 0), One("2025-26 Q2", 45, 100)]).YearToDateAt(Measures.Now)!.Value);
    }

    [Fact]
    public void The_year_of_a_snapshot_is_the_latest()
    {
        Indicator snapshot = OnTime with { Kind = IndicatorKind.Snapshot };
        IndicatorHistory history = Measures.History(snapshot, [Measures.Of(snapshot, "2025-26 Q1", 60), Measures.Of(snapshot, "2025-26 Q2", 70)]);
        Assert.Equal(70m, history.YearToDateAt(Measures.Now)!.Value);
        Assert.Equal(60m, history.YearToDateAt(Measures.Now.Previous)!.Value);
    }

    [Fact]
    public void A_provisional_quarter_makes_the_year_provisional()
    {
        IndicatorHistory history = Measures.History(Incidents, [Measures.Of(Incidents, "2025-26 Q1", 20) with { Finality = Finality.Provisional }, Measures.Of(Incidents, "2025-26 Q2", 28)]);
        Assert.Equal(Finality.Provisional, history.YearToDateAt(Measures.Now)!.Finality);
    }

    [Fact]
    public void An_annual_measure_is_due_in_quarter_4_and_has_only_a_long_term()
    {
        Indicator annual = OnTime with { Frequency = Frequency.Annual };
        IndicatorHistory history = Measures.History(annual, [Measures.Of(annual, "2024-25", 60), Measures.Of(annual, "2025-26", 70)], [Measures.Target(annual, "2025-26", 65)]);
        QuarterResult last = Measures.Result(history, Quarter.Parse("2025-26-Q4"));
        Assert.Equal(Direction.Improved, last.LongTerm.Direction);
        Assert.Equal(DirectionOfTravel.OnceAYear, last.ShortTerm.Reason);
        Assert.Equal(TargetBand.Met, last.Status.Band);
        Assert.Equal(TargetBand.NotDue, Measures.Result(history).Status.Band);
        Assert.Null(Measures.Result(history).YearToDate);
    }

    [Fact]
    public void A_half_yearly_measure_is_compared_with_the_last_time_it_was_asked()
    {
        Indicator halfYearly = OnTime with { Frequency = Frequency.HalfYearly };
        QuarterResult result = Measures.Result(Measures.History(halfYearly, [Measures.Of(halfYearly, "2024-25 Q4", 60), Measures.Of(halfYearly, "2025-26 Q2", 70)]));
        Assert.Equal(Direction.Improved, result.ShortTerm.Direction);
    }

    [Fact]
    public void Reasons_for_having_no_status_are_words_and_never_red()
    {
        Figure figure = Measures.Of(OnTime, "2025-26 Q2", 70);
        Target target = Measures.Target(OnTime, "2025-26", 65);
        Assert.Equal("No target set", Measures.Result(Measures.History(OnTime, [figure])).Status.Words);
        Assert.Equal("Figure not supplied", Measures.Result(Measures.History(OnTime, [], [target])).Status.Words);
        Assert.Equal("Not available", Measures.Result(Measures.History(OnTime, [Figure.Without(OnTime, figure.Period, ReasonCode.NotReady)], [target])).Status.Words);
        Assert.Equal(TargetBand.Neutral, Measures.Result(Measures.History(OnTime with { Polarity = Polarity.Neutral }, [figure], [target])).Status.Band);
        Assert.Equal(TargetBand.InParts, Measures.Result(Measures.History(OnTime with { HasFigure = false }, [], [target])).Status.Band);
        Assert.Equal("Not yet defined", Measures.Result(Measures.History(OnTime with { State = IndicatorState.NotYetDefined }, [], [target])).Status.Words);
        QuarterResult inWords = Measures.Result(Measures.History(OnTime, [figure], [target with { Value = null, Text = "Increase the number" }]));
        Assert.Equal("The target is kept in words, so there is no status: Increase the number", inWords.Status.Rule);
        QuarterResult marked = Measures.Result(Measures.History(OnTime, [figure], [target with { Value = null, Text = "-" }]));
        Assert.Null(marked.Target);
        Assert.Equal("No target is set, so there is no status.", marked.Status.Rule);
        Assert.All([Measures.Result(Measures.History(OnTime, [figure])), inWords, marked], result => Assert.False(result.Status.IsJudged));
    }

    [Fact]
    public void A_rate_is_the_same_in_every_quarter_even_with_a_linear_profile()
    {
        Indicator linear = OnTime with { Profile = TargetProfile.Linear, Kind = IndicatorKind.Cumulative };
        Assert.Equal(65m, ProfiledTarget.At(linear, [Measures.Target(linear, "2025-26", 65)], Measures.Now)!.Aim!.Low);
    }

    [Fact]
    public void A_year_that_adds_up_has_its_part_due_at_either_end()
    {
        Indicator more = Measures.Count(Polarity.High);
        Assert.Equal(new AimedTarget(200, null), ProfiledTarget.At(more, [Measures.Target(more, "2025-26", 400)], Measures.Now)!.Aim);
        Assert.Equal(new AimedTarget(null, 200), ProfiledTarget.At(Incidents, [Measures.Target(Incidents, "2025-26", 400)], Measures.Now)!.Aim);
    }

    [Fact]
    public void A_custom_profile_takes_its_quarter_and_nothing_else()
    {
        Indicator custom = Incidents with { Profile = TargetProfile.Custom };
        Target[] targets = [Measures.Target(custom, "2025-26 Q2", 30), Measures.Target(custom, "2025-26 Q4", 90), Measures.Target(custom, "2025-26", 100)];
        Assert.Equal(30m, ProfiledTarget.At(custom, targets, Measures.Now)!.Aim!.High);
        Assert.Null(ProfiledTarget.At(custom, targets, Measures.Now.Previous));
        Assert.Equal("The profile of SS4 for 2025-26 does not end on the year's target.", ProfiledTarget.Fault(custom, targets, 2025));
        Assert.Null(ProfiledTarget.Fault(custom, [targets[0], Measures.Target(custom, "2025-26 Q4", 100), targets[2]], 2025));
    }

    [Fact]
    public void A_year_that_is_already_over_its_target_is_told()
    {
        Target[] targets = [Measures.Target(Incidents, "2025-26", 40)];
        Figure sum = Measures.History(Incidents, [Measures.Of(Incidents, "2025-26 Q1", 20), Measures.Of(Incidents, "2025-26 Q2", 28)]).YearToDateAt(Measures.Now)!;
        Assert.Equal("The year to date, 48, is already over the year's target of 40.", ProfiledTarget.OutOfReach(Incidents, targets, sum, Measures.Now));
        Assert.Null(ProfiledTarget.OutOfReach(Incidents, targets, sum with { Value = 40 }, Measures.Now));
        Assert.Null(ProfiledTarget.OutOfReach(Measures.Count(Polarity.High), targets, sum, Measures.Now));
    }

    [Theory]
    [InlineData(Polarity.High, null, 65.0, null)]
    [InlineData(Polarity.Low, null, null, 65.0)]
    [InlineData(Polarity.Range, null, 65.0, 65.0)]
    [InlineData(Polarity.High, TargetOperator.AtMost, null, 65.0)]
    [InlineData(Polarity.High, TargetOperator.Exactly, 65.0, 65.0)]
    public void The_operator_comes_from_polarity_unless_the_plan_says(Polarity polarity, TargetOperator? op, double? low, double? high)
    {
        AimedTarget aim = AimedTarget.Of(Measures.Target(OnTime, "2025-26", 65, op: op), polarity)!;
        Assert.Equal((decimal?)low, aim.Low);
        Assert.Equal((decimal?)high, aim.High);
    }

    [Fact]
    public void A_target_of_a_neutral_measure_or_in_words_aims_at_nothing()
    {
        Assert.Null(AimedTarget.Of(Measures.Target(OnTime, "2025-26", 65), Polarity.Neutral));
        Assert.Null(AimedTarget.Of(Measures.Target(OnTime, "2025-26"), Polarity.High));
        Assert.Equal(new AimedTarget(5, 8), AimedTarget.Of(Measures.Target(OnTime, "2025-26", low: 5, high: 8), Polarity.Range));
    }

    [Fact]
    public void A_year_figure_stands_in_for_the_fourth_quarter_of_a_snapshot_only()
    {
        Indicator snapshot = OnTime with { Kind = IndicatorKind.Snapshot };
        Quarter last = Quarter.Parse("2024-25-Q4");
        Assert.Equal(60m, Measures.History(snapshot, [Measures.Of(snapshot, "2024-25", 60)]).At(last)!.Value);
        Assert.Null(Measures.History(OnTime, [Measures.Of(OnTime, "2024-25", 60)]).At(last));
    }
}
