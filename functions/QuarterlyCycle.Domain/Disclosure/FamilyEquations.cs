using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>What a reader can write down of a family's year: parts and totals, quarters and years to date, and the counts behind each figure.</summary>
internal sealed class FamilyEquations(IReadOnlyList<FamilyMember> members, SmallNumbers small)
{
    private static readonly bool[] Layers = [false, true];

    private readonly ILookup<string, FamilyMember> _parts =
        members.Where(member => member.Indicator.Parent is not null).ToLookup(member => member.Indicator.Parent!, StringComparer.Ordinal);

    /// <summary>Whether a total may say something of parts that are not printed.</summary>
    public bool MayHaveRemainders => _parts.Count > 0 || members.Any(member => member.HasGaps);

    /// <summary>Percentages without counts whose numerator a sibling's denominator gives away.</summary>
    public IEnumerable<Cell> WorkedBack(int lastQuarter) =>
        from siblings in Siblings()
        from isYearToDate in Layers
        from quarter in Enumerable.Range(1, lastQuarter)
        let cells = siblings.Select(member => member.At(quarter, isYearToDate)).OfType<Cell>().ToList()
        let shared = cells.Select(cell => cell.Figure.Denominator).FirstOrDefault(denominator => denominator is not null)
        where shared is not null
        from cell in cells
        where !cell.HasCounts && small.WhyHidden(cell.Figure with { Denominator = shared }, cell.Indicator.Whole) is not null
        select cell;

    /// <summary>The equations that a quarter's packs add, tables of parts first, then time, then years to date by part.</summary>
    public IEnumerable<Equation> At(int quarter) =>
        Rows(quarter, isYearToDate: false)
            .Concat(members.SelectMany(member => member.Over(quarter)))
            .Concat(Rows(quarter, isYearToDate: true))
            .Concat(Siblings().SelectMany(siblings => Layers.SelectMany(layer => OfOnePopulation(siblings, quarter, layer))))
            .Concat(members.SelectMany(member => Layers.Select(layer => member.At(quarter, layer))).OfType<Cell>().SelectMany(cell => Inner(cell, quarter)));

    private IEnumerable<Equation> Rows(int quarter, bool isYearToDate)
    {
        foreach (FamilyMember parent in members.Where(member => _parts.Contains(member.Indicator.Code)))
        {
            if (parent.At(quarter, isYearToDate) is not { } total)
            {
                continue;
            }

            IReadOnlyList<Cell?> parts = [.. _parts[parent.Indicator.Code].Select(part => part.At(quarter, isYearToDate)).Select(cell => cell?.Figure.Unit == total.Figure.Unit ? cell : null)];
            foreach (Addend addend in Cell.Addends)
            {
                // The counts behind percentages add up only where the parts divide the same people; a rest says that they do not.
                if (total.Of(addend) is { } sum && Sum.Of(quarter, EquationKind.Row, sum, [.. parts.Select(part => part?.Of(addend))], mayLeaveRest: addend == Addend.Value) is { } equation)
                {
                    yield return equation;
                }
            }
        }
    }

    private IEnumerable<IReadOnlyList<FamilyMember>> Siblings() =>
        _parts.SelectMany(parts => parts.Where(part => part.Indicator.Population is not null).GroupBy(part => part.Indicator.Population))
            .Select(siblings => siblings.ToList())
            .Where(siblings => siblings.Count > 1);

    // Parts of one population have one denominator, and where they leave nobody out their numerators make it up.
    private static IEnumerable<Equation> OfOnePopulation(IReadOnlyList<FamilyMember> siblings, int quarter, bool isYearToDate)
    {
        List<Cell> cells = [.. siblings.Select(member => member.At(quarter, isYearToDate)).OfType<Cell>().Where(cell => cell.HasCounts)];
        if (cells.Count < 2 || cells.Any(cell => cell.Figure.Denominator != cells[0].Figure.Denominator))
        {
            yield break;
        }

        foreach (Cell cell in cells.Skip(1))
        {
            yield return new Equation(quarter, EquationKind.Row, cells[0].Denominator!, [cell.Denominator!]);
        }

        if (cells.Count == siblings.Count && cells.Sum(cell => cell.Figure.Numerator) == cells[0].Figure.Denominator)
        {
            yield return new Equation(quarter, EquationKind.Row, cells[0].Denominator!, [.. cells.Select(cell => cell.Numerator!)]);
        }
    }

    private static IEnumerable<Equation> Inner(Cell cell, int quarter) =>
        cell.Rest is { } rest ? [new Equation(quarter, EquationKind.Inner, cell.Denominator!, [cell.Numerator!, rest])] : [];
}
