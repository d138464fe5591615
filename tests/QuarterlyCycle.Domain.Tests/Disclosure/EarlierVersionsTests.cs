using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>What versions printed that has since been revised stands beside what has not changed.</summary>
public sealed class EarlierVersionsTests
{
    private static readonly Indicator Total = Publications.Total(false);
    private static readonly Indicator Part = Publications.Part(1, false);
    private static readonly FamilyMember[] Now =
    [
        Member(Total, Of(Total, "2025-26 Q1", 40), Of(Total, "2025-26 Q2", 60)),
        Member(Part, Of(Part, "2025-26 Q1", 12), Of(Part, "2025-26 Q2", 20)),
    ];

    [Fact]
    public void A_count_that_did_not_change_differs_by_nobody_even_where_nobody_is_hidden()
    {
        Indicator percentage = Publications.Total(true);
        PublishedFigure before = PublishedFigure.Of(Figure.OfCounts(percentage, new Quarter(2025, 1).Period, 30, 100), null);
        Figure now = Figure.OfCounts(percentage, new Quarter(2025, 1).Period, 30, 200);
        Assert.False(before.DiffersByFew(now, new SmallNumbers(0, 5), true));
        Assert.True(before.DiffersByFew(now, new SmallNumbers(0, 100), true));
    }

    [Fact]
    public void A_version_in_which_nothing_was_revised_tells_nothing()
    {
        Assert.Empty(Revised([Printed(Total, "2025-26 Q1", 40), Printed(Part, "2025-26 Q1", 12, HidingRule.Secondary)]));
        Assert.Empty(Revised([]));
    }

    [Fact]
    public void What_was_revised_stands_as_it_was_printed_beside_what_did_not_change()
    {
        IReadOnlyList<FamilyMember> then = Assert.Single(
            Revised([Printed(Total, "2025-26 Q1", 43), Printed(Part, "2025-26 Q1", 12), Printed(Total, "2025-26 YTD Q1", 43, HidingRule.BetweenQuarters)]));

        Assert.Equal(["T", "P1"], then.Select(member => member.Indicator.Code));
        Cell revised = then[0].At(1, isYearToDate: false)!;
        Assert.Equal((43m, true, false), (revised.Figure.Value, revised.IsKnown, revised.IsYearToDate));
        Assert.Same(Now[1].At(1, isYearToDate: false), then[1].At(1, isYearToDate: false));
        Cell yearToDate = then[0].At(1, isYearToDate: true)!;
        Assert.Equal((43m, false, true), (yearToDate.Figure.Value, yearToDate.IsKnown, yearToDate.IsYearToDate));
        Assert.Equal(HidingRule.BetweenQuarters, yearToDate.Rule);

        // What that version did not print is not in it, and no quarter's packs can hide what has been printed.
        Assert.Null(then[0].At(2, isYearToDate: false));
        Assert.Null(then[1].At(1, isYearToDate: true));
        Assert.Equal((0, 0), (revised.Quarter, yearToDate.Quarter));
    }

    [Fact]
    public void A_figure_that_is_no_longer_there_was_revised_too()
    {
        Indicator gone = Part;
        FamilyMember[] members = [Now[0], new FamilyMember(gone, 2025)];
        IReadOnlyList<FamilyMember> then = Assert.Single(
            new EarlierVersions([[Printed(Total, "2025-26 Q1", 40), Printed(gone, "2025-26 Q1", 12)]]).Revised(members, 2025));
        Assert.Same(Now[0].At(1, isYearToDate: false), then[0].At(1, isYearToDate: false));
        Assert.Equal(12m, then[1].At(1, isYearToDate: false)!.Figure.Value);
    }

    [Fact]
    public void Each_version_stands_by_itself_and_a_number_that_one_of_them_showed_is_known_in_all()
    {
        IReadOnlyList<FamilyMember>[] then =
        [
            .. Revised(
                [Printed(Total, "2025-26 Q1", 43, HidingRule.Secondary)],
                [Printed(Total, "2025-26 Q1", 40), Printed(Part, "2025-26 Q1", 12)],
                [Printed(Total, "2025-26 Q1", 43), Printed(Part, "2025-26 Q1", 11)],
                [Printed(Total, "2025-26 Q1", 43)],
                [Printed(Total, "2025-26 Q1", 43, HidingRule.Secondary)]),
        ];

        Assert.Equal(4, then.Length);
        Cell[] totals = [.. then.Select(version => version[0].At(1, isYearToDate: false)!)];
        Assert.Same(totals[0], totals[1]);
        Assert.Same(totals[0], totals[2]);
        Assert.True(totals[0].IsKnown);
        Assert.Equal(HidingRule.Secondary, totals[0].Rule);
        Assert.Equal([null, 11m, null, null], then.Select(version => version[1].At(1, isYearToDate: false)?.Figure.Value));
    }

    [Fact]
    public void The_same_number_of_another_quarter_is_another_number()
    {
        IReadOnlyList<FamilyMember> then = Assert.Single(Revised([Printed(Total, "2025-26 Q1", 43), Printed(Total, "2025-26 Q2", 43, HidingRule.Secondary)]));
        Assert.True(then[0].At(1, isYearToDate: false)!.IsKnown);
        Assert.False(then[0].At(2, isYearToDate: false)!.IsKnown);
    }

    [Fact]
    public void A_year_of_a_measure_stands_in_its_last_quarter_and_the_counts_behind_a_figure_stand_behind_it_still()
    {
        Indicator share = Publications.Total(true) with { Frequency = Frequency.Annual };
        Figure now = Figure.OfCounts(share, Period.Parse("2025-26"), 30, 40);
        Figure before = Figure.OfCounts(share, Period.Parse("2025-26"), 20, 40);
        IReadOnlyList<FamilyMember> then = Assert.Single(
            new EarlierVersions([[PublishedFigure.Of(before, null)]]).Revised([new FamilyMember(Measures.History(share, [now]), 2025, 4)], 2025));
        Cell cell = then[0].At(4, isYearToDate: false)!;
        Assert.Equal((20m, 40m), (cell.Numerator!.Amount, cell.Denominator!.Amount));
        Assert.False(cell.IsYearToDate);
    }

    [Theory]
    [InlineData("2024-25 Q1")]
    [InlineData("2026-27 Q1")]
    [InlineData("CY2025")]
    [InlineData("AY2025-26")]
    [InlineData("2025-05-01")]
    public void What_was_printed_of_another_year_or_of_no_quarter_belongs_to_no_family_year(string period) =>
        Assert.Empty(Revised([Printed(Total, period, 43), Printed(Part, "2025-26 Q1", 12)]));

    [Fact]
    public void Of_a_figure_everything_that_was_printed_for_its_measure_and_period_is_remembered()
    {
        EarlierVersions versions = new(
        [
            [Printed(Total, "2025-26 Q1", 43), Printed(Part, "2025-26 Q1", 12)],
            [Printed(Total, "2025-26 Q1", 40, HidingRule.Secondary), Printed(Total, "2025-26 Q2", 60)],
        ]);
        Assert.Equal([(43m, null), (40m, HidingRule.Secondary)], versions.Of(Of(Total, "2025-26 Q1", 41)).Select(figure => (figure.Value!.Value, figure.Hidden)));
        Assert.Empty(versions.Of(Of(Part, "2025-26 Q2", 20)));
    }

    private static IReadOnlyList<FamilyMember>[] Revised(params IReadOnlyList<PublishedFigure>[] versions) => [.. new EarlierVersions(versions).Revised(Now, 2025)];

    private static FamilyMember Member(Indicator indicator, params Figure[] figures) => new(Measures.History(indicator, figures), 2025, 2);

    private static Figure Of(Indicator indicator, string period, decimal value) => Measures.Of(indicator, period, value);

    private static PublishedFigure Printed(Indicator indicator, string period, decimal value, HidingRule? rule = null) => PublishedFigure.Of(Of(indicator, period, value), rule);
}
