using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>Somebody who reads all that is published tries to work out what is hidden.</summary>
public sealed class AttackTests
{
    private static readonly Quarter[] Quarters = [.. Enumerable.Range(1, 4).Select(number => new Quarter(2025, number))];

    private static readonly Config Often = Config.QuickThrowOnFailure;

    // These solve large systems exactly.
    private static readonly Config Seldom = Config.QuickThrowOnFailure.WithMaxTest(40);

    // Small numbers, zeros and numbers just above the limit are where tables break.
    private static readonly Gen<int> Number = Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(0, 5)), (3, Gen.Choose(6, 12)), (2, Gen.Choose(0, 200)));

    [Fact]
    public void Without_hiding_the_reader_would_work_everything_out()
    {
        Attacker reader = new();
        reader.Knows("total", 20);
        reader.Knows("shown", 17);
        reader.Narrow("hidden", 1, 5);
        reader.AddsUp("total", "shown", "hidden");
        Assert.Equal(3, reader.WorksOut()["hidden"]);

        Attacker ones = new();
        ones.Knows("total", 2);
        ones.Narrow("a", 1, 5);
        ones.Narrow("b", 1, 5);
        ones.AddsUp("total", "a", "b");
        Assert.Equal((1m, 1m), (ones.WorksOut()["a"], ones.WorksOut()["b"]));
    }

    [Fact]
    public void No_table_of_counts_gives_a_hidden_number_away() =>
        Prop.ForAll(Tables(quarters: 1), counts => NeverBroken(Publications.Counts(counts, IndicatorKind.Snapshot), 1)).Check(Often);

    [Fact]
    public void No_year_of_quarters_and_years_to_date_gives_a_hidden_number_away() =>
        Prop.ForAll(Tables(quarters: 4), counts => NeverBroken(Publications.Counts(counts), 4)).Check(Often);

    [Fact]
    public void No_table_of_percentages_gives_a_hidden_number_away() =>
        Prop.ForAll(Percentages(), counts => NeverBroken(Publications.Percentages(counts), 3)).Check(Seldom);

    [Fact]
    public void No_second_version_gives_a_hidden_number_away() =>
        Prop.ForAll(
            Versions(),
            versions =>
            {
                Publications publications = new();
                publications.Publish(Publications.Counts(versions.Before), Quarters[0]);
                publications.Publish(Publications.Counts(versions.After), Quarters[0]);
                publications.Publish(Publications.Counts(versions.After), Quarters[1]);
                Assert.Empty(publications.Broken());
            }).Check(Seldom);

    [Fact]
    public void What_a_quarter_shows_stays_shown_in_the_packs_of_the_next() =>
        Prop.ForAll(
            Tables(quarters: 4),
            counts =>
            {
                IReadOnlyList<IndicatorHistory> histories = Publications.Counts(counts);
                DisclosureTable early = Suppression.Of([.. histories.Select(history => history with { Figures = [.. history.Figures.Take(2)] })], Quarters[1], new SmallNumbers());
                DisclosureTable late = Suppression.Of(histories, Quarters[3], new SmallNumbers());
                return histories.All(history => Quarters.Take(2).All(quarter => early.WhyHidden(history.Indicator, history.At(quarter)!) == late.WhyHidden(history.Indicator, history.At(quarter)!)));
            }).Check(Often);

    [Fact]
    public void The_order_of_the_rows_decides_nothing() =>
        Prop.ForAll(
            Tables(quarters: 3),
            counts =>
            {
                IReadOnlyList<IndicatorHistory> histories = Publications.Counts(counts);
                DisclosureTable one = Suppression.Of(histories, Quarters[2], new SmallNumbers());
                DisclosureTable other = Suppression.Of(histories.Reverse(), Quarters[2], new SmallNumbers());
                return histories.All(history => Printed(one, history).SequenceEqual(Printed(other, history)));
            }).Check(Often);

    [Fact]
    public void Where_nothing_is_small_nothing_is_hidden() =>
        Prop.ForAll(
            Tables(quarters: 4, Gen.Frequency((1, Gen.Constant(0)), (5, Gen.Choose(6, 500)))),
            counts =>
            {
                IReadOnlyList<IndicatorHistory> histories = Publications.Counts(counts);
                DisclosureTable table = Suppression.Of(histories, Quarters[3], new SmallNumbers());
                return histories.All(history => Printed(table, history).All(figure => figure.Hidden is null));
            }).Check(Often);

    [Fact]
    public void A_zero_is_always_shown() =>
        Prop.ForAll(
            Tables(quarters: 4),
            counts =>
            {
                IReadOnlyList<IndicatorHistory> histories = Publications.Counts(counts);
                DisclosureTable table = Suppression.Of(histories, Quarters[3], new SmallNumbers());
                return histories.All(history => Printed(table, history).All(figure => figure.Value != 0 || figure.Hidden is null));
            }).Check(Often);

    /// <summary>One more number always does, unless the hidden ones are all as small as they can be.</summary>
    [Fact]
    public void No_more_than_one_number_is_hidden_for_the_sake_of_the_small_ones() =>
        Prop.ForAll(
            Tables(quarters: 1, Gen.Frequency((1, Gen.Choose(0, 5)), (2, Gen.Choose(8, 200)))),
            counts =>
            {
                IReadOnlyList<IndicatorHistory> histories = Publications.Counts(counts, IndicatorKind.Snapshot);
                DisclosureTable table = Suppression.Of(histories, Quarters[0], new SmallNumbers());
                return histories.Count(history => table.WhyHidden(history.Indicator, history.Figures[0]) == HidingRule.Secondary) <= 1;
            }).Check(Often);

    private static IEnumerable<PublishedFigure> Printed(DisclosureTable table, IndicatorHistory history) => table.Printed(history, Quarters[history.Figures.Count - 1]);

    private static void NeverBroken(IReadOnlyList<IndicatorHistory> histories, int quarters)
    {
        Publications publications = new();
        foreach (Quarter quarter in Quarters.Take(quarters))
        {
            publications.Publish(histories, quarter);
        }

        Assert.Empty(publications.Broken());
    }

    private static Arbitrary<int[][]> Tables(int quarters, Gen<int>? number = null) =>
        (from parts in Gen.Choose(2, 5)
         from table in Gen.ArrayOf(Gen.ArrayOf(number ?? Number, quarters), parts)
         select table).ToArbitrary();

    private static Arbitrary<(int Numerator, int Others)[][]> Percentages() =>
        (from parts in Gen.Choose(2, 4)
         from table in Gen.ArrayOf(Gen.ArrayOf(from above in Number from rest in Number select (above, rest), 3), parts)
         where table.All(part => part.All(pair => pair.above + pair.rest > 0))
         select table.Select(part => part.ToArray()).ToArray()).ToArbitrary();

    private static Arbitrary<(int[][] Before, int[][] After)> Versions() =>
        (from parts in Gen.Choose(2, 4)
         from before in Gen.ArrayOf(Gen.ArrayOf(Number, 2), parts)
         from after in Gen.ArrayOf(Gen.ArrayOf(Number, 2), parts)
         from changed in Gen.ArrayOf(Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true))), parts)
         select (before, before.Select((part, index) => changed[index] ? after[index] : part).ToArray())).ToArbitrary();
}
