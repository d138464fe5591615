using System.Globalization;
using System.Text.RegularExpressions;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>What must be fixed before a version is issued, and what should be looked at.</summary>
internal sealed record PackFindings(IReadOnlyList<string> MustFix, IReadOnlyList<string> ShouldCheck);

/// <summary>Looks through both editions for leftovers, and through the public one for hidden counts in words.</summary>
internal static partial class PackCheck
{
    // Enough to work from; the row that keeps them has a limit.
    private const int Most = 60;

    private static readonly string[] NumberWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public static PackFindings Of(QuarterFacts facts, PackModel model)
    {
        DateOnly today = LondonTime.DateOf(facts.AtUtc);
        IEnumerable<Leftover> found = Leftovers.Find(model.Public, today)
            .Concat(model.Exempt is { } exempt ? Leftovers.Find(exempt, today) : [])
            .Select(leftover => IsUnsignedForGood(facts, leftover) ? leftover with { Weight = LeftoverWeight.ShouldCheck } : leftover)
            .Concat(HiddenCountsInWords(facts, model.Public))
            .DistinctBy(leftover => (leftover.Place, leftover.Text, leftover.Problem));
        ILookup<LeftoverWeight, string> words = found.ToLookup(leftover => leftover.Weight, InWords);
        return new PackFindings([.. words[LeftoverWeight.MustFix].Take(Most)], [.. words[LeftoverWeight.ShouldCheck].Take(Most)]);
    }

    private static string InWords(Leftover leftover) =>
        leftover.Text.Length == 0 ? $"{leftover.Place}: {leftover.Problem}" : $"{leftover.Place}: \"{Short(leftover.Text)}\". {leftover.Problem}";

    private static string Short(string text) => text.Length <= 80 ? text : text[..77] + "...";

    // Until sign-off is due a chair can still sign. After that an unsigned report is printed as unsigned, and the board is not kept waiting.
    private static bool IsUnsignedForGood(QuarterFacts facts, Leftover leftover) =>
        leftover is { Weight: LeftoverWeight.MustFix, Place: "Sign-off" }
        && facts.Timetable.Groups.FirstOrDefault(group => facts.Plan.Body(group.Body)?.Name == leftover.Text) is { } dates
        && facts.AtUtc >= dates.SignOffDueUtc;

    private static IEnumerable<Leftover> HiddenCountsInWords(QuarterFacts facts, Pack pack)
    {
        foreach (PackPart part in pack.Parts)
        {
            foreach (PackMeasure measure in part.Measures)
            {
                if (facts.Plan.Indicator(measure.Code) is not { } indicator
                    || facts.Histories[measure.Code].At(facts.Quarter) is not { } figure
                    || facts.SmallNumbers.WhyHidden(figure, indicator.Whole) is null)
                {
                    continue;
                }

                IReadOnlyList<decimal> counts = facts.SmallNumbers.HiddenCounts(figure);
                PackException? exception = part.Exceptions.FirstOrDefault(entry => entry.Measure.Code == measure.Code);
                IEnumerable<string?> texts =
                [
                    measure.Commentary, measure.Explanation, exception?.Action, exception?.DecisionWanted,
                    .. part.Questions.Where(question => question.Code == measure.Code).SelectMany(question => question.Thread.Append(question.Question)),
                    .. pack.Summary.Where(sentence => sentence.Contains(measure.Code, StringComparison.OrdinalIgnoreCase)),
                ];
                foreach (string text in texts.OfType<string>().Where(text => States(text, counts)))
                {
                    yield return new Leftover(LeftoverWeight.MustFix, PackTexts.Place(part, measure.Code), Short(text), "The text states a number that the report hides.");
                }
            }
        }
    }

    private static bool States(string text, IReadOnlyList<decimal> counts) =>
        Numbers().Matches(text).Select(match => match.Value).Any(said =>
            int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out int digits)
                ? counts.Contains(digits)
                : counts.Contains(Array.FindIndex(NumberWords, word => word.Equals(said, StringComparison.OrdinalIgnoreCase))));

    [GeneratedRegex(@"(?<![\w.,/-])(\d{1,4}|zero|one|two|three|four|five|six|seven|eight|nine|ten)(?![\w%/]|[.,]\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
