using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>Which members of a family are added up to which, by their places in it; the same in every year.</summary>
internal sealed class FamilyTables
{
    public FamilyTables(IReadOnlyList<Indicator> members)
    {
        List<int> places = [.. Enumerable.Range(0, members.Count)];
        ILookup<string, int> parts = places.Where(place => members[place].Parent is not null).ToLookup(place => members[place].Parent!, StringComparer.Ordinal);
        Totals = [.. places.Where(place => parts.Contains(members[place].Code)).Select(parent => (parent, parts[members[parent].Code].ToArray()))];
        Siblings =
        [
            .. parts.SelectMany(of => of.Where(part => members[part].Population is not null).GroupBy(part => members[part].Population))
                .Select(siblings => siblings.ToArray()),
        ];
    }

    /// <summary>The totals with their parts.</summary>
    public IReadOnlyList<(int Parent, int[] Parts)> Totals { get; }

    /// <summary>Parts that divide one population.</summary>
    public IReadOnlyList<int[]> Siblings { get; }
}
