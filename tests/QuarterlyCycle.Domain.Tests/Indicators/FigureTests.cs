using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class FigureTests
{
    [Theory]
    [InlineData(68.05, 1, "68.1")]
    [InlineData(-68.05, 1, "\u221268.1")]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(1406, 0, "1,406")]
    [InlineData(0.5, 0, "1")]
    [InlineData(12345.678, 2, "12,345.68")]
    public void Numbers_are_rounded_half_away_from_zero_with_a_real_minus(double value, int decimals, string printed) =>
        Assert.Equal(printed, FigureText.Number((decimal)value, decimals));

    [Theory]
    [InlineData(68.2, IndicatorUnit.Percent, 1, null, "68.2%")]
    [InlineData(-5000, IndicatorUnit.Money, 0, null, "\u2212£5,000")]
    [InlineData(42.1, IndicatorUnit.Rate, 1, 1000, "42.1 per 1,000")]
    [InlineData(1, IndicatorUnit.Days, 0, null, "1 day")]
    [InlineData(13, IndicatorUnit.Days, 0, null, "13 days")]
    [InlineData(1, IndicatorUnit.YesNo, 0, null, "Yes")]
    [InlineData(0, IndicatorUnit.YesNo, 0, null, "No")]
    [InlineData(112, IndicatorUnit.Count, 0, null, "112")]
    public void Values_are_printed_with_their_unit(double value, IndicatorUnit unit, int decimals, int? multiplier, string printed) =>
        Assert.Equal(printed, FigureText.InFull((decimal)value, unit, decimals, multiplier));

    [Fact]
    public void A_figure_from_counts_is_not_rounded()
    {
        Figure figure = Figure.OfCounts(Measures.Percentage(), Period.Parse("2025-26 Q2"), 49, 72);
        Assert.Equal(49m / 72m * 100m, figure.Value);
        Assert.Equal("68.1%", FigureText.InTable(figure));
    }

    [Fact]
    public void Without_cases_there_is_no_value_and_never_a_zero()
    {
        Figure figure = Figure.OfCounts(Measures.Percentage(), Period.Parse("2025-26 Q2"), 0, 0);
        Assert.Null(figure.Value);
        Assert.Equal("[z]", FigureText.InTable(figure));
        Assert.Equal("Not applicable", FigureText.InWords(figure));
    }

    [Fact]
    public void A_rate_uses_its_multiplier()
    {
        Indicator rate = Measures.Percentage() with { Unit = IndicatorUnit.Rate, Multiplier = 10000 };
        Assert.Equal(42m, Figure.OfCounts(rate, Period.Parse("2025-26 Q2"), 210, 50000).Value);
    }

    [Theory]
    [InlineData(ReasonCode.NotCollected, "[z]", "Not applicable")]
    [InlineData(ReasonCode.NoCases, "[z]", "Not applicable")]
    [InlineData(ReasonCode.NotReady, "[x]", "Not available")]
    [InlineData(ReasonCode.NotKnown, "[x]", "Not available")]
    [InlineData(ReasonCode.NoLongerCollected, "[x]", "Not available")]
    [InlineData(ReasonCode.TooFew, "[c]", "Hidden: too few to share")]
    [InlineData(ReasonCode.NotYetDefined, "[z]", "Not yet defined")]
    [InlineData(ReasonCode.NotSupplied, "[x]", "Figure not supplied")]
    public void Every_reason_has_its_shorthand_and_words(ReasonCode reason, string shorthand, string printed)
    {
        Assert.Equal(shorthand, ReasonCodes.Shorthand(reason));
        Assert.Equal(printed, ReasonCodes.Printed(reason));
        Assert.NotEmpty(ReasonCodes.Words(reason));
    }

    [Fact]
    public void The_plans_reasons_and_finalities_mean_the_same_here()
    {
        foreach (PlanFigureReason reason in Enum.GetValues<PlanFigureReason>())
        {
            Assert.Equal(reason.ToString(), ReasonCodes.Of(reason).ToString());
        }

        foreach (PlanFigureStatus status in Enum.GetValues<PlanFigureStatus>())
        {
            PlanFigure earlier = new() { Indicator = "SS1", Period = Period.Parse("2008-09"), Value = 1, Status = status };
            Assert.Equal(status.ToString(), Figure.Of(Measures.Percentage(), earlier).Finality.ToString());
        }
    }

    [Fact]
    public void A_figure_of_the_plan_without_anything_was_not_supplied()
    {
        PlanFigure blank = new() { Indicator = "SS1", Period = Period.Parse("2008-09"), Text = "" };
        Assert.Equal(ReasonCode.NotSupplied, Figure.Of(Measures.Percentage(), blank).Reason);
    }

    [Fact]
    public void Marks_tell_provisional_figures_and_values_that_round_to_zero()
    {
        Figure figure = Measures.Of(Measures.Percentage(), "2025-26 Q2", 0.01m) with { Finality = Finality.Provisional };
        Assert.Equal(["[p]", "[low]"], FigureText.Marks(figure));
        Assert.Empty(FigureText.Marks(Measures.Of(Measures.Percentage(), "2025-26 Q2", 0m)));
    }
}
