using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class TargetTextTests
{
    [Theory]
    [InlineData("Early Access for women to maternity services –with take up of 95%.", 95, TargetOperator.AtLeast, IndicatorUnit.Percent)]
    [InlineData("70% of initial assessments completed to time.", 70, TargetOperator.AtLeast, IndicatorUnit.Percent)]
    [InlineData("2008/2009 Reduce number of children permanently excluded from all schools across the city to 32.", 32, TargetOperator.AtMost, IndicatorUnit.Count)]
    [InlineData("to 32", 32, TargetOperator.AtLeast, IndicatorUnit.Count)]
    [InlineData("200 CAFs", 200, TargetOperator.AtLeast, IndicatorUnit.Count)]
    [InlineData("15 social care workers", 15, TargetOperator.AtLeast, IndicatorUnit.Count)]
    [InlineData("5 units", 5, TargetOperator.AtLeast, IndicatorUnit.Count)]
    [InlineData("27.5% or fewer - re-referrals to social care.", 27.5, TargetOperator.AtMost, IndicatorUnit.Percent)]
    [InlineData("16% or fewer of children with Child Protection (CP) Plan for a second time.", 16, TargetOperator.AtMost, IndicatorUnit.Percent)]
    [InlineData("Maintain access to CAMHS specialist service at 13 weeks and below.", 13, TargetOperator.AtMost, IndicatorUnit.Count)]
    [InlineData("up to 20", 20, TargetOperator.AtMost, IndicatorUnit.Count)]
    [InlineData("Increase to 19%", 19, TargetOperator.AtLeast, IndicatorUnit.Percent)]
    [InlineData("17% uptake of 15-24 year-olds accessing Chlamydia screening", 17, TargetOperator.AtLeast, IndicatorUnit.Percent)]
    [InlineData("95% primary school attendance achieved", 95, TargetOperator.AtLeast, IndicatorUnit.Percent)]
    [InlineData("Reduction in under 18 conception rates to 42.1per 1000 (females aged 15 -17) - 2007 data", 42.1, TargetOperator.AtMost, IndicatorUnit.Rate)]
    [InlineData("To reduce the number of Children in Care to 7.60 per 1000 children.", 7.60, TargetOperator.AtMost, IndicatorUnit.Rate)]
    public void A_target_with_one_reading_is_read(string text, double value, TargetOperator which, IndicatorUnit unit)
    {
        TargetReading reading = TargetText.Read(text);

        Assert.Equal((TargetReadingKind.Read, (decimal?)(decimal)value, (TargetOperator?)which, (IndicatorUnit?)unit), (reading.Kind, reading.Value, reading.Operator, reading.Unit));
    }

    [Fact]
    public void A_rate_carries_its_multiplier() => Assert.Equal(1000m, TargetText.Read("3.00 ratio per 1000", Polarity.Low).Multiplier);

    [Fact]
    public void Nil_is_at_most_nothing()
    {
        TargetReading reading = TargetText.Read("Preventable deaths through unsafe sleeping arrangements to be nil.");

        Assert.Equal((TargetReadingKind.Read, 0m, TargetOperator.AtMost, false), (reading.Kind, reading.Value!.Value, reading.Operator!.Value, reading.KeepsWords));
    }

    [Fact]
    public void As_close_to_zero_as_possible_is_at_most_nothing_and_keeps_its_words()
    {
        TargetReading reading = TargetText.Read("Work towards the reduction of the number of 16 and 17-year-olds accepted as homeless to as close to zero as possible.");

        Assert.Equal((TargetReadingKind.Read, 0m, TargetOperator.AtMost, true), (reading.Kind, reading.Value!.Value, reading.Operator!.Value, reading.KeepsWords));
    }

    [Fact]
    public void A_snapshot_is_said_in_the_words()
    {
        TargetReading reading = TargetText.Read("Work towards the reduction of the number of 16 and 17-year-olds accessing bed and breakfast to 10, reported quarterly as a snapshot figure.");

        Assert.Equal((10m, TargetOperator.AtMost, IndicatorKind.Snapshot), (reading.Value!.Value, reading.Operator!.Value, reading.MeasureKind!.Value));
    }

    [Theory]
    [InlineData("compared to same age population in Derby (from 1.7 to 1.5).", 1.7, 1.5, TargetOperator.AtMost, null)]
    [InlineData("Increase in percentage of schools achieving full healthy schools status from 75 % in March 2009 to 80% by April 2010.", 75, 80, TargetOperator.AtLeast, "2010-04-30")]
    [InlineData("Reduction in 50% from a baseline of 31 deaths or serious injuries in road traffic accidents, by 2010.", 31, 15.5, TargetOperator.AtMost, "2010-12-31")]
    public void A_baseline_and_a_date_are_read(string text, double baseline, double value, TargetOperator which, string? by)
    {
        TargetReading reading = TargetText.Read(text);

        Assert.Equal(TargetReadingKind.Read, reading.Kind);
        Assert.Equal(((decimal?)(decimal)baseline, (decimal?)(decimal)value, (TargetOperator?)which), (reading.Baseline, reading.Value, reading.Operator));
        Assert.Equal(by, reading.By?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Reduce bullying incidents by 10%", "A change in per cent needs its baseline. What is the baseline?")]
    [InlineData("5% reduction in First Time Entrants by 2010", "A change in per cent needs its baseline. What is the baseline?")]
    [InlineData("Increase 13.5% children and young people's physical activity", "By this much, or to this value?")]
    [InlineData("Increase to 53% infants being breastfed at 6-8 weeks and increase 90% of recording by health care professionals", "There are two targets in these words. Give each its own measure.")]
    [InlineData("by 10% each year from 2008/09 to 2010/11", "One target for each year once the baseline is known. What is the baseline?")]
    [InlineData("from 9 in March 2009 to 250 by September 2010, with an increase of 25% of schools each quarter", "Two readings: growth on growth, or points of the total. Write the target of each period.")]
    [InlineData("8% target of Children in Care to be adopted.", "Is higher or lower better?")]
    [InlineData("9% stability of placements for Children in Care.", "Is higher or lower better?")]
    [InlineData("Children with Child Protection (CP) Plan 3.00 ratio per 1000.", "Is higher or lower better?")]
    public void A_target_with_two_readings_is_asked_about(string text, string question)
    {
        TargetReading reading = TargetText.Read(text);

        Assert.Equal((TargetReadingKind.Ask, question), (reading.Kind, reading.Question));
    }

    [Fact]
    public void The_measures_polarity_answers_which_way_is_better()
    {
        TargetReading reading = TargetText.Read("8% target of Children in Care to be adopted.", Polarity.High);

        Assert.Equal((TargetReadingKind.Read, 8m, TargetOperator.AtLeast), (reading.Kind, reading.Value!.Value, reading.Operator!.Value));
    }

    [Theory]
    [InlineData("Review of runaway and missing children strategy.", TargetTextOnly.Milestone)]
    [InlineData("Protocol established", TargetTextOnly.Milestone)]
    [InlineData("17 Statutory Local Authority targets", TargetTextOnly.Bundle)]
    [InlineData("JCP targets still to be finalised through LAA negotiations.", TargetTextOnly.NoTarget)]
    [InlineData("Increase the number of young people volunteering", TargetTextOnly.NoTarget)]
    [InlineData("Number of young people volunteering", TargetTextOnly.NoTarget)]
    [InlineData("none known", TargetTextOnly.NoTarget)]
    [InlineData("Awaiting detail", TargetTextOnly.NotYetDefined)]
    [InlineData("Performance measures to be developed", TargetTextOnly.NotYetDefined)]
    [InlineData("baseline to be set once the survey is in", TargetTextOnly.NotYetDefined)]
    [InlineData("*", TargetTextOnly.Placeholder)]
    [InlineData("20**/**", TargetTextOnly.Placeholder)]
    [InlineData("£***", TargetTextOnly.Placeholder)]
    [InlineData("TBC", TargetTextOnly.Placeholder)]
    [InlineData("XX", TargetTextOnly.Placeholder)]
    [InlineData("", TargetTextOnly.Placeholder)]
    public void Words_without_a_target_are_kept_as_text(string text, TargetTextOnly why)
    {
        TargetReading reading = TargetText.Read(text);

        Assert.Equal((TargetReadingKind.TextOnly, (TargetTextOnly?)why, text), (reading.Kind, reading.Why, reading.Text));
    }
}
