using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>In which quarter of a year something is small for the first time; a year in which nothing is needs no further work.</summary>
public sealed class FirstLookTests
{
    private static readonly Indicator Count = Measures.Count();
    private static readonly Indicator Percentage = Measures.Percentage();
    private static readonly Indicator HalfYearly = Count with { Frequency = Frequency.HalfYearly };

    [Fact]
    public void A_year_of_large_figures_holds_nothing_small()
    {
        Assert.Null(FirstSmall(Counts(20, 30, 40, 50)));
        Assert.Null(FirstSmall(Measures.History(Percentage, [Of("2025-26 Q1", 20, 40), Of("2025-26 Q2", 30, 60)])));
        Assert.Null(FirstSmall(Measures.History(HalfYearly, [Measures.Of(HalfYearly, "2025-26 Q2", 20), Measures.Of(HalfYearly, "2025-26 Q4", 30)])));
        Assert.Null(FirstSmall(Counts()));
    }

    [Fact]
    public void The_first_small_figure_is_found_in_its_quarter()
    {
        Assert.Equal(2, FirstSmall(Counts(20, 3, 2, 50)));
        Assert.Equal(4, FirstSmall(Counts(20, 30, 40, 5)));
        Assert.Equal(1, FirstSmall(Measures.History(Percentage, [Of("2025-26 Q1", 37, 40)])));
    }

    [Fact]
    public void Only_the_quarters_that_are_over_are_looked_at() =>
        Assert.Null(new FirstLook([Counts(20, 30, 3)], new FamilyTables([Count]), new SmallNumbers()).FirstSmall(2025, 2));

    [Fact]
    public void A_quarter_that_is_missing_beside_its_year_to_date_may_be_small()
    {
        Assert.Equal(2, FirstSmall(Measures.History(Count, [Measures.Of(Count, "2025-26 Q1", 20), Measures.Of(Count, "2025-26 YTD Q2", 60)])));
        Assert.Equal(1, FirstSmall(Measures.History(Percentage, [Of("2025-26 YTD Q1", 20, 40), Measures.Of(Percentage, "2025-26 Q1", 50)])));
    }

    [Fact]
    public void A_percentage_without_counts_may_be_worked_back_only_beside_another_part_of_its_population()
    {
        Indicator cohort = Percentage with { Population = "cohort" };
        IndicatorHistory bare = Measures.History(cohort, [Measures.Of(cohort, "2025-26 Q1", 50)]);
        Indicator other = cohort with { Code = "SS2" };
        IndicatorHistory beside = Measures.History(other, [Figure.OfCounts(other, Period.Parse("2025-26 Q1"), 20, 40)]);
        Assert.Equal(1, FirstSmall(bare, beside));
        Assert.Null(FirstSmall(bare));
        Assert.Null(FirstSmall(beside, Measures.History(cohort, [Of("2025-26 Q1", 20, 40)])));
        Assert.Null(FirstSmall(Measures.History(Percentage, [Measures.Of(Percentage, "2025-26 Q1", 50)]), beside));
        Indicator counted = Count with { Population = "cohort" };
        Assert.Null(FirstSmall(Measures.History(counted, [Measures.Of(counted, "2025-26 Q1", 50)]), beside));
    }

    [Fact]
    public void What_is_missing_between_a_total_and_its_parts_may_be_small_in_a_quarter_or_in_the_year_to_date()
    {
        Assert.Equal(1, FirstSmall(Table([100], [97])));
        Assert.Null(FirstSmall(Table([100], [100])));
        Assert.Null(FirstSmall(Table([100], [80])));
        Assert.Equal(2, FirstSmall(Table([100, 100], [80, 97])));
        Assert.Equal(2, FirstSmall(Table([70, 93], [80, 80])));
    }

    [Fact]
    public void Of_percentages_the_counts_are_subtracted_and_never_the_percentages()
    {
        Assert.Null(FirstSmall(Part(null, 600, 1000), Part(Percentage.Code, 570, 1000)));
        Assert.Equal(1, FirstSmall(Part(null, 100, 1000), Part(Percentage.Code, 97, 500)));
        Assert.Equal(1, FirstSmall(Part(null, 300, 1000), Part(Percentage.Code, 200, 997)));
    }

    [Fact]
    public void A_count_that_stands_behind_no_percentage_is_not_subtracted()
    {
        static IndicatorHistory Only(IndicatorHistory history, bool below)
        {
            Figure figure = history.Figures[0];
            return history with { Figures = [below ? figure with { Numerator = null } : figure with { Denominator = null }] };
        }

        Assert.Null(FirstSmall(Only(Part(null, 100, 1000), below: false), Only(Part(Percentage.Code, 97, 500), below: false)));
        Assert.Null(FirstSmall(Only(Part(null, 300, 1000), below: true), Only(Part(Percentage.Code, 200, 997), below: true)));
    }

    private static int? FirstSmall(params IndicatorHistory[] family) =>
        new FirstLook(family, new FamilyTables([.. family.Select(history => history.Indicator)]), new SmallNumbers()).FirstSmall(2025, 4);

    private static Figure Of(string period, decimal numerator, decimal denominator) =>
        Figure.OfCounts(Percentage, Period.Parse(period), numerator, denominator);

    private static IndicatorHistory Counts(params int[] quarters) => Quarters(Count, quarters);

    private static IndicatorHistory[] Table(int[] total, int[] part) =>
        [Quarters(Count, total), Quarters(Count with { Code = "P", Parent = Count.Code }, part)];

    private static IndicatorHistory Quarters(Indicator indicator, int[] quarters) =>
        Measures.History(indicator, [.. quarters.Select((value, index) => Figure.Of(indicator, new Quarter(2025, index + 1).Period, value))]);

    private static IndicatorHistory Part(string? parent, int numerator, int denominator)
    {
        Indicator indicator = parent is null ? Percentage : Percentage with { Code = "P", Parent = parent };
        return Measures.History(indicator, [Figure.OfCounts(indicator, Period.Parse("2025-26 Q1"), numerator, denominator)]);
    }
}
