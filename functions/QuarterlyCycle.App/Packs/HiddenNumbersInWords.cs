using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>Finds texts of a public edition that state in digits or words a number which its tables hide.</summary>
internal sealed class HiddenNumbersInWords
{
    // Written by the service or taken over from the plan: their numbers count something else.
    private static readonly string[] NotCommentary =
    [
        "name", "target", "due", "definition", "reference", "baseline", "who set the target", "notes", "priority",
        "subject", "report of", "contact officer", "decision wanted", "risk", "how the risk is managed",
    ];

    private static readonly string[] NotWritten = ["Title", "Recommendations", "Contribution to outcomes", "Conclusion and next steps", "Background papers"];

    private readonly Dictionary<string, HiddenMeasure> _measures = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<(string Name, string Code)> _names;

    private readonly Plan _plan;
    private readonly Pack _pack;

    public HiddenNumbersInWords(QuarterFacts facts, Pack pack)
    {
        _plan = facts.Plan;
        _pack = pack;
        _names = [.. pack.Measures.Select(measure => (measure.Name, measure.Code)).Distinct().OrderByDescending(measure => measure.Name.Length)];
        foreach (string code in pack.Measures.Select(measure => measure.Code).Distinct(StringComparer.Ordinal))
        {
            if (facts.Plan.Indicator(code) is { HasFigure: true } indicator && HiddenMeasure.Of(facts, indicator) is { } hidden)
            {
                _measures[code] = hidden;
            }
        }
    }

    public IEnumerable<Leftover> Find() =>
        _measures.Count == 0
            ? []
            : from text in PackTexts.Of(_pack)
              let last = text.Place.Split(", ")[^1]
              where !NotWritten.Contains(text.Place) && !NotCommentary.Contains(last)
                  && !last.StartsWith("milestone ", StringComparison.Ordinal) && !last.StartsWith("action ", StringComparison.Ordinal)
                  && !text.Place.StartsWith("Changes, ", StringComparison.Ordinal)
              where States(text)
              select new Leftover(LeftoverWeight.MustFix, text.Place, text.Words, "The text states a number that the report hides.");

    // A text about a measure may not state its numbers at all; one about its family, its group or all not as a number of people.
    private bool States(PackText text)
    {
        // The numbers in a measure's own name are not what it counts.
        string words = _names.Aggregate(text.Words, (all, measure) => all.Replace(measure.Name, measure.Code, StringComparison.OrdinalIgnoreCase));
        IReadOnlyList<StatedNumber> stated = [.. StatedNumbers.In(words)];
        if (stated.Count == 0)
        {
            return false;
        }

        string[] place = text.Place.Split(", ");
        IEnumerable<HiddenMeasure> about = _measures.Values.Where(measure => place.Contains(measure.Code) || measure.IsNamedIn(words));
        return about.Any(measure => stated.Any(measure.IsSaidBy))
            || Near(text.Place, place).Any(measure => stated.Any(number => number.IsOfPeople && measure.IsSaidBy(number)))
            || about.Any(measure => stated.Any(number => number.IsOfPeople && measure.WasSaidBy(number)));
    }

    private IEnumerable<HiddenMeasure> Near(string where, string[] place)
    {
        IEnumerable<string> codes = _pack.Measures.FirstOrDefault(measure => place.Contains(measure.Code)) is { } about && _plan.Indicator(about.Code) is { } indicator
            ? _plan.FamilyOf(indicator).Select(member => member.Code)
            : (_pack.Parts.FirstOrDefault(part => where.StartsWith($"{part.BodyName}, ", StringComparison.Ordinal))?.Measures ?? _pack.Measures).Select(measure => measure.Code);
        return codes.Distinct(StringComparer.Ordinal).Select(code => _measures.GetValueOrDefault(code)).OfType<HiddenMeasure>();
    }

    private sealed class HiddenMeasure(Indicator indicator, IReadOnlySet<decimal> now, IReadOnlySet<decimal> past, IReadOnlyList<decimal> percentages)
    {
        public string Code => indicator.Code;

        public static HiddenMeasure? Of(QuarterFacts facts, Indicator indicator)
        {
            IndicatorHistory history = facts.Histories[indicator.Code];
            DisclosureTable disclosure = facts.Disclosure;
            List<Figure> now = [.. new[] { history.At(facts.Quarter), history.YearToDateAt(facts.Quarter) }.OfType<Figure>().Where(figure => disclosure.WhyHidden(indicator, figure) is not null)];
            IEnumerable<PublishedFigure> past = disclosure.Printed(history, facts.Quarter).Where(figure => figure.Hidden is not null);
            HiddenMeasure measure = new(
                indicator,
                now.SelectMany(figure => disclosure.Unspeakable(indicator, figure)).ToHashSet(),
                past.Select(figure => figure.Numerator ?? (indicator.Unit == IndicatorUnit.Count ? figure.Value : null)).OfType<decimal>().ToHashSet(),
                [.. now.Where(figure => figure.Unit == IndicatorUnit.Percent).Select(figure => figure.Value).OfType<decimal>()]);
            return now.Count > 0 || measure.HasPast ? measure : null;
        }

        private bool HasPast => past.Count > 0;

        public bool IsNamedIn(string words)
        {
            int at = words.IndexOf(indicator.Code, StringComparison.OrdinalIgnoreCase);
            while (at >= 0 && !StandsAlone(words, at, at + indicator.Code.Length))
            {
                at = words.IndexOf(indicator.Code, at + 1, StringComparison.OrdinalIgnoreCase);
            }

            return at >= 0;
        }

        private static bool StandsAlone(string words, int from, int to) =>
            (from == 0 || !char.IsLetterOrDigit(words[from - 1])) && (to == words.Length || !char.IsLetterOrDigit(words[to]));

        public bool IsSaidBy(StatedNumber stated) => stated.IsPercentage
            ? percentages.Any(value => Math.Round(value, Math.Min(stated.Decimals, 10), MidpointRounding.AwayFromZero) == stated.Number)
            : now.Contains(stated.Number);

        public bool WasSaidBy(StatedNumber stated) => !stated.IsPercentage && past.Contains(stated.Number);
    }
}
