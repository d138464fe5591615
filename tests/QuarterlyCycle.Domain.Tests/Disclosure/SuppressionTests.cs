using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

public sealed class SuppressionTests
{
    private static readonly Quarter First = new(2025, 1);
    private static readonly Quarter Second = new(2025, 2);
    private static readonly SmallNumbers Usual = new();

    [Fact]
    public void A_small_part_hides_the_next_smallest_and_the_total_is_shown()
    {
        Table table = Snapshot([3], [40], [12], [25]);
        Assert.Equal([null, HidingRule.Primary, null, HidingRule.Secondary, null], table.Quarter(1));
    }

    [Fact]
    public void Of_two_equal_parts_the_first_by_code_is_hidden()
    {
        Table table = Snapshot([30], [12], [3], [12]);
        Assert.Equal([null, null, HidingRule.Secondary, HidingRule.Primary, null], table.Quarter(1));
    }

    [Fact]
    public void A_zero_hides_nothing_so_the_total_has_to()
    {
        Table table = Snapshot([3], [0], [20]);
        Assert.Equal([null, HidingRule.Primary, null, HidingRule.Secondary], table.Quarter(1));
        Table alone = Snapshot([3], [0], [0], [4], [7]);
        Assert.Equal([null, HidingRule.Primary, null, null, HidingRule.Primary, null], alone.Quarter(1));
    }

    [Fact]
    public void Two_hidden_parts_that_make_up_a_small_number_need_a_third()
    {
        Table table = Snapshot([1], [2], [9], [30]);
        Assert.Equal([null, HidingRule.Primary, HidingRule.Primary, HidingRule.Secondary, null], table.Quarter(1));
    }

    [Fact]
    public void Parts_that_are_all_as_small_or_all_as_large_as_a_small_number_can_be_hide_more()
    {
        Table ones = Snapshot([1], [1], [1], [1], [1], [1]);
        Assert.Equal(HidingRule.Secondary, ones.Quarter(1)[0]);
        Table fives = Snapshot([5], [5], [20]);
        Assert.Equal([null, HidingRule.Primary, HidingRule.Primary, HidingRule.Secondary], fives.Quarter(1));
        Table oneAndSix = Snapshot([1], [6], [20], [30]);
        Assert.Equal([null, HidingRule.Primary, HidingRule.Secondary, HidingRule.Secondary, null], oneAndSix.Quarter(1));
    }

    /// <summary>Five counts from one to five that make five are one each, and nothing is left to hide.</summary>
    [Fact]
    public void Parts_that_must_each_be_one_whatever_is_hidden_are_named_as_given_away()
    {
        DisclosureTable table = Suppression.Of(Publications.Counts([[1], [1], [1], [1], [1]], IndicatorKind.Snapshot), First, Usual);
        Assert.Equal(["P1", "P2", "P3", "P4", "P5", "T"], table.Exposed.Where(figure => figure.Period == First.Period).Select(figure => figure.Indicator).Order(StringComparer.Ordinal));
        Assert.Empty(Suppression.Of(Publications.Counts([[1], [1], [1], [1]], IndicatorKind.Snapshot), First, Usual).Exposed);
    }

    [Fact]
    public void The_parts_of_a_part_are_hidden_with_it_in_one_table()
    {
        IReadOnlyList<IndicatorHistory> table = Publications.Counts([[10], [30]], IndicatorKind.Snapshot);
        Indicator part = Publications.Part(1, false, IndicatorKind.Snapshot);
        IndicatorHistory Below(string code, int count) => Measures.History(part with { Code = code, Parent = part.Code }, [Figure.Of(part with { Code = code }, First.Period, count)]);
        IReadOnlyList<IndicatorHistory> all = [.. table, Below("P1a", 3), Below("P1b", 7)];
        Assert.Equal(["P1a Q1 Primary", "P1b Q1 Secondary"], Suppression.Of(all, First, Usual).Hidden(all, 1).Where(figure => !figure.Contains("YTD", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_hidden_quarter_hides_every_later_year_to_date_of_its_year()
    {
        Table table = Year([20, 3, 30, 40]);
        Assert.Equal([null, null], [table.Of(0, "2025-26 Q1"), table.Of(0, "2025-26 YTD Q1")]);
        Assert.Equal([HidingRule.Primary, HidingRule.BetweenQuarters], [table.Of(0, "2025-26 Q2"), table.Of(0, "2025-26 YTD Q2")]);
        Assert.Equal([null, HidingRule.BetweenQuarters], [table.Of(0, "2025-26 Q3"), table.Of(0, "2025-26 YTD Q3")]);
        Assert.Equal([null, HidingRule.BetweenQuarters], [table.Of(0, "2025-26 Q4"), table.Of(0, "2025-26 YTD Q4")]);
    }

    [Fact]
    public void A_year_to_date_that_exceeds_the_one_before_by_few_is_hidden_though_the_quarter_is_not_printed()
    {
        Indicator count = Measures.Count();
        IndicatorHistory history = Measures.History(count, [Measures.Of(count, "2025-26 YTD Q1", 20), Measures.Of(count, "2025-26 YTD Q2", 23)]);
        DisclosureTable table = Suppression.Of([history], Second, Usual);
        Assert.Equal(HidingRule.BetweenQuarters, table.WhyHidden(count, history.YearToDateAt(Second)!));
        Assert.Null(table.WhyHidden(count, history.YearToDateAt(First)!));
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, HidingRule.BetweenQuarters)]
    [InlineData(25, HidingRule.BetweenQuarters)]
    [InlineData(26, null)]
    public void A_stated_year_to_date_that_leaves_few_for_the_quarter_that_is_not_known_is_hidden(int stated, HidingRule? rule)
    {
        Indicator count = Measures.Count();
        IndicatorHistory history = Measures.History(count, [Measures.Of(count, "2025-26 Q1", 20), Measures.Of(count, "2025-26 YTD Q2", stated)]);
        DisclosureTable table = Suppression.Of([history], Second, Usual);

        Assert.Equal(rule, table.WhyHidden(count, history.YearToDateAt(Second)!));
        Assert.Null(table.WhyHidden(count, history.At(First)!));
        Assert.Equal(rule is not null, Measures.Result(history).PrintedLongTerm.Reason == DirectionOfTravel.ValueHidden);
    }

    [Fact]
    public void A_total_that_exceeds_the_parts_handed_in_by_few_would_give_the_missing_one()
    {
        IReadOnlyList<IndicatorHistory> all = Publications.Counts([[12], [3], [20]], IndicatorKind.Snapshot);
        IReadOnlyList<IndicatorHistory> late = [.. all.Select((history, index) => index == 2 ? history with { Figures = [] } : history)];
        DisclosureTable table = Suppression.Of(late, First, Usual);
        Assert.Equal(HidingRule.Secondary, table.WhyHidden(late[1].Indicator, late[1].Figures[0]));
        Assert.Null(table.WhyHidden(late[0].Indicator, late[0].Figures[0]));
    }

    [Fact]
    public void Parts_that_overlap_say_nothing_of_their_total()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Counts([[3], [40]], IndicatorKind.Snapshot);
        IndicatorHistory total = histories[0] with { Figures = [Measures.Of(histories[0].Indicator, "2025-26 Q1", 41)] };
        DisclosureTable table = Suppression.Of([total, .. histories.Skip(1)], First, Usual);
        Assert.Null(table.WhyHidden(total.Indicator, total.Figures[0]));
        Assert.Null(table.WhyHidden(histories[2].Indicator, histories[2].Figures[0]));
    }

    [Fact]
    public void The_counts_behind_a_hidden_percentage_are_not_left_to_the_other_parts()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Percentages([[(3, 40)], [(20, 30)], [(50, 60)]]);
        DisclosureTable table = Suppression.Of(histories, First, Usual);
        Assert.Equal([null, HidingRule.Derived, HidingRule.Secondary, null], histories.Select(history => table.WhyHidden(history.Indicator, history.Figures[0])));
    }

    [Fact]
    public void A_percentage_without_counts_is_hidden_when_a_sibling_prints_their_shared_denominator()
    {
        Indicator parent = Publications.Total(true) with { HasFigure = false };
        Indicator first = Publications.Part(1, true) with { Population = "cohort" };
        Indicator second = Publications.Part(2, true) with { Population = "cohort" };
        Figure alone = Measures.Of(first, "2025-26 Q1", 7.5m);
        IndicatorHistory[] histories = [Measures.History(parent), Measures.History(first, [alone]), Measures.History(second, [Figure.OfCounts(second, Period.Parse("2025-26 Q1"), 20, 40)])];
        DisclosureTable table = Suppression.Of(histories, First, Usual);
        Assert.Equal(HidingRule.Derived, table.WhyHidden(first, alone));
        Assert.Null(table.WhyHidden(second, histories[2].Figures[0]));
    }

    [Fact]
    public void What_an_officer_calls_too_few_is_hidden_for_that_though_a_sibling_would_give_it_too()
    {
        Indicator parent = Publications.Total(true) with { HasFigure = false };
        Indicator first = Publications.Part(1, true) with { Population = "cohort" };
        Indicator second = Publications.Part(2, true) with { Population = "cohort" };
        Figure alone = Measures.Of(first, "2025-26 Q1", 7.5m) with { Reason = ReasonCode.TooFew };
        DisclosureTable table = Suppression.Of(
            [Measures.History(parent), Measures.History(first, [alone]), Measures.History(second, [Figure.OfCounts(second, First.Period, 20, 40)])], First, Usual);
        Assert.Equal(HidingRule.TooFew, table.WhyHidden(first, alone));
    }

    [Fact]
    public void A_revision_by_few_is_hidden_and_a_larger_one_is_shown()
    {
        Indicator count = Measures.Count() with { Kind = IndicatorKind.Snapshot };
        HidingRule? After(decimal before, decimal now)
        {
            Figure revised = Measures.Of(count, "2025-26 Q1", now);
            return Suppression.Of([Measures.History(count, [revised])], First, Usual, [[PublishedFigure.Of(Measures.Of(count, "2025-26 Q1", before), null)]]).WhyHidden(count, revised);
        }

        Assert.Equal(HidingRule.BetweenEditions, After(40, 43));
        Assert.Null(After(40, 46));
        Assert.Null(After(40, 40));
        Assert.Equal(HidingRule.Primary, After(6, 3));
    }

    [Fact]
    public void A_revision_by_few_of_those_who_were_counted_or_of_those_left_over_is_hidden_too()
    {
        Indicator percentage = Measures.Percentage();
        HidingRule? After(bool whole, (int Numerator, int Denominator) before, (int Numerator, int Denominator) now)
        {
            Indicator indicator = percentage with { Whole = whole };
            Figure Of((int Numerator, int Denominator) counts) => Figure.OfCounts(indicator, First.Period, counts.Numerator, counts.Denominator);
            Figure revised = Of(now);
            DisclosureTable table = Suppression.Of([Measures.History(indicator, [revised])], First, Usual, [[PublishedFigure.Of(Of(before), null)]]);
            return table.WhyHidden(indicator, revised);
        }

        Assert.Equal(HidingRule.BetweenEditions, After(whole: true, (20, 100), (23, 120)));
        Assert.Equal(HidingRule.BetweenEditions, After(whole: true, (20, 100), (40, 103)));
        Assert.Equal(HidingRule.BetweenEditions, After(whole: true, (20, 100), (30, 112)));
        Assert.Null(After(whole: false, (20, 100), (30, 112)));
        Assert.Null(After(whole: true, (20, 100), (30, 120)));
    }

    [Fact]
    public void What_last_years_last_quarter_hides_stays_hidden_in_this_years_first_pack()
    {
        IReadOnlyList<IndicatorHistory> histories = YearsOfCounts(new(2024, 4));
        DisclosureTable table = Suppression.Of(histories, First, Usual);
        Assert.Equal(HidingRule.Secondary, table.WhyHidden(histories[2].Indicator, histories[2].Figures[0]));
    }

    [Fact]
    public void A_pack_decides_nothing_of_a_quarter_that_is_not_over()
    {
        IReadOnlyList<IndicatorHistory> histories = YearsOfCounts(new(2025, 3));
        Assert.Null(Suppression.Of(histories, Second, Usual).WhyHidden(histories[2].Indicator, histories[2].Figures[0]));
        Assert.Equal(HidingRule.Secondary, Suppression.Of(histories, new(2025, 3), Usual).WhyHidden(histories[2].Indicator, histories[2].Figures[0]));
    }

    [Fact]
    public void What_is_given_away_is_named_by_code()
    {
        Indicator snapshot = Measures.Count() with { Kind = IndicatorKind.Snapshot };
        Indicator[] measures = [snapshot with { Code = "C" }, snapshot with { Code = "A" }, snapshot with { Code = "B", Parent = "A" }];
        IndicatorHistory[] histories = [.. measures.Select(measure => Measures.History(measure, [Measures.Of(measure, "2025-26 Q1", 8)]))];
        DisclosureTable table = Suppression.Of(histories, First, new SmallNumbers(1, 10),
            [[.. histories.Select(history => PublishedFigure.Of(history.Figures[0], null))]]);
        Assert.Equal(["A", "B", "C"], table.Exposed.Where(figure => figure.Period == First.Period).Select(figure => figure.Indicator));
    }

    [Fact]
    public void A_year_to_date_that_repeats_a_hidden_quarter_is_hidden_with_it_until_a_newer_figure_is_there()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Counts([[3], [40], [12], [25]], IndicatorKind.Snapshot);
        DisclosureTable table = Suppression.Of(histories, Second, Usual);
        IndicatorHistory hiddenForAnother = histories[3];
        Assert.NotNull(table.WhyHidden(hiddenForAnother.Indicator, hiddenForAnother.YearToDateAt(First)!));
        Assert.NotNull(table.WhyHidden(hiddenForAnother.Indicator, hiddenForAnother.YearToDateAt(Second)!));
        Assert.Null(table.WhyHidden(histories[2].Indicator, histories[2].YearToDateAt(Second)!));
    }

    [Fact]
    public void A_total_that_is_not_printed_gives_nothing_away()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Counts([[3], [40], [12]], IndicatorKind.Snapshot);
        IndicatorHistory heading = histories[0] with { Indicator = histories[0].Indicator with { HasFigure = false } };
        DisclosureTable table = Suppression.Of([heading, .. histories.Skip(1)], First, Usual);
        Assert.Equal([HidingRule.Primary, null, null], histories.Skip(1).Select(history => table.WhyHidden(history.Indicator, history.Figures[0])));
    }

    [Fact]
    public void What_a_version_hid_stays_hidden_and_what_it_showed_is_not_hidden_in_vain()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Counts([[3], [8], [20], [40]], IndicatorKind.Snapshot);
        DisclosureTable first = Suppression.Of(histories, First, Usual);
        IReadOnlyList<PublishedFigure> printed = [.. histories.SelectMany(history => first.Printed(history, First))];
        IReadOnlyList<IndicatorHistory> revised = Publications.Counts([[30], [8], [20], [40]], IndicatorKind.Snapshot);
        DisclosureTable second = Suppression.Of(revised, First, Usual, [printed]);
        Assert.Equal(HidingRule.BetweenEditions, second.WhyHidden(revised[2].Indicator, revised[2].Figures[0]));
        Assert.Equal(HidingRule.Secondary, second.WhyHidden(revised[1].Indicator, revised[1].Figures[0]));
        Assert.Null(second.WhyHidden(revised[3].Indicator, revised[3].Figures[0]));
    }

    [Fact]
    public void A_small_number_that_a_version_showed_is_named_as_given_away()
    {
        Indicator count = Measures.Count() with { Kind = IndicatorKind.Snapshot };
        Figure eight = Measures.Of(count, "2025-26 Q1", 8);
        DisclosureTable table = Suppression.Of([Measures.History(count, [eight])], First, new SmallNumbers(1, 10), [[PublishedFigure.Of(eight, null)]]);
        Assert.Equal(HidingRule.Primary, table.WhyHidden(count, eight));
        Assert.Contains(eight, table.Exposed);
    }

    [Fact]
    public void A_status_is_printed_when_every_year_to_date_that_a_reader_can_think_of_has_it()
    {
        Indicator count = Measures.Count(Polarity.High) with { Profile = TargetProfile.Flat };
        TargetBand Printed(decimal target) => Measures.Result(
            Measures.History(count, [Measures.Of(count, "2025-26 Q1", 20), Measures.Of(count, "2025-26 Q2", 3)], [Measures.Target(count, "2025-26", target)])).PrintedStatus.Band;
        Assert.Equal(TargetBand.Met, Printed(21));
        Assert.Equal(TargetBand.Off, Printed(100));
        Assert.Equal(TargetBand.Withheld, Printed(23));
    }

    [Fact]
    public void The_directions_of_a_year_to_date_that_is_hidden_for_its_quarters_sake_are_withheld()
    {
        Indicator count = Measures.Count();
        QuarterResult result = Measures.Result(Measures.History(count,
            [Measures.Of(count, "2024-25 Q1", 30), Measures.Of(count, "2024-25 Q2", 30), Measures.Of(count, "2025-26 Q1", 3), Measures.Of(count, "2025-26 Q2", 20)]));
        Assert.Null(result.Hidden);
        Assert.Equal(DirectionOfTravel.ValueHidden, result.PrintedLongTerm.Reason);
        Assert.Equal(Direction.Improved, result.LongTerm.Direction);
    }

    // A total of small, middling and large parts in one quarter alone.
    private static IReadOnlyList<IndicatorHistory> YearsOfCounts(Quarter quarter) =>
    [
        .. Publications.Counts([[3], [12], [40]], IndicatorKind.Snapshot)
            .Select(history => history with { Figures = [.. history.Figures.Select(figure => figure with { Period = quarter.Period })] }),
    ];

    private static Table Snapshot(params int[][] counts) => new(Publications.Counts(counts, IndicatorKind.Snapshot), counts[0].Length);

    private static Table Year(params int[] quarters)
    {
        Indicator count = Measures.Count();
        return new Table([Measures.History(count, [.. quarters.Select((value, index) => Figure.Of(count, new Quarter(2025, index + 1).Period, value))])], quarters.Length);
    }

    private sealed class Table(IReadOnlyList<IndicatorHistory> histories, int quarter)
    {
        private readonly DisclosureTable _table = Suppression.Of(histories, new Quarter(2025, quarter), Usual);

        /// <summary>The rules of a quarter's own figures, the total first.</summary>
        public HidingRule?[] Quarter(int number) => [.. histories.Select(history => _table.WhyHidden(history.Indicator, history.At(new Quarter(2025, number))!))];

        public HidingRule? Of(int row, string period)
        {
            Period wanted = Period.Parse(period);
            Quarter at = new(wanted.StartYear, wanted.QuarterNumber!.Value);
            IndicatorHistory history = histories[row];
            return _table.WhyHidden(history.Indicator, wanted.Kind == PeriodKind.YearToDate ? history.YearToDateAt(at)! : history.At(at)!);
        }
    }
}
