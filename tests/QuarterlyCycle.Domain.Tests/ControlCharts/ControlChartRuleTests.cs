using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.ControlCharts;

public sealed class ControlChartRuleTests
{
    [Theory]
    [InlineData(1, false, ChartKind.Line, "1 figure gives a plain line; a median needs 8 and limits need 12.")]
    [InlineData(7, false, ChartKind.Line, "7 figures give a plain line; a median needs 8 and limits need 12.")]
    [InlineData(8, false, ChartKind.Median, "8 figures give a median; limits need 12.")]
    [InlineData(11, false, ChartKind.Median, "11 figures give a median; limits need 12.")]
    [InlineData(12, false, ChartKind.Limits, "The average is 52.0%, and the expected range is 41.4% to 62.6%. They are fixed on the first 12 figures, 2020-21 Q1 to 2022-23 Q4.")]
    [InlineData(7, true, ChartKind.Line, "7 figures give a plain line; a median needs 8 and limits need 12.")]
    [InlineData(8, true, ChartKind.TrialLimits, "The average is 52.0%, and the expected range is 41.4% to 62.6%. These are trial limits, from 8 figures only.")]
    [InlineData(12, true, ChartKind.Limits, "The average is 52.0%, and the expected range is 41.4% to 62.6%. They are fixed on the first 12 figures, 2020-21 Q1 to 2022-23 Q4.")]
    public void A_chart_draws_no_more_than_its_figures_can_carry(int count, bool trial, ChartKind kind, string words)
    {
        ControlChart chart = Series.Chart(Series.Steady.Take(count), settings: Series.Settings with { TrialLimits = trial });

        Assert.Equal(kind, chart.Kind);
        Assert.Contains(words, chart.Words);
        Assert.Equal(kind is ChartKind.Limits or ChartKind.TrialLimits, chart.Upper is not null);
        Assert.Equal(kind != ChartKind.Line, chart.Centre is not null);
    }

    [Fact]
    public void A_median_lies_in_the_middle()
    {
        Assert.Equal(3.5m, Series.Chart([1, 2, 9, 3, 4, 2, 8, 7]).Centre);
        Assert.Equal(4m, Series.Chart([1, 2, 9, 3, 4, 2, 8, 7, 5]).Centre);
    }

    [Fact]
    public void Limits_stay_fixed_on_the_first_twelve_figures()
    {
        ControlChart chart = Series.Chart([.. Series.Steady, 70, 80, 90]);

        Assert.Equal((52m, 41.36m, 62.64m, 12), (chart.Centre, chart.Lower, chart.Upper, chart.Basis));
    }

    [Fact]
    public void Outlying_moving_ranges_are_left_out_once_where_the_partnership_screens_them()
    {
        decimal[] values = [50, 51, 50, 51, 50, 80, 50, 51, 50, 51, 50, 51];
        ProcessLimits screened = ProcessLimits.Of(values, outlierScreen: true);
        ProcessLimits all = ProcessLimits.Of(values, outlierScreen: false);

        Assert.Equal(1m, screened.MovingRange);
        Assert.Equal(69m / 11m, all.MovingRange);
        Assert.Equal(screened.Mean, all.Mean);
        Assert.Equal(screened.Mean + 2.66m, screened.Upper);
    }

    [Fact]
    public void A_moving_range_at_the_screens_own_limit_is_left_out()
    {
        // Eleven ranges whose mean is 1 and whose largest is exactly 3.267.
        List<decimal> values = [0];
        foreach (decimal range in Enumerable.Repeat(0.7733m, 10).Append(3.267m))
        {
            values.Add(values[^1] + range);
        }

        Assert.Equal(0.7733m, ProcessLimits.Of(values, outlierScreen: true).MovingRange);
    }

    [Theory]
    [InlineData(62.64, null)]
    [InlineData(62.65, SignalPattern.OutsideLimit)]
    [InlineData(41.36, null)]
    [InlineData(41.35, SignalPattern.OutsideLimit)]
    public void Only_beyond_a_limit_is_outside_the_expected_range(double value, SignalPattern? pattern) =>
        Assert.Equal(pattern, Series.Chart([.. Series.Steady, (decimal)value]).Points[^1].Signal?.Pattern);

    [Fact]
    public void Seven_points_that_rise_each_time_are_a_signal_and_six_are_none()
    {
        ControlChart seven = Series.Chart([.. Series.Steady, 50, 51, 51.5m, 51.6m, 51.7m, 51.8m, 51.9m]);
        ControlChart six = Series.Chart([.. Series.Steady, 50, 51, 51.5m, 51.6m, 51.7m, 51.8m]);
        ControlChart level = Series.Chart([.. Series.Steady, 50, 51, 51.5m, 51.5m, 51.7m, 51.8m, 51.9m]);

        Assert.Equal(Enumerable.Repeat<SignalPattern?>(SignalPattern.Trend, 7), seven.Points.TakeLast(7).Select(point => point.Signal?.Pattern));
        Assert.Equal("one of 7 figures that rise each time: a signal of improvement", seven.Points[^1].Signal!.Words);
        Assert.DoesNotContain(six.Points, point => point.Signal?.Pattern == SignalPattern.Trend);
        Assert.DoesNotContain(level.Points, point => point.Signal?.Pattern == SignalPattern.Trend);
    }

    [Fact]
    public void Two_of_three_near_one_limit_are_a_signal_when_all_three_lie_on_that_side()
    {
        ControlChart signal = Series.Chart([.. Series.Steady, 50, 60, 53, 60]);
        ControlChart otherSide = Series.Chart([.. Series.Steady, 50, 60, 51, 60]);
        ControlChart beyond = Series.Chart([.. Series.Steady, 50, 60, 63, 53]);
        ControlChart low = Series.Chart([.. Series.Steady, 44, 51, 44]);

        Assert.Equal([SignalPattern.NearLimit, null, SignalPattern.NearLimit], signal.Points.TakeLast(3).Select(point => point.Signal?.Pattern));
        Assert.DoesNotContain(otherSide.Points, point => point.Signal is not null);
        Assert.Equal([null, SignalPattern.OutsideLimit, null], beyond.Points.TakeLast(3).Select(point => point.Signal?.Pattern));
        Assert.Equal("one of 2 out of 3 figures near the lower limit: a signal of concern", low.Points[^1].Signal!.Words);
    }

    [Fact]
    public void Near_a_limit_begins_beyond_two_thirds_of_the_way()
    {
        ProcessLimits limits = ProcessLimits.Of([.. Series.Steady.Select(value => value!.Value)], outlierScreen: true);

        Assert.DoesNotContain(Series.Chart([.. Series.Steady, 50, limits.NearUpper, 53, limits.NearUpper]).Points, point => point.Signal is not null);
        Assert.Equal(SignalPattern.NearLimit, Series.Chart([.. Series.Steady, 50, limits.NearUpper + 0.01m, 53, limits.Upper]).Points[^1].Signal!.Pattern);
    }

    [Fact]
    public void Seven_points_on_one_side_are_a_signal_and_a_point_on_the_average_breaks_them()
    {
        // The last of the twelve lies above the average too.
        ControlChart seven = Series.Chart([.. Series.Steady, 53, 55, 53, 55, 53, 55]);
        ControlChart six = Series.Chart([.. Series.Steady, 53, 55, 53, 55, 53]);
        ControlChart broken = Series.Chart([.. Series.Steady, 53, 55, 52, 55, 53, 55]);

        Assert.Equal(Enumerable.Repeat<SignalPattern?>(SignalPattern.OneSide, 7), seven.Points.TakeLast(7).Select(point => point.Signal?.Pattern));
        Assert.DoesNotContain(six.Points, point => point.Signal is not null);
        Assert.DoesNotContain(broken.Points, point => point.Signal is not null);
    }

    [Fact]
    public void The_first_rule_that_fits_names_the_signal() =>
        Assert.Equal(
            [SignalPattern.OneSide, SignalPattern.Trend, SignalPattern.Trend, SignalPattern.Trend, SignalPattern.Trend, SignalPattern.Trend, SignalPattern.Trend, SignalPattern.OutsideLimit],
            Series.Chart([.. Series.Steady, 53, 54, 55, 56, 57, 58, 70]).Points.TakeLast(8).Select(point => point.Signal!.Pattern));

    [Theory]
    [InlineData(Polarity.High, 70, SignalMeaning.Improvement)]
    [InlineData(Polarity.High, 30, SignalMeaning.Concern)]
    [InlineData(Polarity.Low, 70, SignalMeaning.Concern)]
    [InlineData(Polarity.Low, 30, SignalMeaning.Improvement)]
    [InlineData(Polarity.Neutral, 70, SignalMeaning.High)]
    [InlineData(Polarity.Neutral, 30, SignalMeaning.Low)]
    public void A_signal_is_improvement_or_concern_by_polarity(Polarity polarity, double value, SignalMeaning meaning)
    {
        ControlChart chart = Series.Chart([.. Series.Steady, (decimal)value], polarity);

        Assert.Equal(meaning, chart.Points[^1].Signal!.Meaning);
        Assert.Equal(meaning == SignalMeaning.Concern, chart.IsConcernAt(Series.At(12)));
        Assert.Contains("outside the expected range", chart.Words[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Polarity.High, 62.65, TargetLikelihood.Unlikely, "The target, 62.65% or more, is unlikely to be met without change.")]
    [InlineData(Polarity.High, 62.64, TargetLikelihood.MayOrMayNot, "The target, 62.64% or more, may or may not be met.")]
    [InlineData(Polarity.High, 41.36, TargetLikelihood.MayOrMayNot, "The target, 41.36% or more, may or may not be met.")]
    [InlineData(Polarity.High, 41.35, TargetLikelihood.Likely, "The target, 41.35% or more, is likely to be met.")]
    [InlineData(Polarity.Low, 41.35, TargetLikelihood.Unlikely, "The target, 41.35% or less, is unlikely to be met without change.")]
    [InlineData(Polarity.Low, 62.65, TargetLikelihood.Likely, "The target, 62.65% or less, is likely to be met.")]
    public void A_target_beyond_a_limit_is_unlikely_or_likely_to_be_met(Polarity polarity, double target, TargetLikelihood likelihood, string words)
    {
        ControlChart chart = Series.Chart(Series.Steady, polarity, target: (decimal)target);

        Assert.Equal(likelihood, chart.Target);
        Assert.Contains(words, chart.Words);
    }

    [Fact]
    public void Of_a_measure_that_adds_up_a_quarters_part_of_the_target_is_held_against_the_limits()
    {
        Indicator count = Measures.Count();
        ControlChart chart = ControlChartRule.For(Series.History(count, Series.Steady, target: 160), Series.At(11), Series.Settings)!;

        Assert.Equal(TargetLikelihood.Unlikely, chart.Target);
        Assert.Contains("A quarter's part of the target, 40 or less, is unlikely to be met without change.", chart.Words);
    }

    [Fact]
    public void No_limits_are_drawn_where_they_would_mislead()
    {
        Indicator count = Measures.Count();
        decimal?[] gap = [.. Series.Steady.Take(5), null, .. Series.Steady];
        IndicatorHistory annual = Measures.History(Series.Measure() with { Frequency = Frequency.Annual }, [.. Enumerable.Range(2010, 12).Select(year => Measures.Of(Series.Measure(), Domain.Calendar.Period.OfYear(year).Code, year))]);

        Assert.Contains("There is no figure for 2021-22 Q2 to draw from, so no limits are drawn.", Series.Chart(gap).Words);
        Assert.Equal(ChartKind.Median, Series.Chart(gap).Kind);
        Assert.Contains("It counts rare events, usually fewer than 5, so no limits are drawn.", ControlChartRule.For(Series.History(count, Enumerable.Repeat<decimal?>(4, 12)), Series.At(11), Series.Settings)!.Words);
        Assert.Equal(ChartKind.Limits, ControlChartRule.For(Series.History(count, Enumerable.Repeat<decimal?>(5, 12)), Series.At(11), Series.Settings)!.Kind);
        Assert.Contains("It is reported once a year, so no limits are drawn.", ControlChartRule.For(annual, new Domain.Calendar.Quarter(2021, 4), Series.Settings)!.Words);
        Assert.Null(ControlChartRule.For(Series.History(Series.Measure() with { Unit = IndicatorUnit.YesNo }, Series.Steady), Series.At(11), Series.Settings));
        Assert.Null(ControlChartRule.For(Series.History(Series.Measure(), []), Series.At(11), Series.Settings));
    }

    [Fact]
    public void A_figure_missing_at_the_end_is_no_gap_and_one_that_may_not_be_shown_is()
    {
        Assert.Equal(ChartKind.Limits, ControlChartRule.For(Series.History(Series.Measure(), Series.Steady), Series.At(13), Series.Settings)!.Kind);
        IndicatorHistory history = Series.History(Series.Measure(), [.. Series.Steady, 50, 54]);
        Assert.Equal(ChartKind.Median, ControlChartRule.For(history, Series.At(13), Series.Settings, figure => figure.Period != Series.At(4).Period)!.Kind);
    }

    [Fact]
    public void A_break_in_series_starts_the_lines_again_and_new_wording_does_not()
    {
        decimal?[] values = [.. Series.Steady, 70, 74];
        ControlChart broken = Series.Chart(values, changes: [Series.Change(12, DefinitionChangeKind.Break)]);

        Assert.Equal((ChartKind.Line, 2), (broken.Kind, broken.Points.Count));
        Assert.Contains("Earlier figures are not counted: the definition changed from 2023-24 Q1.", broken.Words);
        Assert.Equal(ChartKind.Limits, Series.Chart(values, changes: [Series.Change(12, DefinitionChangeKind.Wording)]).Kind);
        Assert.Equal(ChartKind.Limits, Series.Chart(values, changes: [Series.Change(14, DefinitionChangeKind.Break)]).Kind);
    }

    [Fact]
    public void A_rebase_starts_the_lines_again_with_its_reason_name_and_date() =>
        Assert.Contains(
            "The lines start again at 2023-24 Q1: A new survey asks wider categories. So decided by Pat Manager on 3 April 2023.",
            Series.Chart([.. Series.Steady, 70, 74], changes: [Series.Change(12, DefinitionChangeKind.Rebase)]).Words);

    [Fact]
    public void A_rebase_blocks_no_arrow()
    {
        IndicatorHistory history = Series.History(Series.Measure(), [50, 54], [Series.Change(1, DefinitionChangeKind.Rebase)]);

        Assert.Equal(Direction.Improved, Measures.Result(history, Series.At(1)).ShortTerm.Direction);
    }
}
