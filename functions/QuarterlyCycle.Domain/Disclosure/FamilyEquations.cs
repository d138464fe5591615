using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>What a reader can write down of a family's year: parts and totals, quarters and years to date, and the counts behind each figure.</summary>
internal sealed class FamilyEquations(IReadOnlyList<FamilyMember> members, FamilyTables tables, SmallNumbers small)
{
    private static IEnumerable<bool> Layers => [false, true];

    /// <summary>Percentages without counts whose numerator a sibling's denominator gives away.</summary>
    public IEnumerable<Cell> WorkedBack(int lastQuarter) =>
        from siblings in tables.Siblings
        from isYearToDate in Layers
        from quarter in Enumerable.Range(1, lastQuarter)
        let cells = siblings.Select(member => members[member].At(quarter, isYearToDate)).OfType<Cell>().ToList()
        let shared = cells.Select(cell => cell.Figure.Denominator).FirstOrDefault(denominator => denominator is not null)
        where shared is not null
        from cell in cells
        where !cell.HasCounts && small.WhyHidden(cell.Figure with { Denominator = shared }, cell.Indicator.Whole) is not null
        select cell;

    /// <summary>Adds the equations that a quarter's packs add, tables of parts first, then time, then years to date by part.</summary>
    public void AddAt(int quarter, List<Equation> equations)
    {
        AddRows(quarter, isYearToDate: false, equations);
        foreach (FamilyMember member in members)
        {
            member.AddOver(quarter, equations);
        }

        AddRows(quarter, isYearToDate: true, equations);
        foreach (int[] siblings in tables.Siblings)
        {
            foreach (bool layer in Layers)
            {
                equations.AddRange(OfOnePopulation(siblings, quarter, layer));
            }
        }

        foreach (FamilyMember member in members)
        {
            foreach (bool layer in Layers)
            {
                if (member.At(quarter, layer) is { Rest: { } rest } cell)
                {
                    equations.Add(new Equation(EquationKind.Inner, cell.Denominator!, cell.Numerator!, rest));
                }
            }
        }
    }

    private void AddRows(int quarter, bool isYearToDate, List<Equation> equations)
    {
        foreach ((int parent, int[] parts) in tables.Totals)
        {
            if (members[parent].At(quarter, isYearToDate) is not { } total)
            {
                continue;
            }

            Quantity?[] addends = new Quantity?[parts.Length];
            foreach (Addend addend in Cell.Addends)
            {
                if (total.Of(addend) is not { } sum)
                {
                    continue;
                }

                for (int part = 0; part < parts.Length; part++)
                {
                    addends[part] = members[parts[part]].At(quarter, isYearToDate) is { } cell && cell.Figure.Unit == total.Figure.Unit ? cell.Of(addend) : null;
                }

                // The counts behind percentages add up only where the parts divide the same people; a rest says that they do not.
                if (Sum.Of(EquationKind.Row, sum, addends, mayLeaveRest: addend == Addend.Value) is { } equation)
                {
                    equations.Add(equation);
                }
            }
        }
    }

    // Parts of one population have one denominator, and where they leave nobody out their numerators make it up.
    private IEnumerable<Equation> OfOnePopulation(int[] siblings, int quarter, bool isYearToDate)
    {
        List<Cell> cells = [.. siblings.Select(member => members[member].At(quarter, isYearToDate)).OfType<Cell>().Where(cell => cell.HasCounts)];
        if (cells.Count < 2 || cells.Any(cell => cell.Figure.Denominator != cells[0].Figure.Denominator))
        {
            yield break;
        }

        foreach (Cell cell in cells.Skip(1))
        {
            yield return new Equation(EquationKind.Row, cells[0].Denominator!, cell.Denominator!);
        }

        if (cells.Count == siblings.Length && cells.Sum(cell => cell.Figure.Numerator) == cells[0].Figure.Denominator)
        {
            yield return new Equation(EquationKind.Row, [cells[0].Denominator!, .. cells.Select(cell => cell.Numerator!)]);
        }
    }
}
