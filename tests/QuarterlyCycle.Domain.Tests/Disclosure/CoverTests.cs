using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>Which figure is hidden for another's sake, and what is done where none is left that could be.</summary>
public sealed class CoverTests
{
    private static readonly SmallNumbers Usual = new();

    [Fact]
    public void Where_two_small_counts_and_the_next_can_each_be_one_number_only_the_smallest_of_the_others_is_hidden_too() =>
        Assert.Equal(
            ["P1 Q1 Primary", "P1 YTD Q1 Primary", "P3 Q1 Secondary", "P3 YTD Q1 BetweenQuarters", "P4 Q1 Secondary", "P4 YTD Q1 BetweenQuarters"],
            Hidden(Publications.Counts([[1], [35], [6], [9]], IndicatorKind.Snapshot), 1));

    [Fact]
    public void Of_percentages_the_part_of_the_fewest_people_is_hidden() =>
        Assert.Equal(
            ["P2 Q1 Secondary", "P2 YTD Q1 BetweenQuarters", "P3 Q1 Derived", "P3 YTD Q1 Derived"],
            Hidden(Publications.Percentages([[(16, 33)], [(8, 0)], [(38, 4)]]), 1));

    [Fact]
    public void A_total_and_its_year_to_date_are_hidden_where_the_other_part_counted_nobody()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Percentages([[(14, 3)], [(0, 8)]]);
        Assert.Equal(["T Q1 Secondary", "T YTD Q1 BetweenQuarters", "P1 Q1 Derived", "P1 YTD Q1 Derived"], Hidden(histories, 1));
        Assert.Empty(Table(histories, 1).Exposed);
    }

    [Fact]
    public void A_part_that_counted_nobody_is_hidden_with_its_year_to_date_where_its_denominator_would_give_a_small_one() =>
        Assert.Equal(
            ["P1 Q1 Derived", "P1 YTD Q1 Derived", "P3 Q1 Secondary", "P3 YTD Q1 Secondary"],
            Hidden(Publications.Percentages([[(0, 1)], [(9, 6)], [(0, 7)]]), 1));

    [Fact]
    public void A_percentage_of_nobody_and_its_year_to_date_are_hidden_rather_than_the_total()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Percentages([[(6, 17), (5, 0)], [(8, 3), (7, 1)], [(35, 15), (0, 37)]]);
        Assert.Equal(
            ["P1 Q1 Secondary", "P1 Q2 Derived", "P1 YTD Q2 BetweenQuarters", "P2 Q1 Derived", "P2 Q2 Derived", "P2 YTD Q2 Derived", "P3 Q2 Secondary", "P3 YTD Q2 BetweenQuarters"],
            Hidden(histories, 2));
        Assert.Empty(Table(histories, 2).Exposed);
    }

    [Fact]
    public void A_percentage_of_nobody_is_hidden_where_no_other_part_and_no_total_is_left()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Percentages([[(21, 0), (5, 0)], [(27, 8), (0, 6)], [(8, 37), (11, 0)]]);
        Assert.Equal(
            ["P1 Q2 Derived", "P1 YTD Q2 BetweenQuarters", "P2 Q2 BetweenQuarters", "P2 YTD Q2 Secondary", "P3 Q2 Secondary", "P3 YTD Q2 BetweenQuarters"],
            Hidden(histories, 2));
        Assert.Empty(Table(histories, 2).Exposed);
    }

    [Fact]
    public void Numbers_that_only_change_many_together_need_no_further_cover() =>
        Assert.Equal(
            ["P1 Q1 Derived", "P1 YTD Q1 Derived", "P2 Q1 Secondary", "P2 YTD Q1 BetweenQuarters", "P3 Q1 Derived", "P3 YTD Q1 Derived"],
            Hidden(Publications.Percentages([[(0, 5)], [(35, 8)], [(1, 4)]]), 1));

    /// <summary>The year to date of a part that counted nobody, less the quarters that are shown, would say of how few it was nobody at first.</summary>
    [Fact]
    public void A_later_year_to_date_that_gives_a_small_one_is_hidden_however_far_it_stands()
    {
        (int, int)[][] counts = [[(1, 2), (12, 2), (0, 1)], [(0, 2), (0, 169), (0, 135)], [(121, 82), (133, 67), (4, 6)], [(7, 5), (0, 189), (12, 2)]];
        Publications publications = new();
        foreach (int quarter in Enumerable.Range(1, 3))
        {
            publications.Publish(Publications.Percentages(counts), new Quarter(2025, quarter));
        }

        Assert.Empty(publications.Broken());
        Assert.Contains("P2 YTD Q3 BetweenQuarters", publications.Last.Hidden(Publications.Percentages(counts), 3));
        Assert.DoesNotContain(publications.Last.Hidden(Publications.Percentages(counts), 3), figure => figure.StartsWith("T Q3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_of_which_everything_is_hidden_gives_nothing_away()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Percentages([[(1, 0)], [(0, 1)], [(0, 3)]]);
        Assert.Equal(8, Hidden(histories, 1).Length);
        Assert.Empty(Table(histories, 1).Exposed);
    }

    [Fact]
    public void A_year_to_date_of_which_one_quarter_is_hidden_or_can_be_may_be_hidden_for_another()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Percentages([[(7, 19), (9, 6)], [(8, 21), (0, 1)], [(7, 5), (0, 9)]]);
        Assert.Equal(
            [
                "T Q2 BetweenQuarters", "T YTD Q2 Secondary", "P1 Q1 Secondary", "P1 YTD Q2 BetweenQuarters", "P2 Q2 Derived", "P2 YTD Q2 BetweenQuarters",
                "P3 Q1 Derived", "P3 Q2 Secondary", "P3 YTD Q2 BetweenQuarters",
            ],
            Hidden(histories, 2));
        Assert.Empty(Table(histories, 2).Exposed);
    }

    [Fact]
    public void Where_a_small_number_is_known_already_nothing_is_hidden_for_its_sake()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Counts([[1, 7], [7, 6]]);
        IReadOnlyList<PublishedFigure> shown = [.. Table(histories, 2, small: new SmallNumbers(1, 2)).Printed(histories, 2).Select(figure => figure with { Hidden = null })];
        DisclosureTable now = Table(histories, 2, [shown]);
        Assert.Equal(["P1 Q1 Primary"], now.Hidden(histories, 2));
        Assert.Equal(["P1 Q1", "P1 YTD Q1"], Exposed(now));
    }

    [Fact]
    public void What_is_known_already_is_named_with_the_years_to_date_that_it_gives_away_and_no_others()
    {
        IReadOnlyList<IndicatorHistory> before = Publications.Counts([[1], [8]]);
        IReadOnlyList<PublishedFigure> shown = [.. Table(before, 1).Printed(before, 1).Select(figure => figure with { Hidden = null })];
        IReadOnlyList<IndicatorHistory> now = Publications.Counts([[1, 0, 9], [8, 0, 7]]);
        Assert.Equal(["P1 Q1", "P1 YTD Q1", "P1 YTD Q2"], Exposed(Table(now, 3, [shown])));
    }

    [Fact]
    public void Years_to_date_whose_quarters_were_all_shown_are_not_hidden_for_what_is_known_already()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Percentages([[(25, 7), (7, 0)], [(4, 11), (9, 34)]]);
        IReadOnlyList<PublishedFigure> shown = [.. Table(histories, 2).Printed(histories, 2).Select(figure => figure with { Hidden = null })];
        DisclosureTable table = Table(histories, 2, [shown]);
        Assert.Equal(["P2 Q1 Derived"], table.Hidden(histories, 2));
        Assert.Equal(["P2 Q1", "P2 YTD Q1"], Exposed(table));
    }

    [Fact]
    public void A_revised_quarter_is_covered_by_its_total_and_no_year_to_date_in_vain()
    {
        IReadOnlyList<IndicatorHistory> before = Publications.Percentages([[(7, 8), (28, 6)], [(0, 8), (11, 1)]]);
        IReadOnlyList<IndicatorHistory> now = Publications.Percentages([[(0, 9), (17, 2)], [(0, 8), (11, 1)]]);
        Assert.Empty(Table(now, 2, [Table(before, 2).Printed(before, 2)]).Exposed);
    }

    [Fact]
    public void What_two_versions_give_away_together_is_named()
    {
        IReadOnlyList<IndicatorHistory> before = Publications.Counts([[37, 0, 2], [2, 4, 8], [5, 8, 2], [0, 1, 5]]);
        IReadOnlyList<IndicatorHistory> now = Publications.Counts([[37, 0, 2], [2, 4, 8], [7, 8, 0], [0, 1, 5]]);
        DisclosureTable first = Table(before, 3);
        Assert.Empty(first.Exposed);
        Assert.Equal(["P2 Q1", "P2 YTD Q1", "T Q1", "T Q3", "T YTD Q1", "T YTD Q2"], Exposed(Table(now, 3, [first.Printed(before, 3)])));
    }

    /// <summary>The first version's total of nobody says that nobody was counted in the part that did not change, and so who was in the other.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_revised_part_is_covered_where_an_earlier_version_tells_the_other_one(int quarter)
    {
        IReadOnlyList<IndicatorHistory> At((int, int)[][] counts) =>
        [
            .. Publications.Percentages(counts)
                .Select(history => history with { Figures = [.. history.Figures.Select(figure => figure with { Period = new Quarter(2025, quarter).Period })] }),
        ];
        IReadOnlyList<IndicatorHistory> before = At([[(0, 5)], [(0, 1)]]);
        IReadOnlyList<IndicatorHistory> now = At([[(0, 5)], [(22, 7)]]);
        DisclosureTable table = Table(now, quarter, [Table(before, quarter).Printed(before, quarter)]);
        Assert.Equal(
            [$"T Q{quarter} Secondary", $"P1 Q{quarter} Derived", $"P2 Q{quarter} Secondary"],
            table.Hidden(now, quarter).Where(figure => !figure.Contains("YTD", StringComparison.Ordinal)));
        Assert.Empty(table.Exposed);
    }

    [Fact]
    public void A_version_makes_known_only_what_it_printed()
    {
        IReadOnlyList<IndicatorHistory> histories = Publications.Counts([[3], [12]], IndicatorKind.Snapshot);
        string[] hidden = Hidden(histories, 1);
        Assert.Equal(["P1 Q1 Primary", "P1 YTD Q1 Primary", "P2 Q1 Secondary", "P2 YTD Q1 BetweenQuarters"], hidden);
        DisclosureTable table = Table(histories, 1, [[]]);
        Assert.Equal(hidden, table.Hidden(histories, 1));
        Assert.Empty(table.Exposed);
    }

    [Fact]
    public void Of_several_versions_one_that_hid_the_figure_or_showed_one_that_differs_by_few_is_enough()
    {
        Indicator count = Publications.Total(false, IndicatorKind.Snapshot);
        HidingRule? After(params (int Value, HidingRule? Rule)[] versions)
        {
            Figure Of(int value) => Figure.Of(count, new Quarter(2025, 1).Period, value);
            IReadOnlyList<IReadOnlyList<PublishedFigure>> earlier = [.. versions.Select(version => (IReadOnlyList<PublishedFigure>)[PublishedFigure.Of(Of(version.Value), version.Rule)])];
            IndicatorHistory history = Indicators.Measures.History(count, [Of(40)]);
            return Table([history], 1, earlier).WhyHidden(count, history.Figures[0]);
        }

        Assert.Equal(HidingRule.BetweenEditions, After((40, HidingRule.Secondary), (60, null)));
        Assert.Equal(HidingRule.BetweenEditions, After((42, null), (60, null)));
        Assert.Null(After((40, HidingRule.Secondary), (40, null)));
        Assert.Null(After((42, HidingRule.Secondary), (60, null)));
        Assert.Null(After((60, null), (80, null)));
    }

    private static DisclosureTable Table(IReadOnlyList<IndicatorHistory> histories, int quarter, IReadOnlyList<IReadOnlyList<PublishedFigure>>? earlier = null, SmallNumbers? small = null) =>
        Suppression.Of(histories, new Quarter(2025, quarter), small ?? Usual, earlier);

    private static string[] Hidden(IReadOnlyList<IndicatorHistory> histories, int quarter) => Table(histories, quarter).Hidden(histories, quarter);

    private static string[] Exposed(DisclosureTable table) => [.. table.Exposed.Select(figure => $"{figure.Indicator} {figure.Period.Code["2025-26 ".Length..]}").Order(StringComparer.Ordinal)];
}

internal static class PrintedByQuarter
{
    public static IReadOnlyList<PublishedFigure> Printed(this DisclosureTable table, IReadOnlyList<IndicatorHistory> histories, int quarter) =>
        [.. histories.SelectMany(history => table.Printed(history, new Quarter(2025, quarter)))];

    public static string[] Hidden(this DisclosureTable table, IReadOnlyList<IndicatorHistory> histories, int quarter) =>
        [.. table.Printed(histories, quarter).Where(figure => figure.Hidden is not null).Select(figure => $"{figure.Code} {figure.Period.Code["2025-26 ".Length..]} {figure.Hidden}")];
}
