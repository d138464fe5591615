using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Indicators;

public sealed class YearToDatePropertyTests
{
    [Fact]
    public void The_year_to_date_of_percentages_and_rates_is_the_ratio_of_sums() =>
        Prop.ForAll(Counts(), counts =>
        {
            foreach (Indicator indicator in new[] { Measures.Percentage(), Measures.Percentage() with { Unit = IndicatorUnit.Rate, Multiplier = 1000 } })
            {
                IReadOnlyList<Figure> figures = [.. counts.Select((pair, place) => Figure.OfCounts(indicator, new Quarter(2025, place + 1).Period, pair.Above, pair.Below))];
                Figure year = Measures.History(indicator, figures).YearToDateAt(new Quarter(2025, counts.Length))!;
                decimal above = counts.Sum(pair => pair.Above);
                decimal below = counts.Sum(pair => pair.Below);
                decimal? expected = below == 0 ? null : above / below * Figure.Factor(indicator.Unit, indicator.Multiplier);
                if (year.Value != expected || year.Numerator != above || year.Denominator != below)
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_year_to_date_of_a_count_is_the_sum_of_its_quarters_in_whatever_order_they_came() =>
        Prop.ForAll(Counts(), counts =>
        {
            Indicator count = Measures.Count();
            IReadOnlyList<Figure> figures = [.. counts.Select((pair, place) => Figure.Of(count, new Quarter(2025, place + 1).Period, pair.Above))];
            Quarter quarter = new(2025, counts.Length);
            return Measures.History(count, figures).YearToDateAt(quarter)!.Value == counts.Sum(pair => pair.Above)
                && Measures.History(count, [.. figures.Reverse()]).YearToDateAt(quarter)!.Value == counts.Sum(pair => pair.Above);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<(int Above, int Below)[]> Counts() =>
        (from quarters in Gen.Choose(1, 4)
         from counts in (from below in Gen.Choose(0, 400)
                         from above in Gen.Choose(0, below)
                         select (above, below)).ArrayOf(quarters)
         select counts).ToArbitrary();
}
