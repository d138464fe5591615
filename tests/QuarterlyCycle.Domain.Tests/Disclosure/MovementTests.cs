using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Disclosure;

/// <summary>What is worked out is what has one number only in every way to fill in what is hidden; here all the ways are gone through.</summary>
public sealed class MovementTests
{
    private static readonly SmallNumbers Usual = new();

    [Fact]
    public void A_part_that_is_hidden_alone_is_worked_out_from_its_total() =>
        Assert.Equal(["3"], WorkedOut(Row(Shown(20), Small(3), Shown(17))));

    [Fact]
    public void Two_parts_may_be_one_more_and_one_less() =>
        Assert.Empty(WorkedOut(Row(Shown(20), Small(3), Large(17))));

    [Fact]
    public void Parts_that_are_all_as_small_as_they_can_be_or_as_large_are_worked_out()
    {
        Assert.Equal(["1", "1", "1"], WorkedOut(Row(Shown(3), Small(1), Small(1), Small(1))));
        Assert.Equal(["5", "5"], WorkedOut(Row(Shown(10), Small(5), Small(5))));
        Assert.Equal(["1", "6"], WorkedOut(Row(Shown(7), Small(1), Large(6))));
        Assert.Empty(WorkedOut(Row(Shown(6), Small(1), Small(5))));
        Assert.Empty(WorkedOut(Row(Shown(4), Small(1), Small(2), Small(1))));
    }

    [Fact]
    public void What_does_not_matter_is_worked_out_in_peace()
    {
        Quantity rest = new(12, null, QuantityKind.Remainder);
        Assert.Empty(WorkedOut(new Equation(EquationKind.Row, Shown(20), rest, Shown(8))));
        Quantity few = new(3, null, QuantityKind.Remainder);
        Assert.Equal(["3"], WorkedOut(new Equation(EquationKind.Row, Shown(20), few, Shown(17))));
    }

    [Fact]
    public void What_two_equations_say_together_is_found()
    {
        // Two tables share a part: what stands beside it in one is what stands beside it in the other.
        Quantity shared = Large(9);
        Quantity first = Small(3);
        Quantity second = Small(3);
        Assert.Empty(WorkedOut(Row(Shown(12), shared, first), Row(Shown(12), shared, second)));
        Quantity both = Large(6);
        Assert.Equal(["3", "3", "6", "9"], WorkedOut(Row(Shown(12), shared, first), Row(Shown(12), shared, second), Row(both, first, second), Row(Shown(15), both, shared)));
    }

    [Fact]
    public void The_same_numbers_are_worked_out_again_and_in_any_order_of_the_equations()
    {
        Equation[] equations = [Row(Shown(7), Small(1), Large(6)), Row(Shown(20), Small(3), Large(17)), Row(Shown(30), Small(4), Shown(26))];
        Movement movement = new(Usual);
        for (int times = 0; times < 3; times++)
        {
            Assert.Equal(["1", "4", "6"], WorkedOut(movement, equations));
            Array.Reverse(equations);
        }

        Assert.Equal(["2"], WorkedOut(movement, [Row(Shown(9), Small(2), Shown(7))]));
    }

    [Fact]
    public void One_equation_of_up_to_three_parts_is_worked_out_exactly()
    {
        Func<Quantity>[] parts =
        [
            () => Small(1), () => Small(2), () => Small(5), () => Large(6), () => Large(7), () => Shown(8), () => ToDate(1), () => ToDate(6), () => Amount(4),
            () => new Quantity(0, null, QuantityKind.Remainder), () => new Quantity(3, null, QuantityKind.Remainder), () => new Quantity(7, null, QuantityKind.Remainder),
        ];
        foreach (Func<Quantity> first in parts)
        {
            foreach (Func<Quantity> second in parts)
            {
                Exactly(Total(false, first(), second()));
                Exactly(Total(true, first(), second()));
                foreach (Func<Quantity> third in parts)
                {
                    Exactly(Total(false, first(), second(), third()));
                }
            }
        }
    }

    /// <summary>Two quarters of two parts and their total, with the years to date, of which any may be shown.</summary>
    [Theory]
    [InlineData(1, 5, 6, 2)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(5, 5, 5, 5)]
    [InlineData(1, 6, 6, 1)]
    [InlineData(3, 7, 4, 9)]
    [InlineData(6, 6, 6, 6)]
    [InlineData(1, 5, 5, 1)]
    public void A_table_of_two_parts_over_two_quarters_is_worked_out_exactly(int first, int second, int third, int fourth)
    {
        for (int hidden = 1; hidden < 1 << 9; hidden++)
        {
            int[] places = [first, second, third, fourth];
            Quantity Of(int place, int amount, bool isYearToDate = false) =>
                (hidden >> place & 1) == 0 ? Shown(amount) : isYearToDate ? ToDate(amount) : amount <= 5 ? Small(amount) : Large(amount);
            Quantity[] firstQuarter = [Of(0, places[0] + places[1]), Of(1, places[0]), Of(2, places[1])];
            Quantity[] secondQuarter = [Of(3, places[2] + places[3]), Of(4, places[2]), Of(5, places[3])];
            Quantity[] year = [.. Enumerable.Range(0, 3).Select(each => Of(6 + each, (int)(firstQuarter[each].Amount + secondQuarter[each].Amount), true))];
            Exactly(
            [
                new Equation(EquationKind.Row, firstQuarter),
                new Equation(EquationKind.Row, secondQuarter),
                .. Enumerable.Range(0, 3).Select(each => new Equation(EquationKind.Time, year[each], secondQuarter[each], firstQuarter[each])),
                new Equation(EquationKind.Row, year),
            ]);
        }
    }

    /// <summary>The counts behind three percentages and their total: who is counted, who is not, and all of them.</summary>
    [Theory]
    [InlineData(1, 6, 5, 5, 9, 9)]
    [InlineData(3, 3, 0, 8, 20, 1)]
    [InlineData(5, 1, 1, 5, 6, 6)]
    [InlineData(1, 1, 1, 1, 1, 1)]
    public void A_table_of_percentages_is_worked_out_exactly(int above1, int rest1, int above2, int rest2, int above3, int rest3)
    {
        (int Above, int Below)[] parts = [(above1, rest1), (above2, rest2), (above3, rest3)];
        for (int hidden = 1; hidden < 1 << 4; hidden++)
        {
            Cell[] cells =
            [
                Percentage(parts.Sum(part => part.Above), parts.Sum(part => part.Below), (hidden & 1) != 0),
                .. parts.Select((part, index) => Percentage(part.Above, part.Below, (hidden >> (index + 1) & 1) != 0)),
            ];
            Exactly(
            [
                new Equation(EquationKind.Row, [.. cells.Select(cell => cell.Numerator!)]),
                new Equation(EquationKind.Row, [.. cells.Select(cell => cell.Denominator!)]),
                .. cells.Select(cell => new Equation(EquationKind.Inner, cell.Denominator!, cell.Numerator!, cell.Rest!)),
            ]);
        }
    }

    [Fact]
    public void Numbers_that_are_added_more_than_once_are_worked_out_exactly()
    {
        for (int times = 0; times < 3 * 3 * 3 * 3 * 3 * 3; times++)
        {
            Quantity[] unknowns = [Small(3), Large(9), Large(12)];
            int left = times;
            Equation Next()
            {
                List<Quantity> parts = [];
                foreach (Quantity unknown in unknowns)
                {
                    parts.AddRange(Enumerable.Repeat(unknown, left % 3));
                    left /= 3;
                }

                return Total(false, [.. parts]);
            }

            Exactly(Next(), Next());
        }
    }

    [Fact]
    public void A_hundred_numbers_that_are_each_told_twice_are_all_worked_out_with_their_sum()
    {
        Quantity[] doubled = [.. Enumerable.Range(0, 100).Select(_ => Small(2))];
        Quantity sum = ToDate(200);
        Assert.Equal(101, WorkedOut([Row([sum, .. doubled]), .. doubled.Select(each => Row(Shown(4), each, each))]).Length);
    }

    private static void Exactly(params Equation[] equations)
    {
        string[] found = WorkedOut(equations);
        string[] all = [.. Filling.OnlyOneFits(equations, Usual).Where(quantity => quantity.Matters(Usual)).Select(Written).Order(StringComparer.Ordinal)];
        Assert.True(all.SequenceEqual(found), $"{string.Join("; ", equations.Select(equation => string.Join(" ", equation.Members.Select(Named))))}: worked out are {string.Join(", ", all)}, not {string.Join(", ", found)}");
    }

    private static string[] WorkedOut(params Equation[] equations) => WorkedOut(new Movement(Usual), equations);

    private static string[] WorkedOut(Movement movement, IEnumerable<Equation> equations) =>
        [.. movement.WorkedOut([.. equations]).Select(Written).Order(StringComparer.Ordinal)];

    private static string Written(Quantity quantity) => FormattableString.Invariant($"{quantity.Amount}");

    private static string Named(Quantity quantity) => quantity.IsUnknown ? FormattableString.Invariant($"[{quantity.Amount} {quantity.Kind} {quantity.Cell?.Rule}]") : Written(quantity);

    private static Equation Row(params Quantity[] members) => new(EquationKind.Row, members);

    private static Equation Total(bool isHidden, params Quantity[] parts)
    {
        int sum = (int)parts.Sum(part => part.Amount);
        return Row([isHidden ? ToDate(sum) : Shown(sum), .. parts]);
    }

    private static Quantity Shown(int amount) => Count(amount, null, false);

    private static Quantity Small(int amount) => Count(amount, HidingRule.Primary, false);

    private static Quantity Large(int amount) => Count(amount, HidingRule.Secondary, false);

    private static Quantity ToDate(int amount) => Count(amount, HidingRule.BetweenQuarters, true);

    private static Quantity Count(int amount, HidingRule? rule, bool isYearToDate)
    {
        Indicator count = Measures.Count();
        return new Cell(count, Figure.Of(count, Measures.Now.Period, amount), 2, isYearToDate) { Rule = rule }.Value!;
    }

    private static Quantity Amount(int amount)
    {
        Indicator money = Measures.Count() with { Unit = IndicatorUnit.Money };
        return new Cell(money, Figure.Of(money, Measures.Now.Period, amount), 2, false) { Rule = HidingRule.Secondary }.Value!;
    }

    private static Cell Percentage(int above, int rest, bool isHidden)
    {
        Indicator percentage = Measures.Percentage();
        bool isSmall = Usual.IsSmall(above) || Usual.IsSmall(rest) || Usual.IsSmall(above + rest);
        return new Cell(percentage, Figure.OfCounts(percentage, Measures.Now.Period, above, above + rest), 2, false)
        {
            Rule = !isHidden ? null : isSmall ? HidingRule.Derived : HidingRule.Secondary,
        };
    }
}
