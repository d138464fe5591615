using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

/// <summary>Which figure of a quarter is held against the target and the past, and which stands for a year.</summary>
public sealed class JudgedFigureTests
{
    private static readonly Indicator OnTime = Measures.Percentage();
    private static readonly Indicator OverTheYear = OnTime with { Kind = IndicatorKind.Cumulative };

    [Fact]
    public void A_percentage_is_judged_by_its_quarter_and_one_that_runs_over_the_year_by_its_year_to_date()
    {
        Assert.Equal(45m, Measures.Result(Measures.History(OnTime, [Counts("2025-26 Q1", 10, 10), Counts("2025-26 Q2", 45, 100)])).Judged!.Value);
        Assert.Equal(50m,
            Measures.Result(Measures.History(OverTheYear, [Counts("2025-26 Q1", 10, 10), Counts("2025-26 Q2", 45, 100)])).Judged!.Value);
    }

    [Fact]
    public void A_percentage_over_the_year_whose_counts_are_not_known_is_judged_by_its_quarter()
    {
        QuarterResult result = Measures.Result(
            Measures.History(OverTheYear, [Measures.Of(OverTheYear, "2025-26 Q1", 100), Counts("2025-26 Q2", 45, 100)]));
        Assert.Equal(45m, result.Judged!.Value);
        Assert.Null(result.YearToDate!.Value);
    }

    [Fact]
    public void The_counts_of_every_quarter_so_far_are_added_up_in_whatever_order_they_came()
    {
        IndicatorHistory history = Measures.History(OnTime, [Counts("2025-26 Q3", 7, 30), Counts("2024-25 Q4", 1, 50), Counts("2025-26 Q1", 10, 10),
            Counts("2026-27 Q1", 3, 60), Counts("2025-26 Q2", 45, 100)]);
        Assert.Equal(
            [(10m, 10m), (55m, 110m), (62m, 140m)],
            Enumerable.Range(1, 3).Select(number => history.YearToDateAt(new Quarter(2025, number))!)
                .Select(figure => (figure.Numerator!.Value, figure.Denominator!.Value)));
        Assert.Equal([1m, 3m], [history.At(new Quarter(2024, 4))!.Numerator!.Value, history.At(new Quarter(2026, 1))!.Numerator!.Value]);
        Assert.Null(history.At(new Quarter(2023, 4)));
        Assert.Null(history.At(new Quarter(2027, 1)));
        Assert.Null(Measures.History(OnTime).At(Measures.Now));
    }

    [Fact]
    public void A_quarter_without_a_figure_has_no_status_and_gives_its_own_reason_though_the_year_has_figures()
    {
        Indicator incidents = Measures.Count();
        QuarterResult result = Measures.Result(Measures.History(
            incidents,
            [Measures.Of(incidents, "2025-26 Q1", 20), Figure.Without(incidents, Measures.Now.Period, ReasonCode.NotApplicable),
                Measures.Of(incidents, "2025-26 YTD Q2", 48)],
            [Measures.Target(incidents, "2025-26", 100)]));
        Assert.Equal((TargetBand.NoFigure, ReasonCode.NotApplicable), (result.Status.Band, result.Status.Reason));
        Assert.Equal("There is no figure, so there is no status.", result.Status.Rule);
    }

    [Fact]
    public void Where_being_in_range_is_better_each_quarter_is_held_against_the_range_that_was_set_for_it()
    {
        Indicator places = Measures.Percentage(Polarity.Range);
        IndicatorHistory history = Measures.History(
            places,
            [Measures.Of(places, "2024-25 Q2", 9), Measures.Of(places, "2025-26 Q1", 9), Measures.Of(places, "2025-26 Q2", 9)],
            [
                Measures.Target(places, "2024-25", low: 5, high: 9), Measures.Target(places, "2025-26 Q1", low: 5, high: 7),
                Measures.Target(places, "2025-26", low: 5, high: 8),
            ]);
        QuarterResult result = Measures.Result(history);
        Assert.Equal(Direction.GotWorse, result.LongTerm.Direction);
        Assert.Equal(Direction.Improved, result.ShortTerm.Direction);
    }

    [Fact]
    public void An_annual_measure_has_a_figure_in_quarter_4_and_in_no_other()
    {
        Indicator annual = OnTime with { Frequency = Frequency.Annual };
        IndicatorHistory history = Measures.History(annual, [Measures.Of(annual, "2025-26", 70), Measures.Of(annual, "2025-26 Q4", 69)]);
        Assert.Equal(70m, history.At(new Quarter(2025, 4))!.Value);
        Assert.All([1, 2, 3], number => Assert.Null(history.At(new Quarter(2025, number))));
    }

    [Fact]
    public void An_annual_measure_has_no_figure_in_the_year_after_its_last() =>
        Assert.Null(Measures.History(OnTime with { Frequency = Frequency.Annual }, [Measures.Of(OnTime, "2025-26", 70)]).At(new Quarter(2026, 4)));

    [Fact]
    public void The_years_figure_of_a_snapshot_stands_in_for_its_last_quarter_alone_and_only_where_that_has_none()
    {
        Indicator snapshot = OnTime with { Kind = IndicatorKind.Snapshot };
        Assert.Null(Measures.History(snapshot, [Measures.Of(snapshot, "2025-26", 60)]).At(new Quarter(2025, 3)));
        Assert.Equal(61m, Measures.History(snapshot,
            [Measures.Of(snapshot, "2025-26", 60), Measures.Of(snapshot, "2025-26 Q4", 61)]).At(new Quarter(2025, 4))!.Value);
    }

    [Fact]
    public void The_sum_of_the_quarters_comes_before_a_stated_year_to_date_and_that_before_the_years_figure()
    {
        Indicator incidents = Measures.Count();
        decimal? AtLast(params Figure[] figures) => Measures.History(incidents, figures).YearToDateAt(new Quarter(2025, 4))?.Value;
        Figure stated = Measures.Of(incidents, "2025-26 YTD Q4", 90);
        Figure year = Measures.Of(incidents, "2025-26", 100);
        Figure[] quarters = [.. Enumerable.Range(1, 4).Select(number => Figure.Of(incidents, new Quarter(2025, number).Period, 20))];
        Assert.Equal(80m, AtLast([.. quarters, stated, year]));
        Assert.Equal(90m, AtLast(stated, year));
        Assert.Equal(100m, AtLast(year));
        Assert.Null(Measures.History(incidents, [year]).YearToDateAt(new Quarter(2025, 3))!.Value);
    }

    [Fact]
    public void What_an_annual_measure_has_for_quarter_4_alone_stands_for_its_year()
    {
        Indicator annual = OnTime with { Frequency = Frequency.Annual };
        Figure figure = Measures.History(annual, [Measures.Of(annual, "2025-26 Q4", 69)]).At(new Quarter(2025, 4))!;
        Assert.Equal((69m, "2025-26"), (figure.Value, figure.Period.Code));
    }

    [Theory]
    [InlineData(Frequency.Quarterly, "1 2 3 4")]
    [InlineData(Frequency.HalfYearly, "2 4")]
    [InlineData(Frequency.Annual, "4")]
    public void A_measure_is_asked_as_often_as_its_frequency_says(Frequency frequency, string quarters) =>
        Assert.Equal(quarters, string.Join(' ',
            Enumerable.Range(1, 4).Where(number => YearToDate.IsDue(OnTime with { Frequency = frequency }, new Quarter(2025, number)))));

    [Fact]
    public void A_year_to_date_of_a_half_yearly_measure_misses_no_quarter_that_was_not_asked()
    {
        Indicator halfYearly = Measures.Count() with { Frequency = Frequency.HalfYearly };
        IndicatorHistory history = Measures.History(halfYearly,
            [Measures.Of(halfYearly, "2025-26 Q2", 20), Measures.Of(halfYearly, "2025-26 Q4", 28)]);
        Assert.Equal([null, 20m, 20m, 48m], Enumerable.Range(1, 4).Select(number => history.YearToDateAt(new Quarter(2025, number))?.Value));
    }

    [Fact]
    public void The_latest_figure_stands_for_the_year_so_far_with_the_date_of_its_data_and_a_quarter_that_is_missing_does_not()
    {
        Indicator snapshot = OnTime with { Kind = IndicatorKind.Snapshot };
        IndicatorHistory history = Measures.History(
            snapshot, [Measures.Of(snapshot, "2025-26 Q1", 60), Figure.Without(snapshot, Period.Parse("2025-26 Q2"), ReasonCode.NotReady),
                Measures.Of(snapshot, "2025-26 Q3", 70)]);
        Figure atSecond = history.YearToDateAt(new Quarter(2025, 2))!;
        Assert.Equal((60m, "2025-26 YTD Q2", "2025-26 Q1"), (atSecond.Value, atSecond.Period.Code, atSecond.PeriodOfData.Code));
        Assert.Equal(70m, history.YearToDateAt(new Quarter(2025, 3))!.Value);
        Assert.Equal("There is no figure for 2026-27 Q2.", history.YearToDateAt(new Quarter(2026, 2))!.ReasonWords);
    }

    [Theory]
    [InlineData(Finality.Final, Finality.Final, Finality.Final)]
    [InlineData(Finality.Final, Finality.Estimated, Finality.Estimated)]
    [InlineData(Finality.Estimated, Finality.Final, Finality.Estimated)]
    [InlineData(Finality.Estimated, Finality.Provisional, Finality.Provisional)]
    [InlineData(Finality.Provisional, Finality.Estimated, Finality.Provisional)]
    [InlineData(Finality.Final, Finality.Provisional, Finality.Provisional)]
    [InlineData(Finality.Revised, Finality.Final, Finality.Final)]
    public void A_year_is_as_final_as_its_least_final_quarter(Finality first, Finality second, Finality year)
    {
        Indicator incidents = Measures.Count();
        IndicatorHistory history = Measures.History(
            incidents, [Measures.Of(incidents, "2025-26 Q1", 20) with { Finality = first },
                Measures.Of(incidents, "2025-26 Q2", 28) with { Finality = second }]);
        Assert.Equal(year, history.YearToDateAt(Measures.Now)!.Finality);
    }

    private static Figure Counts(string quarter, decimal numerator, decimal denominator) =>
        Figure.OfCounts(OnTime, Period.Parse(quarter), numerator, denominator);
}
