using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>
/// A measure with all its parts in one financial year: the largest set of figures that equations tie together. Its quarters are gone
/// through in the order in which they are published, and each hides only what is printed in it for the first time.
/// </summary>
internal sealed class FamilyYear
{
    private readonly SmallNumbers _small;
    private readonly IReadOnlyList<FamilyMember> _members;
    private readonly int _lastQuarter;
    private readonly List<Equation> _equations = [];

    public FamilyYear(IReadOnlyList<IndicatorHistory> histories, int startYear, int lastQuarter, SmallNumbers small, EarlierVersions? earlier)
    {
        _small = small;
        _lastQuarter = lastQuarter;
        _members = [.. histories.Select(history => new FamilyMember(history, startYear, lastQuarter))];
        foreach (Cell cell in Cells)
        {
            cell.Rule = small.WhyHidden(cell.Figure, cell.Indicator.Whole);
        }

        if (earlier is null)
        {
            return;
        }

        foreach (Cell cell in Cells)
        {
            Remember(cell, earlier.Of(cell.Figure));
        }

        foreach (IReadOnlyList<FamilyMember> version in earlier.Revised(_members, startYear))
        {
            FamilyEquations equations = new(version, small);
            _equations.AddRange(Enumerable.Range(1, 4).SelectMany(equations.At));
        }
    }

    /// <summary>Hidden figures that what was published before lets a reader work out, whatever is hidden now.</summary>
    public IEnumerable<Cell> Exposed => Hidden.Where(cell => cell.IsKnown || cell.Quantities.Any(quantity => quantity.IsGivenAway));

    public IEnumerable<Cell> Hidden => Cells.Where(cell => cell.Rule is not null);

    private IEnumerable<Cell> Cells => _members.SelectMany(member => member.Cells);

    public void Hide()
    {
        FamilyEquations equations = new(_members, _small);
        foreach (Cell cell in equations.WorkedBack(_lastQuarter))
        {
            cell.Rule ??= HidingRule.Derived;
        }

        if (!Cells.Any(cell => cell.Rule is not null) && !equations.MayHaveRemainders && _equations.Count == 0)
        {
            return;
        }

        for (int quarter = 1; quarter <= _lastQuarter; quarter++)
        {
            List<Equation> added = [.. equations.At(quarter)];
            _equations.AddRange(added);
            HideAt(quarter, [.. added.Where(equation => equation.Kind != EquationKind.Inner)]);
        }
    }

    // What a version showed stays known; what it hid stays hidden; and a revision by few is itself a small number.
    private void Remember(Cell cell, IReadOnlyList<PublishedFigure> published)
    {
        if (published.Any(figure => figure.Hidden is null && figure.IsSameAs(cell.Figure)))
        {
            cell.IsKnown = true;
        }
        else if (published.Any(figure => figure.Hidden is not null && figure.IsSameAs(cell.Figure))
            || published.Any(figure => figure.Hidden is null && figure.DiffersByFew(cell.Figure, _small, cell.Indicator.Whole)))
        {
            cell.Rule ??= HidingRule.BetweenEditions;
        }
    }

    private void HideAt(int quarter, List<Equation> now)
    {
        while (true)
        {
            if (now.FirstOrDefault(IsWeak) is { } weak)
            {
                if (Next(weak, quarter) is { } next)
                {
                    next.Rule = RuleOf(weak);
                }
                else
                {
                    GiveUp(weak.Members.Where(member => member.IsUnknown && member.Matters(_small)));
                    now.Remove(weak);
                }

                continue;
            }

            // Equations without an unknown tell nothing new of those before.
            IReadOnlyList<Quantity> known = now.Any(equation => equation.Members.Any(member => member.IsUnknown)) ? WorkedOut() : [];
            if (known.Count == 0)
            {
                return;
            }

            Quantity first = known.OrderBy(quantity => quantity.Cell?.IsYearToDate == false ? 0 : 1).ThenBy(quantity => quantity.Cell?.Indicator.Code, StringComparer.Ordinal).First();
            (Cell? cover, HidingRule rule) = Cover(first, quarter);
            if (cover is null)
            {
                GiveUp([first]);
            }
            else
            {
                cover.Rule = rule;
            }
        }
    }

    private bool IsWeak(Equation equation)
    {
        int unknown = 0;
        decimal sum = 0m;
        bool matters = false;
        foreach (Quantity member in equation.Members.Where(member => member.IsUnknown))
        {
            unknown++;
            sum += member.Amount;
            matters |= member.Matters(_small);
        }

        if (!matters)
        {
            return false;
        }

        // The year to date less the one before gives the quarter, so it never stands beside a quarter that is hidden.
        bool totalIsKnown = !equation.Total.IsUnknown;
        return unknown == 1 || (totalIsKnown && (equation.Kind == EquationKind.Time || _small.IsSmall(sum)));
    }

    // The next smallest part that is not zero, or the total if none is left; over time the later year to date.
    private Cell? Next(Equation equation, int quarter)
    {
        IEnumerable<Quantity> parts = equation.Parts.OrderBy(part => part.Amount).ThenBy(part => part.Cell?.Indicator.Code, StringComparer.Ordinal);
        IEnumerable<Quantity> order = equation.Kind == EquationKind.Time ? parts.Prepend(equation.Total) : parts.Append(equation.Total);
        return order.FirstOrDefault(part => part.Amount != 0 && CanHide(part.Cell, quarter) && (equation.Kind == EquationKind.Time || StaysHidden(part.Cell!, quarter)))?.Cell;
    }

    // A year to date whose quarters are all known, and cannot be hidden, is known however it is printed.
    private bool StaysHidden(Cell cell, int quarter) => !cell.IsYearToDate || _equations
        .Where(equation => equation.Kind == EquationKind.Time && equation.Total.Cell == cell)
        .All(equation => equation.Parts.Any(part => part.IsUnknown || (part.Amount != 0 && CanHide(part.Cell, quarter))));

    private static bool CanHide(Cell? cell, int quarter) => cell is { Rule: null, IsKnown: false } && cell.Quarter == quarter;

    private static HidingRule RuleOf(Equation equation) => equation.Kind == EquationKind.Time ? HidingRule.BetweenQuarters : HidingRule.Secondary;

    private (Cell? Cell, HidingRule Rule) Cover(Quantity known, int quarter)
    {
        foreach (Equation equation in _equations.Where(equation => equation.Kind != EquationKind.Inner && equation.Holds(known)).OrderBy(equation => equation.Kind))
        {
            if (Next(equation, quarter) is { } next)
            {
                return (next, RuleOf(equation));
            }
        }

        Cell? any = Cells.Where(cell => CanHide(cell, quarter) && cell.Figure.Value != 0 && StaysHidden(cell, quarter))
            .OrderBy(cell => cell.IsYearToDate ? 0 : 1).ThenBy(cell => cell.Figure.Value).ThenBy(cell => cell.Indicator.Code, StringComparer.Ordinal)
            .FirstOrDefault();
        return (any, HidingRule.Secondary);
    }

    private IReadOnlyList<Quantity> WorkedOut()
    {
        HashSet<Quantity> unknowns = [];
        List<Equation> open = [];
        foreach (Equation equation in _equations)
        {
            bool isOpen = false;
            foreach (Quantity member in equation.Members)
            {
                if (member.IsUnknown)
                {
                    isOpen = true;
                    unknowns.Add(member);
                }
            }

            if (isOpen)
            {
                open.Add(equation);
            }
        }

        return unknowns.Count == 0 ? [] : Movement.Fixed([.. unknowns], open, _small);
    }

    private static void GiveUp(IEnumerable<Quantity> quantities)
    {
        foreach (Quantity quantity in quantities.ToList())
        {
            quantity.IsGivenAway = true;
        }
    }
}
