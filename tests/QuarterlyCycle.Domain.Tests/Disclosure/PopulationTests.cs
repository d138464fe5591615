using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>Percentages of one population: what some of them leave over, the others are.</summary>
public sealed class PopulationTests
{
    private static readonly Quarter First = new(2025, 1);

    [Fact]
    public void Where_the_parts_of_a_population_leave_nobody_out_a_hidden_one_takes_another_with_it() =>
        Assert.Equal([HidingRule.Derived, HidingRule.Secondary, null], Hidden((3, 40), (17, 40), (20, 40)));

    [Fact]
    public void Where_they_leave_somebody_out_it_does_not() => Assert.Equal([HidingRule.Derived, null, null], Hidden((3, 40), (17, 40), (10, 40)));

    [Fact]
    public void Parts_that_are_not_of_one_number_of_people_are_not_of_one_population() =>
        Assert.Equal([HidingRule.Derived, null, null], Hidden((3, 40), (17, 41), (20, 40)));

    [Fact]
    public void Where_a_part_is_not_known_the_others_leave_somebody_out() =>
        Assert.Equal([HidingRule.Derived, null], Hidden((3, 40), (30, 40), null));

    [Fact]
    public void Two_parts_that_make_up_the_population_are_hidden_together() =>
        Assert.Equal([HidingRule.Derived, HidingRule.Derived], Hidden((3, 40), (37, 40)));

    [Fact]
    public void A_percentage_without_counts_stays_shown_where_no_part_prints_how_many_there_are()
    {
        IndicatorHistory[] parts = [Part(1, null), Part(2, null)];
        parts = [.. parts.Select(part => part with { Figures = [Measures.Of(part.Indicator, "2025-26 Q1", 7.5m)] })];
        Assert.Equal([null, null], Hidden(parts));
    }

    [Fact]
    public void The_counts_of_parts_are_no_reason_to_hide_a_large_percentage_without_counts()
    {
        IndicatorHistory bare = Part(1, null);
        Assert.Equal([null, null], Hidden(bare with { Figures = [Measures.Of(bare.Indicator, "2025-26 Q1", 50)] }, Part(2, (20, 40))));
    }

    private static HidingRule?[] Hidden(params (int Numerator, int Denominator)?[] parts) =>
        Hidden([.. parts.Select((counts, index) => Part(index + 1, counts))]);

    private static HidingRule?[] Hidden(params IndicatorHistory[] parts)
    {
        IndicatorHistory whole = Measures.History(Publications.Total(true) with { HasFigure = false });
        DisclosureTable table = Suppression.Of([whole, .. parts], First, new SmallNumbers());
        return [.. parts.SelectMany(part => part.Figures.Select(figure => table.WhyHidden(part.Indicator, figure)))];
    }

    private static IndicatorHistory Part(int number, (int Numerator, int Denominator)? counts)
    {
        Indicator part = Publications.Part(number, true) with { Population = "cohort" };
        return Measures.History(part, counts is { } known ? [Figure.OfCounts(part, First.Period, known.Numerator, known.Denominator)] : []);
    }
}
