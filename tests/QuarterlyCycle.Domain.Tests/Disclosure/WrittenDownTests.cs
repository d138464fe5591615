using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>The sums that a reader can write down of a family's quarter, in the order in which they are looked at.</summary>
public sealed class WrittenDownTests
{
    private static readonly Indicator Total = Publications.Total(false);
    private static readonly Indicator First = Publications.Part(1, false);
    private static readonly Indicator Second = Publications.Part(2, false);
    private static readonly Indicator TotalShare = Publications.Total(true);
    private static readonly Indicator FirstShare = Publications.Part(1, true);
    private static readonly Indicator SecondShare = Publications.Part(2, true);

    [Fact]
    public void Parts_add_up_to_their_total_quarters_to_their_year_and_then_the_years_of_the_parts() =>
        Assert.Equal(
            [
                "T Q2 = P1 Q2 + P2 Q2",
                "T YTD Q2 = T Q2 + T YTD Q1",
                "P1 YTD Q2 = P1 Q2 + P1 YTD Q1",
                "P2 YTD Q2 = P2 Q2 + P2 YTD Q1",
                "T YTD Q2 = P1 YTD Q2 + P2 YTD Q2",
            ],
            At(2, History(Total, 20, 30), History(First, 12, 20), History(Second, 8, 10)));

    [Fact]
    public void The_first_year_to_date_is_the_first_quarter() =>
        Assert.Equal(
            ["T Q1 = P1 Q1", "T YTD Q1 = T Q1", "P1 YTD Q1 = P1 Q1", "T YTD Q1 = P1 YTD Q1"],
            At(1, History(Total, 20), History(First, 20)));

    [Fact]
    public void A_year_to_date_that_repeats_the_latest_quarter_says_its_number_until_another_is_stated()
    {
        Indicator snapshot = Total with { Kind = IndicatorKind.Snapshot };
        IndicatorHistory history = Measures.History(snapshot, [Of(snapshot, "Q1", 20), Of(snapshot, "Q3", 30), Of(snapshot, "YTD Q4", 31)]);
        Assert.Equal(["T YTD Q1 = T Q1"], At(1, history));
        Assert.Equal(["T YTD Q2 = T Q1"], At(2, history));
        Assert.Equal(["T YTD Q3 = T Q3"], At(3, history));
        Assert.Equal(["T YTD Q4 = T Q3"], At(4, history));
        Assert.Empty(At(2, Measures.History(snapshot, [Of(snapshot, "YTD Q2", 20)])));
        Assert.Empty(At(4, Measures.History(snapshot, [Figure.Without(snapshot, Period.Parse("2025-26 Q1"), ReasonCode.NotReady), Of(snapshot, "YTD Q4", 31)])));
    }

    /// <summary>As a version printed it, before the plan called the measure a snapshot.</summary>
    [Fact]
    public void A_year_to_date_that_was_added_up_repeats_no_quarter()
    {
        Indicator snapshot = Total with { Kind = IndicatorKind.Snapshot };
        FamilyMember member = new(snapshot, 2025);
        member.Put(2, isYearToDate: false, new Cell(snapshot, Of(snapshot, "Q2", 20), 2, isYearToDate: false));
        member.Put(2, isYearToDate: true, new Cell(snapshot, Of(snapshot, "YTD Q2", 40), 2, isYearToDate: true));
        List<Equation> equations = [];
        member.AddOver(2, equations);
        Assert.Empty(equations);
    }

    [Fact]
    public void The_counts_behind_a_percentage_that_repeats_are_its_latest_quarters()
    {
        Indicator snapshot = TotalShare with { Kind = IndicatorKind.Snapshot };
        Assert.Equal(
            [
                "T YTD Q2 above = T Q2 above",
                "T YTD Q2 below = T Q2 below",
                "T Q2 below = T Q2 above + T Q2 rest",
                "T YTD Q2 below = T YTD Q2 above + T YTD Q2 rest",
            ],
            At(2, Shares(snapshot, (10, 40), (20, 41))));
    }

    [Fact]
    public void What_a_part_that_is_not_known_leaves_is_missing()
    {
        Assert.Equal(["T Q1 = P1 Q1 + missing 8", "T YTD Q1 = T Q1", "P1 YTD Q1 = P1 Q1", "T YTD Q1 = P1 YTD Q1 + missing 8"],
            At(1, History(Total, 20), History(First, 12), History(Second)));
        Assert.Equal(["T Q1 = P2 Q1 + missing 0"], Rows(1, History(Total, 20), History(First), History(Second, 20)));
        Assert.Empty(Rows(1, History(Total, 20), History(First), History(Second)));
    }

    [Fact]
    public void What_parts_leave_of_a_count_is_missing_and_parts_that_overlap_say_nothing()
    {
        Assert.Equal(["T Q1 = P1 Q1 + P2 Q1 + missing 1"], Rows(1, History(Total, 20), History(First, 12), History(Second, 7)));
        Assert.Empty(Rows(1, History(Total, 20), History(First, 12), History(Second, 9)));
        Assert.Empty(Rows(1, History(Total, 20), History(First, 21), History(Second)));
    }

    [Fact]
    public void Pounds_add_up_exactly_or_not_at_all()
    {
        Indicator[] pounds = [.. new[] { Total, First, Second }.Select(indicator => indicator with { Unit = IndicatorUnit.Money })];
        Assert.Equal(["T Q1 = P1 Q1 + P2 Q1"], Rows(1, History(pounds[0], 20), History(pounds[1], 12), History(pounds[2], 8)));
        Assert.Empty(Rows(1, History(pounds[0], 20), History(pounds[1], 12), History(pounds[2], 7)));
        Assert.Empty(Rows(1, History(pounds[0], 20), History(pounds[1], 12), History(pounds[2])));
        Assert.Empty(Rows(1, History(pounds[0], 20), History(pounds[1], 20), History(pounds[2])));
    }

    [Fact]
    public void A_part_in_another_unit_and_a_total_without_a_figure_add_nothing_up()
    {
        Assert.Equal(["T Q1 = P1 Q1 + missing 8"], Rows(1, History(Total, 20), History(First, 12), Shares(SecondShare, (8, 40))));
        Assert.Equal(["T Q1 = P1 Q1 + missing 8"], Rows(1, History(Total, 20), History(First, 12), History(Second with { Unit = IndicatorUnit.Money }, 8)));
        Assert.Empty(Rows(1, History(Total), History(First, 12), History(Second, 8)));
        Assert.Empty(Rows(1, History(Total with { HasFigure = false }, 20), History(First, 12), History(Second, 8)));
    }

    [Fact]
    public void The_counts_behind_percentages_add_up_where_the_parts_divide_the_same_people()
    {
        Assert.Equal(
            [
                "T Q1 above = P1 Q1 above + P2 Q1 above",
                "T Q1 below = P1 Q1 below + P2 Q1 below",
                "T YTD Q1 above = T Q1 above",
                "T YTD Q1 below = T Q1 below",
                "P1 YTD Q1 above = P1 Q1 above",
                "P1 YTD Q1 below = P1 Q1 below",
                "P2 YTD Q1 above = P2 Q1 above",
                "P2 YTD Q1 below = P2 Q1 below",
                "T YTD Q1 above = P1 YTD Q1 above + P2 YTD Q1 above",
                "T YTD Q1 below = P1 YTD Q1 below + P2 YTD Q1 below",
                "T Q1 below = T Q1 above + T Q1 rest",
                "T YTD Q1 below = T YTD Q1 above + T YTD Q1 rest",
                "P1 Q1 below = P1 Q1 above + P1 Q1 rest",
                "P1 YTD Q1 below = P1 YTD Q1 above + P1 YTD Q1 rest",
                "P2 Q1 below = P2 Q1 above + P2 Q1 rest",
                "P2 YTD Q1 below = P2 YTD Q1 above + P2 YTD Q1 rest",
            ],
            At(1, Shares(TotalShare, (30, 100)), Shares(FirstShare, (10, 40)), Shares(SecondShare, (20, 60))));
        Assert.Equal(["T Q1 above = P1 Q1 above + P2 Q1 above"], Rows(1, Shares(TotalShare, (30, 100)), Shares(FirstShare, (10, 40)), Shares(SecondShare, (20, 50))));
        Assert.Equal(
            ["T Q1 above = P1 Q1 above + missing 20", "T Q1 below = P1 Q1 below + missing 60"],
            Rows(1, Shares(TotalShare, (30, 100)), Shares(FirstShare, (10, 40)), Shares(SecondShare)));
        Assert.Equal(
            ["T Q1 above = P1 Q1 above + missing 20", "T Q1 below = P1 Q1 below + missing 60"],
            Rows(1, Shares(TotalShare, (30, 100)), Shares(FirstShare, (10, 40)), History(SecondShare, 33)));
    }

    [Fact]
    public void A_percentage_is_no_sum_of_percentages_and_a_year_to_date_only_one_of_counts()
    {
        Assert.Empty(At(2, History(TotalShare, 20, 30)));
        IndicatorHistory stated = Measures.History(TotalShare, [Of(TotalShare, "Q1", 20), Of(TotalShare, "YTD Q1", 20)]);
        Assert.Empty(At(1, stated));
        IndicatorHistory money = History(Total with { Unit = IndicatorUnit.Money, Kind = IndicatorKind.Average }, 20, 30);
        Assert.Empty(At(2, money));
    }

    [Fact]
    public void Only_the_quarters_in_which_a_measure_is_asked_make_up_its_year()
    {
        Indicator halfYearly = Total with { Frequency = Frequency.HalfYearly };
        IndicatorHistory history = Measures.History(halfYearly, [Of(halfYearly, "Q2", 20), Of(halfYearly, "Q4", 30)]);
        Assert.Empty(At(1, history));
        Assert.Equal(["T YTD Q2 = T Q2"], At(2, history));
        Assert.Equal(["T YTD Q3 = T YTD Q2"], At(3, history));
        Assert.Equal(["T YTD Q4 = T Q4 + T YTD Q3"], At(4, history));
    }

    [Fact]
    public void Over_a_year_to_date_that_is_not_known_the_one_before_stands_with_all_quarters_since()
    {
        IndicatorHistory history = Measures.History(Total, [Of(Total, "YTD Q1", 20), Of(Total, "Q3", 5), Of(Total, "YTD Q3", 32), Of(Total, "YTD Q4", 50)]);
        Assert.Empty(At(1, history));
        Assert.Empty(At(2, history));
        Assert.Equal(["T YTD Q3 = T Q3 + T YTD Q1 + missing 7"], At(3, history));
        Assert.Equal(["T YTD Q4 = T YTD Q3 + missing 18"], At(4, history));
    }

    [Fact]
    public void Parts_of_one_population_have_one_denominator_and_may_make_it_up()
    {
        IndicatorHistory heading = History(TotalShare with { HasFigure = false });
        IndicatorHistory Part(int number, params (int, int)[] counts) => Shares(Publications.Part(number, true) with { Population = "cohort" }, counts);
        Assert.Equal(
            ["P1 Q1 below = P2 Q1 below", "P1 Q1 below = P3 Q1 below", "P1 Q1 below = P1 Q1 above + P2 Q1 above + P3 Q1 above"],
            Rows(1, heading, Part(1, (3, 40)), Part(2, (17, 40)), Part(3, (20, 40))));
        Assert.Equal(["P1 Q1 below = P2 Q1 below"], Rows(1, heading, Part(1, (3, 40)), Part(2, (17, 40))));
        Assert.Equal(["P1 Q1 below = P2 Q1 below"], Rows(1, heading, Part(1, (3, 40)), Part(2, (37, 40)), Part(3)));
        Assert.Empty(Rows(1, heading, Part(1, (3, 40)), Part(2, (17, 41)), Part(3, (20, 40))));
        Assert.Empty(Rows(1, heading, Part(1, (3, 40)), Part(2), Part(3)));
        Assert.Contains("P1 YTD Q1 below = P2 YTD Q1 below", At(1, heading, Part(1, (3, 40)), Part(2, (17, 40))));
    }

    [Fact]
    public void What_is_left_of_a_whole_is_written_down_of_a_hidden_figure_too()
    {
        FamilyMember member = new(Shares(TotalShare, (3, 40)), 2025, 1);
        member.At(1, isYearToDate: false)!.Rule = HidingRule.Derived;
        List<Equation> equations = [];
        new FamilyEquations([member], new FamilyTables([TotalShare]), new SmallNumbers()).AddAt(1, equations);
        Assert.Contains(equations, equation => equation.Kind == EquationKind.Inner && equation.Members.Contains(member.At(1, isYearToDate: false)!.Rest!));
    }

    [Fact]
    public void What_is_no_part_of_a_whole_or_more_than_it_leaves_no_rest()
    {
        Assert.DoesNotContain(At(1, Shares(TotalShare, (41, 40))), equation => equation.Contains("rest"));
        Assert.DoesNotContain(At(1, Shares(TotalShare with { Whole = false }, (3, 40))), equation => equation.Contains("rest"));
    }

    [Fact]
    public void A_percentage_without_counts_is_worked_back_by_the_denominator_of_another_part()
    {
        Indicator heading = TotalShare with { HasFigure = false };
        Indicator one = FirstShare with { Population = "cohort" };
        Indicator other = SecondShare with { Population = "cohort" };
        string[] WorkedBack(int lastQuarter, params IndicatorHistory[] parts) =>
            [.. Equations([Measures.History(heading), .. parts], lastQuarter).WorkedBack(lastQuarter).Select(cell => $"{cell.Indicator.Code} {Named(cell.Figure.Period)}")];

        IndicatorHistory bare = Measures.History(one, [Of(one, "Q1", 7.5m), Of(one, "Q2", 50), Of(one, "Q3", 7.5m), Of(one, "YTD Q3", 7.5m)]);
        IndicatorHistory counted = Shares(other, (20, 40), (20, 40), (60, 120));
        Assert.Equal(["P1 Q1"], WorkedBack(1, bare, counted));
        Assert.Equal(["P1 Q1"], WorkedBack(2, bare, counted));
        Assert.Equal(["P1 Q1"], WorkedBack(3, bare, Shares(other, (20, 40), (20, 40), (600, 1200))));
        Assert.Equal(["P1 Q1", "P1 Q3"], WorkedBack(3, bare, Shares(other, (20, 40), (20, 40), (20, 40))));
        Assert.Equal(["P1 YTD Q1"], WorkedBack(1, Measures.History(one, [Of(one, "YTD Q1", 7.5m)]), counted));
        Assert.Empty(WorkedBack(3, bare));
    }

    private static IEnumerable<string> Rows(int quarter, params IndicatorHistory[] histories) =>
        At(quarter, histories).Where(equation => !equation.Contains("YTD", StringComparison.Ordinal) && !equation.Contains("rest", StringComparison.Ordinal));

    private static string[] At(int quarter, params IndicatorHistory[] histories)
    {
        List<Equation> equations = [];
        Equations(histories, quarter).AddAt(quarter, equations);
        return [.. equations.Select(equation => $"{Named(equation.Total)} = {string.Join(" + ", equation.Parts.ToArray().Select(Named))}")];
    }

    private static FamilyEquations Equations(IReadOnlyList<IndicatorHistory> histories, int lastQuarter) =>
        new(
            [.. histories.Select(history => new FamilyMember(history, 2025, lastQuarter))],
            new FamilyTables([.. histories.Select(history => history.Indicator)]),
            new SmallNumbers());

    private static string Named(Quantity quantity)
    {
        if (quantity.Cell is not { } cell)
        {
            return FormattableString.Invariant($"missing {quantity.Amount}");
        }

        string of = quantity == cell.Numerator ? " above" : quantity == cell.Denominator ? " below" : quantity == cell.Rest ? " rest" : "";
        return $"{cell.Indicator.Code} {Named(cell.Figure.Period)}{of}";
    }

    private static string Named(Period period) => period.Code["2025-26 ".Length..];

    private static Figure Of(Indicator indicator, string period, decimal value) => Measures.Of(indicator, "2025-26 " + period, value);

    private static IndicatorHistory History(Indicator indicator, params decimal[] values) =>
        Measures.History(indicator, [.. values.Select((value, index) => Figure.Of(indicator, new Quarter(2025, index + 1).Period, value))]);

    private static IndicatorHistory Shares(Indicator indicator, params (int Numerator, int Denominator)[] counts) =>
        Measures.History(indicator, [.. counts.Select((pair, index) => Figure.OfCounts(indicator, new Quarter(2025, index + 1).Period, pair.Numerator, pair.Denominator))]);
}
