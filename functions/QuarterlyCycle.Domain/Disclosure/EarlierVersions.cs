using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>What published versions printed: a reader lays them side by side, and only what was revised differs between them.</summary>
internal sealed class EarlierVersions(IReadOnlyList<IReadOnlyList<PublishedFigure>> versions)
{
    private readonly ILookup<(string Code, Period Period), PublishedFigure> _figures = versions.SelectMany(version => version).ToLookup(figure => (figure.Code, figure.Period));

    private readonly ILookup<string, (int Version, PublishedFigure Figure)> _byCode =
        versions.SelectMany((version, number) => version.Select(figure => (Version: number, Figure: figure))).ToLookup(printed => printed.Figure.Code, StringComparer.Ordinal);

    /// <summary>Everything printed of a figure's measure and period.</summary>
    public IReadOnlyList<PublishedFigure> Of(Figure figure) => [.. _figures[(figure.Indicator, figure.Period)]];

    /// <summary>A family's year as each version printed it that has since been revised; what did not change is the same cell as now.</summary>
    public IEnumerable<IReadOnlyList<FamilyMember>> Revised(IReadOnlyList<FamilyMember> members, int startYear)
    {
        Dictionary<PublishedFigure, Cell> replaced = [];
        foreach (IGrouping<int, (FamilyMember Member, PublishedFigure Figure)> version in members
            .SelectMany(member => _byCode[member.Indicator.Code].Select(printed => (printed.Version, Member: member, printed.Figure)))
            .Where(printed => printed.Figure.Period.StartYear == startYear)
            .GroupBy(printed => printed.Version, printed => (printed.Member, printed.Figure)))
        {
            bool isRevised = false;
            Dictionary<string, FamilyMember> then = members.ToDictionary(member => member.Indicator.Code, member => new FamilyMember(member.Indicator, startYear), StringComparer.Ordinal);
            foreach ((FamilyMember member, PublishedFigure figure) in version)
            {
                if (PlaceOf(figure.Period) is not { } place)
                {
                    continue;
                }

                Cell? now = member.At(place.Quarter, place.IsYearToDate);
                bool isSame = now is not null && figure.IsSameAs(now.Figure);
                isRevised |= !isSame;
                then[figure.Code].Put(place.Quarter, place.IsYearToDate, isSame ? now! : Replaced(replaced, member.Indicator, figure));
            }

            if (isRevised)
            {
                yield return [.. then.Values];
            }
        }
    }

    // The number is out of date, but a version that hides it must keep it hidden, for what did not change stood beside it.
    private static Cell Replaced(Dictionary<PublishedFigure, Cell> known, Indicator indicator, PublishedFigure figure)
    {
        PublishedFigure key = figure with { Hidden = null };
        if (!known.TryGetValue(key, out Cell? cell))
        {
            Figure then = Figure.Of(indicator, figure.Period, figure.Value ?? 0m) with { Numerator = figure.Numerator, Denominator = figure.Denominator };
            cell = known[key] = new Cell(indicator, then, quarter: 0, isYearToDate: figure.Period.Kind == PeriodKind.YearToDate) { Rule = figure.Hidden };
        }

        cell.IsKnown |= figure.Hidden is null;
        return cell;
    }

    private static (int Quarter, bool IsYearToDate)? PlaceOf(Period period) => period.Kind switch
    {
        PeriodKind.Quarter => (period.QuarterNumber!.Value, false),
        PeriodKind.YearToDate => (period.QuarterNumber!.Value, true),
        PeriodKind.Year => (4, false),
        _ => null,
    };
}
