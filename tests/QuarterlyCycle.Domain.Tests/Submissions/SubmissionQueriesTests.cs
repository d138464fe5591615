using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Submissions;

public sealed class SubmissionQueriesTests
{
    private static readonly Indicator Percentage = Measures.Percentage();
    private static readonly Indicator Count = Measures.Count();

    private static readonly Figure[] LastEight =
    [
        One("2023-24 Q3", 60), One("2023-24 Q4", 61), One("2024-25 Q1", 62), One("2024-25 Q2", 63),
        One("2024-25 Q3", 64), One("2024-25 Q4", 65), One("2025-26 Q1", 66.1m), One("2023-24 Q2", 67),
    ];

    [Fact]
    public void A_slipped_decimal_point_is_shown_beside_last_quarter_and_the_last_eight()
    {
        SubmissionReading reading = Check("6.82", LastEight);
        FiredQuery query = reading.Queries.Single(query => query.Code == QueryCode.Q1);
        Assert.Equal("You entered 6.82%. Last quarter was 66.1%, and the last 8 were between 60% and 67%. Check the decimal point.", query.Message);
        Assert.True(reading.NeedsExplanation);
        Assert.False(reading.IsCertain);
        Assert.True(reading.IsAccepted);
    }

    [Fact]
    public void A_fraction_of_one_after_percentages_is_questioned() => Assert.Contains(QueryCode.Q1, Codes(Check("0.68", LastEight)));

    [Fact]
    public void An_explanation_settles_the_figure_and_survives_for_the_same_value()
    {
        SubmissionForm form = SubmissionCheckTests.Form("6.82");
        SubmissionContext context = SubmissionCheckTests.Context(Percentage, LastEight);
        SubmissionReading explained = SubmissionCheck.Check(form with { Explanation = "One school only" }, context);
        Assert.False(explained.NeedsExplanation);
        Assert.NotEmpty(explained.Queries);

        ExplainedFigure earlier = new(6.82m, null, null, "One school only");
        Assert.Equal("One school only", SubmissionCheck.Check(form, context with { Explained = earlier }).Explanation);
        Assert.Null(SubmissionCheck.Check(form with { Value = "6.83" }, context with { Explained = earlier }).Explanation);
    }

    [Theory]
    [InlineData("74.1", true)]
    [InlineData("74", false)]
    [InlineData("52.9", true)]
    [InlineData("53", false)]
    public void Outside_the_last_eight_by_more_than_their_range(string typed, bool fires) =>
        Assert.Equal(fires, Codes(Check(typed, LastEight)).Contains(QueryCode.Q2));

    [Fact]
    public void Three_earlier_figures_are_too_few_for_a_range() => Assert.DoesNotContain(QueryCode.Q2, Codes(Check("99", LastEight[4..7])));

    [Fact]
    public void Zero_after_something_is_questioned()
    {
        Assert.Contains(QueryCode.Q3, Codes(Check("0", [One("2025-26 Q1", 66)])));
        Assert.DoesNotContain(QueryCode.Q3, Codes(Check("0", [One("2025-26 Q1", 0)])));
    }

    [Fact]
    public void The_same_for_the_third_time_running_is_questioned()
    {
        Assert.Contains(QueryCode.Q4, Codes(Check("66", [One("2024-25 Q4", 66), One("2025-26 Q1", 66)])));
        Assert.DoesNotContain(QueryCode.Q4, Codes(Check("66", [One("2024-25 Q4", 65), One("2025-26 Q1", 66)])));
        Assert.DoesNotContain(QueryCode.Q4, Codes(Check("66", [One("2024-25 Q3", 66), One("2025-26 Q1", 66)])));
    }

    [Fact]
    public void A_year_to_date_that_falls_is_questioned()
    {
        Indicator money = Count with { Unit = IndicatorUnit.Money };
        Assert.Contains(QueryCode.Q5, Codes(Check("-5", [Measures.Of(money, "2025-26 Q1", 20)], money)));
        Assert.DoesNotContain(QueryCode.Q5, Codes(Check("5", [Measures.Of(money, "2025-26 Q1", 20)], money)));
        Assert.DoesNotContain(QueryCode.Q5, Codes(Check("-5", [], money)));
    }

    [Theory]
    [InlineData("31", true)]
    [InlineData("30", false)]
    [InlineData("29", true)]
    public void Parts_that_do_not_add_up_are_questioned(string typed, bool fires)
    {
        SubmissionContext context = SubmissionCheckTests.Context(Count, []) with { Parts = [Part("SS4a", 10), Part("SS4b", 20)] };
        Assert.Equal(fires, Codes(SubmissionCheck.Check(SubmissionCheckTests.Form(typed), context)).Contains(QueryCode.Q6));
    }

    [Fact]
    public void A_part_is_held_against_its_whole_when_it_comes_last()
    {
        SubmissionContext context = SubmissionCheckTests.Context(Count, []) with { Whole = Part("SS4", 30), OtherParts = [Part("SS4b", 20)] };
        FiredQuery query = SubmissionCheck.Check(SubmissionCheckTests.Form("11"), context).Queries.Single(query => query.Code == QueryCode.Q6);
        Assert.Equal("With this figure the parts of SS4 add up to 31, and SS4 is 30.", query.Message);
        Assert.DoesNotContain(QueryCode.Q6, Codes(SubmissionCheck.Check(SubmissionCheckTests.Form("10"), context)));
    }

    [Fact]
    public void Percentages_do_not_add_up_but_what_they_count_does()
    {
        OtherFigure Of(string code, int below) => new(code, Figure.OfCounts(Percentage, Measures.Now.Period, 5, below));
        SubmissionContext context = SubmissionCheckTests.Context(Percentage, []) with { Parts = [Of("SS1a", 40), Of("SS1b", 60)] };
        Assert.DoesNotContain(QueryCode.Q6, Codes(SubmissionCheck.Check(SubmissionCheckTests.Form("50/100"), context)));
        Assert.Contains(QueryCode.Q6, Codes(SubmissionCheck.Check(SubmissionCheckTests.Form("50/101"), context)));
        Assert.DoesNotContain(QueryCode.Q6, Codes(SubmissionCheck.Check(SubmissionCheckTests.Form("50"), context)));
        SubmissionContext otherUnit = SubmissionCheckTests.Context(Percentage, []) with { Parts = [Part("SS1a", 10)] };
        Assert.DoesNotContain(QueryCode.Q6, Codes(SubmissionCheck.Check(SubmissionCheckTests.Form("50/100"), otherUnit)));
    }

    [Theory]
    [InlineData("7.5", true)]
    [InlineData("7.6", false)]
    [InlineData("75", false)]
    public void A_tenth_of_the_target_is_questioned(string typed, bool fires) =>
        Assert.Equal(fires, Codes(Check(typed, [], Percentage, Measures.Target(Percentage, "2025-26", 75))).Contains(QueryCode.Q7));

    [Fact]
    public void Ten_times_the_target_is_questioned_by_the_year_to_date()
    {
        Target target = Measures.Target(Count, "2025-26", 10);
        Assert.Contains(QueryCode.Q7, Codes(Check("40", [Measures.Of(Count, "2025-26 Q1", 10)], Count, target)));
        Assert.DoesNotContain(QueryCode.Q7, Codes(Check("30", [Measures.Of(Count, "2025-26 Q1", 10)], Count, target)));
    }

    [Theory]
    [InlineData("45/94", true)]
    [InlineData("45/95", false)]
    [InlineData("45/105", false)]
    [InlineData("45/106", true)]
    public void Parts_of_one_population_should_count_the_same_people(string typed, bool fires)
    {
        SubmissionContext context = SubmissionCheckTests.Context(Percentage, []) with { SharedPopulation = [new OtherFigure("SS2", Figure.OfCounts(Percentage, Measures.Now.Period, 1, 100))] };
        Assert.Equal(fires, Codes(SubmissionCheck.Check(SubmissionCheckTests.Form(typed), context)).Contains(QueryCode.Q8));
    }

    [Fact]
    public void A_population_is_worked_back_from_a_count_and_its_rate()
    {
        Indicator rate = Percentage with { Unit = IndicatorUnit.Rate, Multiplier = 1000 };
        Figure shared = Figure.Of(rate, Measures.Now.Period, 50) with { Numerator = 10 };
        SubmissionContext context = SubmissionCheckTests.Context(Percentage, []) with { SharedPopulation = [new OtherFigure("SS2", shared)] };
        FiredQuery query = SubmissionCheck.Check(SubmissionCheckTests.Form("45/100"), context).Queries.Single(query => query.Code == QueryCode.Q8);
        Assert.Equal("This figure counts 100 in all, and SS2 counts 200. They should be the same group.", query.Message);
    }

    [Theory]
    [InlineData("79.3", true)]
    [InlineData("79.2", false)]
    [InlineData("52.7", true)]
    [InlineData("52.8", false)]
    public void A_fifth_away_from_last_year_is_questioned(string typed, bool fires) =>
        Assert.Equal(fires, Codes(Check(typed, [One("2024-25 Q2", 66)])).Contains(QueryCode.Q9));

    [Theory]
    [InlineData("60", "We are on target for the year", true)]
    [InlineData("60", "We are not on target because of staffing", false)]
    [InlineData("60", null, true)]
    [InlineData("60", "Two posts are being filled", false)]
    [InlineData("80", "We missed the target", true)]
    [InlineData("80", null, false)]
    public void A_comment_must_not_contradict_the_status(string typed, string? comment, bool fires) =>
        Assert.Equal(fires, Codes(Check(typed, [], Percentage, comment, Measures.Target(Percentage, "2025-26", 75))).Contains(QueryCode.Q10));

    [Theory]
    [InlineData("60", "Timeliness improved after the new team started", true)]
    [InlineData("60", "Timeliness has not improved", false)]
    [InlineData("70", "Timeliness deteriorated over the summer", true)]
    [InlineData("70", "Timeliness improved", false)]
    public void A_comment_must_not_contradict_the_direction(string typed, string comment, bool fires) =>
        Assert.Equal(fires, Codes(Check(typed, [One("2025-26 Q1", 66)], Percentage, comment)).Contains(QueryCode.Q10));

    [Fact]
    public void On_target_without_a_figure_is_a_claim()
    {
        SubmissionForm form = SubmissionCheckTests.Form(null) with { Reason = ReasonCode.NotReady, Comment = "All are on target." };
        Assert.Equal([QueryCode.Q11], Codes(SubmissionCheck.Check(form, SubmissionCheckTests.Context(Percentage, []))));
    }

    [Theory]
    [InlineData("TBC", true)]
    [InlineData("Figures to follow", true)]
    [InlineData("n/a", true)]
    [InlineData("Target of £*** agreed", true)]
    [InlineData("Staffing is back to normal ", true)]
    [InlineData("Staffing is back to normal and training has begun", false)]
    public void Placeholders_and_last_quarters_words_are_questioned(string comment, bool fires)
    {
        SubmissionContext context = SubmissionCheckTests.Context(Percentage, []) with { LastComment = "Staffing is  back to normal." };
        Assert.Equal(fires, Codes(SubmissionCheck.Check(SubmissionCheckTests.Form("66") with { Comment = comment }, context)).Contains(QueryCode.Q12));
    }

    [Theory]
    [InlineData("3/40", "We worked with three families", true)]
    [InlineData("3/40", "It was 3 this time", true)]
    [InlineData("20/40", "Only 2 of the children were late", true)]
    [InlineData("20/40", "We held 2 meetings and rose by 3%", false)]
    [InlineData("20/40", "Phase 2 starts in May 2026", false)]
    [InlineData("3/40", "Fewer than before", false)]
    public void A_small_count_in_words_is_flagged(string typed, string comment, bool fires) =>
        Assert.Equal(fires, Codes(Check(typed, [], Percentage, comment)).Contains(QueryCode.Q13));

    [Fact]
    public void Final_last_time_and_provisional_now_is_flagged_and_holds_nothing_up()
    {
        SubmissionForm form = SubmissionCheckTests.Form("66") with { Provisional = true };
        SubmissionReading reading = SubmissionCheck.Check(form, SubmissionCheckTests.Context(Percentage, [One("2025-26 Q1", 66.1m)]));
        Assert.Equal([QueryCode.Q14], Codes(reading));
        Assert.True(reading.IsCertain);
        Assert.False(reading.Queries[0].IsShownBeforeSending);
    }

    [Fact]
    public void A_figure_sent_as_final_before_and_provisional_now_is_flagged()
    {
        SubmissionForm form = SubmissionCheckTests.Form("66") with { Provisional = true };
        SubmissionContext context = SubmissionCheckTests.Context(Percentage, []) with { Standing = One("2025-26 Q2", 66) };
        Assert.Equal("The figure was sent as final before and is provisional now.", SubmissionCheck.Check(form, context).Queries.Single().Message);
        Assert.Empty(SubmissionCheck.Check(form, context with { Standing = One("2025-26 Q2", 66) with { Finality = Finality.Provisional } }).Queries);
    }

    [Fact]
    public void Yes_and_no_raise_no_queries_about_their_size()
    {
        Indicator yesNo = Percentage with { Unit = IndicatorUnit.YesNo, Decimals = 0 };
        Assert.Empty(Check("no", [Measures.Of(yesNo, "2025-26 Q1", 1), Measures.Of(yesNo, "2024-25 Q2", 1)], yesNo).Queries);
    }

    [Fact]
    public void A_milestone_with_a_placeholder_is_flagged() =>
        Assert.Equal([QueryCode.Q12], Codes(SubmissionCheck.CheckMilestone(new SubmissionForm { Code = "SS4b", MilestoneState = DeliverableState.OnTrack, Comment = "tbc" }, Measures.Now)));

    private static OtherFigure Part(string code, decimal value) => new(code, Measures.Of(Count, "2025-26 Q2", value));

    private static Figure One(string quarter, decimal value) => Measures.Of(Measures.Percentage(), quarter, value);

    private static SubmissionReading Check(string typed, IReadOnlyList<Figure> earlier, Indicator? indicator = null, params Target[] targets) =>
        Check(typed, earlier, indicator, null, targets);

    private static SubmissionReading Check(string typed, IReadOnlyList<Figure> earlier, Indicator? indicator, string? comment, params Target[] targets) =>
        SubmissionCheck.Check(SubmissionCheckTests.Form(typed) with { Comment = comment }, SubmissionCheckTests.Context(indicator ?? Percentage, earlier, targets));

    private static IEnumerable<QueryCode> Codes(SubmissionReading reading) => reading.Queries.Select(query => query.Code);
}
