using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>
/// A measure with all its parts in one financial year: the largest set of figures that equations tie together. Its quarters are gone
/// through in the order in which they are published, and each hides only what is printed in it for the first time.
/// </summary>
internal sealed class FamilyYear
{
    private readonly SmallNumbers _small;
    private readonly FamilyMember[] _members;
    private readonly FamilyTables _tables;
    private readonly Cell[] _cells;
    private readonly int _lastQuarter;
    private readonly Movement _movement;
    private readonly List<Equation> _equations = [];

    public FamilyYear(
        IReadOnlyList<IndicatorHistory> histories,
        FamilyTables tables,
        int startYear,
        int lastQuarter,
        SmallNumbers small,
        Movement movement,
        EarlierVersions? earlier)
    {
        _tables = tables;
        _movement = movement;
        _small = small;
        _lastQuarter = lastQuarter;
        _members = new FamilyMember[histories.Count];
        List<Cell> cells = new(8 * histories.Count);
        for (int member = 0; member < _members.Length; member++)
        {
            _members[member] = new FamilyMember(histories[member], startYear, lastQuarter);
            _members[member].AddCells(cells);
        }

        _cells = [.. cells];
        foreach (Cell cell in _cells)
        {
            cell.Rule = small.WhyHidden(cell.Figure, cell.Indicator.Whole);
        }

        if (earlier is null)
        {
            return;
        }

        foreach (Cell cell in _cells)
        {
            Remember(cell, earlier.Of(cell.Figure));
        }

        foreach (IReadOnlyList<FamilyMember> version in earlier.Revised(_members, startYear))
        {
            FamilyEquations equations = new(version, tables, small);
            for (int quarter = 1; quarter <= 4; quarter++)
            {
                equations.AddAt(quarter, _equations);
            }
        }
    }

    /// <summary>Whether nothing is hidden, neither for itself nor as an earlier version hid it.</summary>
    public bool IsUntouched => !Hidden.Any();

    public IEnumerable<Cell> Hidden => _cells.Where(cell => cell.Rule is not null);

    /// <summary>Hides what has to be hidden from a quarter on.</summary>
    public void Hide(int firstQuarter)
    {
        FamilyEquations equations = new(_members, _tables, _small);
        foreach (Cell cell in equations.WorkedBack(_lastQuarter))
        {
            cell.Rule ??= HidingRule.Derived;
        }

        for (int quarter = firstQuarter; quarter <= _lastQuarter; quarter++)
        {
            int before = _equations.Count;
            equations.AddAt(quarter, _equations);
            HideAt(quarter, _equations.GetRange(before, _equations.Count - before));
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
            if (now.Find(IsWeak) is { } weak)
            {
                if (Next(weak, quarter) is { } next)
                {
                    next.Rule = RuleOf(weak);
                }
                else
                {
                    GiveUp(weak.Unknown.Where(member => member.Matters(_small)));
                }

                continue;
            }

            // Equations without an unknown tell nothing new of those before.
            // Stryker disable once Conditional : so to look into them as well only takes longer
            IReadOnlyList<Quantity> known = now.Exists(equation => equation.Unknown.Any())
                ? _movement.WorkedOut(_equations)
                : [];
            if (known.Count == 0)
            {
                return;
            }

            // A quarter's own figures stand last, and hide fewer others than what is added up from them.
            Quantity first = known[^1];
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

    // The year to date less the one before gives the quarter, so it never stands beside a quarter that is hidden.
    private bool IsWeak(Equation equation)
    {
        List<Quantity> unknown = [.. equation.Unknown];
        return unknown.Exists(member => member.Matters(_small))
            && (unknown.Count == 1
                || (!equation.Total.IsUnknown && (equation.Kind == EquationKind.Time || _small.IsSmall(unknown.Sum(member => member.Amount)))));
    }

    // The next smallest part that is not zero, or the total if none is left, or a percentage of nobody; over time the later year to date.
    private Cell? Next(Equation equation, int quarter)
    {
        Cell? total = MayBeNext(equation.Total) ? equation.Total.Cell : null;
        if (total is not null && equation.Kind == EquationKind.Time)
        {
            return total;
        }

        return equation.Parts.Where(part => part.Amount != 0 && MayBeNext(part)).MinBy(part => part.Amount)?.Cell
            ?? total
            ?? equation.Parts.FirstOrDefault(MayBeNext)?.Cell;

        bool MayBeNext(Quantity member) => CanHide(member.Cell, quarter) && (equation.Kind == EquationKind.Time || StaysHidden(member.Cell!, quarter));
    }

    // A year to date whose quarters are all known, and cannot be hidden, is known however it is printed.
    private bool StaysHidden(Cell cell, int quarter) =>
        !cell.IsYearToDate || _equations.TrueForAll(equation =>
            equation.Kind != EquationKind.Time || equation.Total.Cell != cell || equation.Parts.Any(part => part.IsUnknown || CanHide(part.Cell, quarter)));

    // That nobody is counted is shown; behind a percentage of nobody stand those of whom it is the percentage.
    private static bool CanHide(Cell? cell, int quarter) =>
        cell is { Rule: null, IsKnown: false } && cell.Quarter == quarter && (cell.HasCounts || cell.Figure.Value != 0);

    private static HidingRule RuleOf(Equation equation) => equation.Kind == EquationKind.Time ? HidingRule.BetweenQuarters : HidingRule.Secondary;

    // The nearest that may be hidden: what adds up with it, then what adds up with the unknowns there, and so on. A year to date is missed least.
    private (Cell? Cell, HidingRule Rule) Cover(Quantity known, int quarter)
    {
        List<Quantity> reached = [known];
        for (int nearest = 0; nearest < reached.Count; nearest++)
        {
            Quantity from = reached[nearest];
            foreach (Equation equation in _equations.Where(equation => equation.Holds(from)).OrderBy(equation => equation.Kind != EquationKind.Time))
            {
                if (Next(equation, quarter) is { } next)
                {
                    return (next, RuleOf(equation));
                }

                reached.AddRange(equation.Unknown.Except(reached));
            }
        }

        return (null, HidingRule.Secondary);
    }

    private static void GiveUp(IEnumerable<Quantity> quantities)
    {
        foreach (Quantity quantity in quantities.ToList())
        {
            quantity.GiveAway();
        }
    }
}
