using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Tests.Plans;
using QuarterlyCycle.Domain.Tests.Submissions;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class FigureMarksTests
{
    private static readonly Indicator Percentage = Measures.Percentage();

    [Theory]
    [InlineData("68.2 [p]", "68.2", "p")]
    [InlineData("68.2% [p] [U]", "68.2%", "pu")]
    [InlineData("68.2[e][f]", "68.2", "ef")]
    [InlineData("68.2", "68.2", "")]
    [InlineData("68.2 [c]", "68.2 [c]", "")]
    [InlineData("[p]", "", "p")]
    public void Shorthand_behind_a_figure_is_read_and_taken_off(string text, string without, string marks)
    {
        Assert.Equal(without, FigureMarks.Without(text));
        Assert.Equal(marks, string.Concat(FigureMarks.In(text).Order()));
    }

    [Fact]
    public void Marks_stack_in_print() =>
        Assert.Equal(["[r]", "[f]", "[low]", "[u]"], FigureText.Marks(Measures.Of(Percentage, "2025-26 Q2", 0.01m) with { Finality = Finality.Revised, IsForecast = true, IsUnreliable = true }));

    [Theory]
    [InlineData("68.2 [p]", Finality.Provisional)]
    [InlineData("68.2 [e]", Finality.Estimated)]
    public void A_typed_mark_says_how_final_the_figure_is(string typed, Finality finality)
    {
        SubmissionReading reading = SubmissionCheck.Check(SubmissionCheckTests.Form(typed) with { Provisional = null }, SubmissionCheckTests.Context(Percentage, []));

        Assert.Empty(reading.Errors);
        Assert.Equal((68.2m, finality), (reading.Figure!.Value!.Value, reading.Figure.Finality));
    }

    [Fact]
    public void A_forecast_never_replaces_a_status_or_an_arrow()
    {
        Target target = Measures.Target(Percentage, "2025-26", 65);
        SubmissionReading reading = SubmissionCheck.Check(SubmissionCheckTests.Form("68.2 [f] [u]"), SubmissionCheckTests.Context(Percentage, [Measures.Of(Percentage, "2025-26 Q1", 60)], target));

        Assert.Equal((true, true), (reading.Figure!.IsForecast, reading.Figure.IsUnreliable));
        Assert.Equal((TargetBand.Forecast, "Forecast only", false), (reading.Result!.Status.Band, reading.Result.Status.Words, reading.Result.Status.IsJudged));
        Assert.Equal(DirectionOfTravel.Forecast, reading.Result.ShortTerm.Reason);
    }

    [Fact]
    public void A_plans_printed_figure_carries_its_marks_and_its_day()
    {
        Plan plan = new SmallPlan().Sheet("figures", "indicator|period|text", "SS1a|2006-07|64.1% [p] [u]", "SS1a|2007-08|27 @ 31.3.09", "SS1b|2006-07|3.1 [f]", "SS1b|2007-08|27 @ lunch").Check().Plan!;
        Figure Of(string code, int place) => Figure.Of(plan.Indicator(code)!, plan.FiguresOf(code)[place]);

        Assert.Equal((64.1m, Finality.Provisional, true), (Of("SS1a", 0).Value!.Value, Of("SS1a", 0).Finality, Of("SS1a", 0).IsUnreliable));
        Assert.Equal((27m, "2009-03-31"), (Of("SS1a", 1).Value!.Value, Of("SS1a", 1).PeriodOfData.Code));
        Assert.True(Of("SS1b", 0).IsForecast);
        Assert.Equal(ReasonCode.NotKnown, Of("SS1b", 1).Reason);
    }

    [Theory]
    [InlineData("12.5/45", "numerator: Count must be a whole number, like 49")]
    [InlineData("12/45.5", "denominator: Total must be a whole number, like 49")]
    public void What_is_counted_is_whole(string typed, string error) =>
        Assert.Equal(error, SubmissionCheck.Check(SubmissionCheckTests.Form(typed), SubmissionCheckTests.Context(Percentage, [])).Errors.Select(one => $"{one.Field}: {one.Message}").Single());
}
