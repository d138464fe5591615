using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>
/// Decides what is hidden so that nothing published, taken together, lets a small number be worked out: tables of parts and totals,
/// quarters and years to date, and earlier versions.
/// </summary>
public static class Suppression
{
    /// <summary>How many quarters a pack prints at most: what the limits of a chart were fixed on. What is older cannot meet anything that is printed.</summary>
    public const int PrintedQuarters = 20;

    /// <summary>The earliest quarter that a pack of this quarter may print.</summary>
    public static Quarter FirstPrinted(Quarter quarter)
    {
        for (int count = 1; count < PrintedQuarters; count++)
        {
            quarter = quarter.Previous;
        }

        return quarter;
    }

    /// <summary>What is hidden in a quarter's packs of these measures; of a measure in parts all parts must be given, in any order. Each earlier version is a list of what it printed.</summary>
    public static DisclosureTable Of(IEnumerable<IndicatorHistory> histories, Quarter quarter, SmallNumbers small, IReadOnlyList<IReadOnlyList<PublishedFigure>>? earlier = null) =>
        Of(Families(histories), FirstPrinted(quarter).StartYear, quarter, small, earlier);

    /// <summary>What is hidden of one measure taken alone in the years that a quarter's result needs: no equation leaves a year, and a result looks back one year.</summary>
    internal static DisclosureTable OfResult(IndicatorHistory history, Quarter quarter, SmallNumbers small) =>
        Of(MayHide(history) ? [[history]] : [], quarter.StartYear - 1, quarter, small, earlier: null);

    private static DisclosureTable Of(
        IEnumerable<IReadOnlyList<IndicatorHistory>> families, int firstYear, Quarter quarter, SmallNumbers small, IReadOnlyList<IReadOnlyList<PublishedFigure>>? earlier)
    {
        // Stryker disable once Equality : without a version there is nothing to remember, which only takes longer to find out
        EarlierVersions? published = earlier is { Count: > 0 } ? new EarlierVersions(earlier) : null;
        Dictionary<(string Code, Period Period), HidingRule> hidden = [];
        List<Figure> exposed = [];
        Movement movement = new(small);
        foreach (IReadOnlyList<IndicatorHistory> family in families)
        {
            FamilyTables tables = new([.. family.Select(history => history.Indicator)]);
            FirstLook look = new(family, tables, small);
            for (int year = firstYear; year <= quarter.StartYear; year++)
            {
                int lastQuarter = year == quarter.StartYear ? quarter.Number : 4;
                int? firstSmall = look.FirstSmall(year, lastQuarter);

                // Stryker disable once Block,Statement : such a year is untouched below as well, which only takes longer to find out
                if (firstSmall is null && published is null)
                {
                    continue;
                }

                FamilyYear familyYear = new(family, tables, year, lastQuarter, small, movement, published);

                // Stryker disable once Block,Statement : its equations hide nothing, which only takes longer to find out
                if (firstSmall is null && familyYear.IsUntouched)
                {
                    continue;
                }

                // Before the first small figure nothing is hidden, and what is printed then cannot be hidden later.
                // Stryker disable once Conditional : so to begin with the first quarter only takes longer
                familyYear.Hide(published is null ? firstSmall!.Value : 1);
                foreach (Cell cell in familyYear.Hidden)
                {
                    hidden[(cell.Indicator.Code, cell.Figure.Period)] = cell.Rule!.Value;
                    if (cell.IsKnown || cell.IsGivenAway)
                    {
                        exposed.Add(cell.Figure);
                    }
                }
            }
        }

        return new DisclosureTable(small, hidden, exposed);
    }

    // Equations never leave a family, so each is solved by itself.
    private static IEnumerable<IReadOnlyList<IndicatorHistory>> Families(IEnumerable<IndicatorHistory> histories)
    {
        Dictionary<string, IndicatorHistory> byCode = histories.ToDictionary(history => history.Indicator.Code, StringComparer.Ordinal);
        string RootOf(IndicatorHistory history)
        {
            IndicatorHistory root = history;

            // Stryker disable once Equality : the bound is there for measures that are parts of each other, however often they are gone round
            for (int height = 0; height < byCode.Count && root.Indicator.Parent is { } parent && byCode.TryGetValue(parent, out IndicatorHistory? above); height++)
            {
                root = above;
            }

            return root.Indicator.Code;
        }

        return byCode.Values
            .GroupBy(RootOf, StringComparer.Ordinal)
            .OrderBy(family => family.Key, StringComparer.Ordinal)
            .Select(family => family.OrderBy(history => history.Indicator.Code, StringComparer.Ordinal).ToList())
            .Where(family => family.Exists(MayHide));
    }

    // Where a family holds people, or an officer says that there are too few to share, the whole of it is looked after.
    private static bool MayHide(IndicatorHistory history) =>
        history.Indicator is { HasFigure: true, CountsPeople: true } || history.Figures.Any(figure => figure.Reason == ReasonCode.TooFew);
}
