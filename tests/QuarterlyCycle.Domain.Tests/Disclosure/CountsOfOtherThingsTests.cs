using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Tests.Indicators;
using QuarterlyCycle.Domain.Tests.Plans;
using QuarterlyCycle.Domain.Tests.Submissions;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>A measure counts people unless its plan says otherwise; of schools, say, nothing is hidden.</summary>
public sealed class CountsOfOtherThingsTests
{
    private static readonly Quarter First = new(2025, 1);
    private static readonly Indicator Schools = Measures.Count(Polarity.High) with { CountsPeople = false };
    private static readonly Indicator ShareOfSchools = Measures.Percentage() with { CountsPeople = false };

    [Theory]
    [InlineData("", HidingRule.Primary)]
    [InlineData("yes", HidingRule.Primary)]
    [InlineData("no", null)]
    public void Only_the_plan_takes_a_count_out_of_hiding(string cell, HidingRule? rule)
    {
        PlanCheck check = new SmallPlan().Cell("indicators", 2, "unit", "count").Cell("indicators", 2, "counts_people", cell).Check();
        Indicator indicator = check.Plan!.Indicator("SS1a")!;
        Figure three = Measures.Of(indicator, "2025-26 Q1", 3);

        Assert.Equal(rule, Suppression.Of([Measures.History(indicator, [three])], First, new SmallNumbers()).WhyHidden(indicator, three));
        Assert.Equal(rule, Measures.Result(Measures.History(indicator, [three]), First).Hidden);
        Assert.DoesNotContain(check.Warnings, warning => warning.Header == "counts_people");
    }

    [Fact]
    public void What_the_plan_says_comes_back_when_it_is_written()
    {
        Plan plan = new SmallPlan().Cell("indicators", 2, "counts_people", "no").Check().Plan!;
        Plan changed = plan with { Indicators = [.. plan.Indicators.Select(indicator => indicator with { CountsPeople = !indicator.CountsPeople })] };

        Assert.Equal([false, true], PlanReader.Read(PlanWriter.Write(plan)).Plan!.Indicators.Select(indicator => indicator.CountsPeople));
        Assert.Equal([true, false], PlanReader.Read(PlanWriter.Write(changed)).Plan!.Indicators.Select(indicator => indicator.CountsPeople));
        Assert.Equal(
            "indicators, row 2, column Q (counts_people), \"schools\": must be yes or no.",
            Assert.Single(new SmallPlan().Cell("indicators", 2, "counts_people", "schools").Check().Errors).ToString());
    }

    [Fact]
    public void Percentages_years_to_date_and_revisions_of_schools_are_shown()
    {
        Figure share = Figure.OfCounts(ShareOfSchools, First.Period, 3, 40);
        IndicatorHistory year = Measures.History(Schools, [Measures.Of(Schools, "2025-26 Q1", 20), Measures.Of(Schools, "2025-26 Q2", 3)]);
        DisclosureTable table = Suppression.Of(
            [Measures.History(ShareOfSchools, [share]), year], First.Next, new SmallNumbers(), [[PublishedFigure.Of(Measures.Of(Schools, "2025-26 Q1", 18), null)]]);

        Assert.Null(table.WhyHidden(ShareOfSchools, share));
        Assert.All(
            [year.At(First)!, year.At(First.Next)!, year.YearToDateAt(First.Next)!],
            figure => Assert.Null(table.WhyHidden(Schools, figure)));
        Assert.Empty(table.Exposed);
    }

    [Fact]
    public void One_member_that_counts_people_keeps_the_whole_family_hidden_and_the_plan_is_told()
    {
        Indicator total = Schools with { Code = "SS4", CountsPeople = true };
        Indicator part = Schools with { Code = "SS4a", Parent = "SS4" };
        Figure three = Measures.Of(part, "2025-26 Q1", 3);
        IndicatorHistory[] family = [Measures.History(total, [Measures.Of(total, "2025-26 Q1", 30)]), Measures.History(part, [three])];

        Assert.Equal(HidingRule.Primary, Suppression.Of(family, First, new SmallNumbers()).WhyHidden(part, three));
        Assert.Equal(
            ["indicators, row 3, column Q (counts_people), \"no\": its small numbers stay hidden, because SS1a belongs to the same whole and counts people."],
            new SmallPlan().Cell("indicators", 3, "parent", "SS1a").Cell("indicators", 3, "counts_people", "no").Check().Warnings
                .Where(warning => warning.Header == "counts_people").Select(warning => warning.ToString()));
    }

    [Fact]
    public void A_total_without_a_figure_of_its_own_keeps_nothing_hidden()
    {
        Indicator total = Schools with { Code = "SS4", CountsPeople = true, HasFigure = false };
        Indicator part = Schools with { Code = "SS4a", Parent = "SS4" };
        Figure three = Measures.Of(part, "2025-26 Q1", 3);

        Assert.Null(Suppression.Of([Measures.History(total), Measures.History(part, [three])], First, new SmallNumbers()).WhyHidden(part, three));
    }

    [Fact]
    public void What_an_officer_calls_too_few_to_share_is_hidden_all_the_same()
    {
        Figure tooFew = Measures.Of(Schools, "2025-26 Q2", 30) with { Reason = ReasonCode.TooFew };
        IndicatorHistory history = Measures.History(Schools, [Measures.Of(Schools, "2025-26 Q1", 20), tooFew]);
        DisclosureTable table = Suppression.Of([history], First.Next, new SmallNumbers());

        Assert.Equal(HidingRule.TooFew, table.WhyHidden(Schools, tooFew));
        Assert.Equal(HidingRule.BetweenQuarters, table.WhyHidden(Schools, history.YearToDateAt(First.Next)!));
        Assert.Equal(HidingRule.TooFew, Measures.Result(history).Hidden);
    }

    [Theory]
    [InlineData("It was 3 this time", false)]
    [InlineData("Only 2 of the children were late", true)]
    public void A_comment_may_state_the_count_of_schools_and_not_of_children(string comment, bool fires)
    {
        SubmissionReading reading = SubmissionCheck.Check(
            SubmissionCheckTests.Form("3") with { Code = "SS4", Comment = comment }, SubmissionCheckTests.Context(Schools with { Kind = IndicatorKind.Snapshot }, []));

        Assert.Equal(fires, reading.Queries.Any(query => query.Code == QueryCode.Q13));
    }
}
