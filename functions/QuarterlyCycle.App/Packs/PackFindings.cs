using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Packs;

/// <summary>What must be fixed before a version is issued, and what should be looked at.</summary>
internal sealed record PackFindings(IReadOnlyList<string> MustFix, IReadOnlyList<string> ShouldCheck);

/// <summary>Looks through both editions for leftovers, and through the public one for hidden numbers in words.</summary>
internal static class PackCheck
{
    // Enough to work from; the row that keeps them has a limit.
    private const int Most = 60;

    public static PackFindings Of(QuarterFacts facts, PackModel model)
    {
        DateOnly today = LondonTime.DateOf(facts.AtUtc);
        IEnumerable<Leftover> found = Leftovers.Find(model.Public, today)
            .Concat(model.Exempt is { } exempt ? Leftovers.Find(exempt, today) : [])
            .Select(leftover => IsUnsignedForGood(facts, leftover) ? leftover with { Weight = LeftoverWeight.ShouldCheck } : leftover)
            .Concat(new HiddenNumbersInWords(facts, model.Public).Find())
            .Concat(GivenAway(facts, model.Public))
            .DistinctBy(leftover => (leftover.Place, leftover.Text, leftover.Problem));
        ILookup<LeftoverWeight, string> words = found.ToLookup(leftover => leftover.Weight, InWords);
        return new PackFindings([.. words[LeftoverWeight.MustFix].Take(Most)], [.. words[LeftoverWeight.ShouldCheck].Take(Most)]);
    }

    private static string InWords(Leftover leftover) =>
        leftover.Text.Length == 0 ? $"{leftover.Place}: {leftover.Problem}" : $"{leftover.Place}: \"{Short(leftover.Text)}\". {leftover.Problem}";

    private static string Short(string text) => text.Length <= 80 ? text : HalfCharacters.Cut(text, 77) + "...";

    // Until sign-off is due a chair can still sign. After that an unsigned report is printed as unsigned, and the board is not kept waiting.
    private static bool IsUnsignedForGood(QuarterFacts facts, Leftover leftover) =>
        leftover is { Weight: LeftoverWeight.MustFix, Place: "Sign-off" }
        && facts.Timetable.Groups.FirstOrDefault(group => facts.Plan.Body(group.Body)?.Name == leftover.Text) is { } dates
        && facts.AtUtc >= dates.SignOffDueUtc;

    // Nothing that is done to this version takes back what an earlier one shows, so it does not stop the issue.
    private static IEnumerable<Leftover> GivenAway(QuarterFacts facts, Pack pack)
    {
        HashSet<string> printed = new(pack.Measures.Select(measure => measure.Code), StringComparer.Ordinal);
        return facts.Disclosure.Exposed
            .Where(figure => printed.Contains(figure.Indicator))
            .Select(figure => new Leftover(LeftoverWeight.ShouldCheck, figure.Indicator, figure.Period.Code, "This figure is hidden, but what was issued before lets a reader work it out."));
    }
}
