using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Submissions;

/// <summary>What each query says to the officer; when it fires stands in <see cref="SubmissionQueriesTests"/>.</summary>
public sealed class QueryWordsTests
{
    private static readonly Indicator Percentage = Measures.Percentage();
    private static readonly Indicator Count = Measures.Count();
    private static readonly Target SeventyFive = Measures.Target(Percentage, "2025-26", 75);

    [Theory]
    [InlineData("6.61", QueryCode.Q1, "You entered 6.61%. Last quarter was 66.1%, and the last 5 were between 62% and 67%. Check the decimal point.")]
    [InlineData("90", QueryCode.Q2, "You entered 90%. The last 5 were between 62% and 67%.")]
    [InlineData("0", QueryCode.Q3, "You entered 0. Last quarter was 66.1%.")]
    public void A_figure_is_shown_beside_those_before_it(string typed, QueryCode code, string words) =>
        Assert.Equal(words, Words(typed, Percentage, [One("2024-25 Q2", 62), One("2024-25 Q3", 67), One("2024-25 Q4", 64), One("2024-25 Q1", 65), One("2025-26 Q1", 66.1m)], code));

    [Fact]
    public void The_same_again_is_asked_whether_it_was_counted_again() =>
        Assert.Equal(
            "You entered 66% for the third time running. Check that it was counted again.",
            Words("66", Percentage, [One("2024-25 Q4", 66), One("2025-26 Q1", 66)], QueryCode.Q4));

    [Fact]
    public void A_year_to_date_that_falls_is_shown_before_and_after()
    {
        Indicator money = Count with { Unit = IndicatorUnit.Money };
        Assert.Equal(
            "With this figure the year to date falls from £2,000 to £1,500.",
            Words("-500", money, [Measures.Of(money, "2025-26 Q1", 2000)], QueryCode.Q5));
    }

    [Fact]
    public void A_whole_is_shown_beside_the_sum_of_its_parts()
    {
        SubmissionContext context = SubmissionCheckTests.Context(Count, []) with
        {
            Parts = [new OtherFigure("SS4a", Measures.Of(Count, "2025-26 Q2", 10)), new OtherFigure("SS4b", Measures.Of(Count, "2025-26 Q2", 20))],
        };
        Assert.Equal("You entered 31. The parts add up to 30.", Words("31", context, null, QueryCode.Q6));
    }

    [Fact]
    public void A_figure_far_from_its_target_is_shown_beside_it() =>
        Assert.Equal(
            "The result is 7.5% and the target is 75%. Check that both are counted the same way.",
            Words("7.5", SubmissionCheckTests.Context(Percentage, [], SeventyFive), null, QueryCode.Q7));

    [Fact]
    public void A_figure_far_from_last_years_is_shown_beside_it() =>
        Assert.Equal("You entered 80%. The same quarter last year was 66%.", Words("80", Percentage, [One("2024-25 Q2", 66)], QueryCode.Q9));

    [Theory]
    [InlineData("60", null, "The measure is off target and there is no comment. Say what is being done.")]
    [InlineData("60", "We are on target.", "The comment says that the target is met, and the figure is \"Off target\".")]
    [InlineData("80", "We missed the target.", "The comment says that the target is missed, and the figure is \"Target met\".")]
    [InlineData("74", "Timeliness improved.", "The comment says that things improved, and the figure got worse.")]
    [InlineData("90", "Timeliness deteriorated.", "The comment says that things got worse, and the figure improved.")]
    public void A_comment_is_held_against_the_figure(string typed, string? comment, string words) =>
        Assert.Equal(words, Words(typed, SubmissionCheckTests.Context(Percentage, [One("2025-26 Q1", 76)], SeventyFive), comment, QueryCode.Q10));

    [Fact]
    public void A_claim_without_a_figure_is_quoted()
    {
        SubmissionForm form = SubmissionCheckTests.Form(null) with { Reason = ReasonCode.NotReady, Comment = "All are on target." };
        Assert.Equal(
            "The comment says \"on target\", and there is no figure behind it.",
            SubmissionCheck.Check(form, SubmissionCheckTests.Context(Percentage, [])).Queries.Single(query => query.Code == QueryCode.Q11).Message);
    }

    [Theory]
    [InlineData("TBC", "The comment still has a placeholder in it.")]
    [InlineData("Back to normal", "The comment is the same as last quarter's.")]
    public void A_comment_that_says_nothing_new_is_told_why(string comment, string words) =>
        Assert.Equal(words, Words("66", SubmissionCheckTests.Context(Percentage, []) with { LastComment = "Back to normal." }, comment, QueryCode.Q12));

    [Fact]
    public void A_small_count_in_words_is_quoted() =>
        Assert.Equal(
            "The comment states a small count, \"three\". Small counts are hidden in the report, so leave it out.",
            Words("3/40", SubmissionCheckTests.Context(Percentage, []), "We worked with three families.", QueryCode.Q13));

    [Fact]
    public void Final_last_quarter_and_provisional_now_is_told()
    {
        SubmissionForm form = SubmissionCheckTests.Form("66") with { Provisional = true };
        Assert.Equal(
            "The figure was final last quarter and is provisional now.",
            SubmissionCheck.Check(form, SubmissionCheckTests.Context(Percentage, [One("2025-26 Q1", 66.1m)])).Queries.Single().Message);
    }

    private static string Words(string typed, Indicator indicator, IReadOnlyList<Figure> earlier, QueryCode code) =>
        Words(typed, SubmissionCheckTests.Context(indicator, earlier), null, code);

    private static string Words(string typed, SubmissionContext context, string? comment, QueryCode code) =>
        SubmissionCheck.Check(SubmissionCheckTests.Form(typed) with { Comment = comment }, context).Queries.Single(query => query.Code == code).Message;

    private static Figure One(string quarter, decimal value) => Measures.Of(Percentage, quarter, value);
}
