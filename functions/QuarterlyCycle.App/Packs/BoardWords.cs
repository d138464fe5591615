using System.Globalization;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>What the board considers first: what concerns several groups, the risks, and what the measures say of the outcomes.</summary>
internal static class BoardWords
{
    public static IEnumerable<string> CrossCutting(IReadOnlyList<PackPart> parts)
    {
        foreach (IGrouping<string, (PackMeasure Measure, string Group)> shared in parts
            .SelectMany(part => part.Measures.Where(measure => measure.SharedWith.Count > 0).Select(measure => (measure, part.BodyName)))
            .GroupBy(pair => pair.measure.Code))
        {
            PackMeasure measure = shared.First().Measure;
            IEnumerable<string> groups = shared.Select(pair => pair.Group).Concat(measure.SharedWith).Distinct(StringComparer.Ordinal);
            yield return $"{measure.Code} {measure.Name} is shared by {OpeningWords.List(groups)}. Figure: {measure.Figure}. Against target: {measure.Status.Words}.";
        }
    }

    public static IEnumerable<string> Risks(IReadOnlyList<PackPart> parts)
    {
        foreach (PackPart part in parts)
        {
            foreach (PackRisk risk in part.Risks)
            {
                string managed = risk.HowManaged is { Length: > 0 } how ? $" How it is managed: {how}" : "";
                yield return risk.About == part.BodyCode ? $"{part.BodyName}: {Sentence(risk.Risk)}{managed}" : $"{part.BodyName}, {risk.About}: {Sentence(risk.Risk)}{managed}";
            }

            foreach (string concern in part.AreasOfConcern)
            {
                yield return $"{part.BodyName}, area of concern: {concern}";
            }
        }
    }

    private static string Sentence(string words) => words.TrimEnd() is { Length: > 0 } trimmed && trimmed[^1] is not ('.' or '?' or '!') ? trimmed + "." : words.TrimEnd();

    public static IEnumerable<string> Outcomes(Plan plan, IReadOnlyList<PackPart> parts)
    {
        foreach (PackPart part in parts.Where(part => !part.IsBoardsOwn))
        {
            PackCounts counts = part.Counts;
            int judged = part.Measures.Count(measure => measure.Status.Symbol != PackSymbol.None);
            string missing = counts.MissingWords.Length == 0 ? "nothing asked for is missing" : $"{counts.MissingWords} not supplied";
            string[] said =
            [
                .. judged == 0 && part.BusinessPlan.Count > 0 ? [] : new[] { $"{OpeningWords.Count(judged, "measure")} held against a target", $"{OpeningWords.Count(counts.OffTarget, "measure")} off target" },
                .. part.BusinessPlan.Count == 0 ? [] : new[] { $"business plan {string.Join(", ", counts.ByMilestoneState.Select(count => $"{count.Count.ToString(CultureInfo.InvariantCulture)} {count.Words.ToLowerInvariant()}"))}" },
                missing,
            ];
            string standing = $"{string.Join(", ", said)}.";
            string[] priorities = [.. PrioritiesOf(plan, part.BodyCode).Select(priority => priority.Text.TrimEnd('.'))];
            string serves = priorities.Length == 0 ? "" : $" It serves: {string.Join("; ", priorities)}.";
            yield return $"{part.BodyName}: {standing}{serves}";
        }
    }

    // The priorities that a group's actions serve; where its plan has no actions, those that belong to it.
    private static IEnumerable<Priority> PrioritiesOf(Plan plan, string body)
    {
        Priority[] served = [.. plan.Actions.Where(action => action.Bodies.Contains(body)).SelectMany(action => action.Priorities).Distinct(StringComparer.Ordinal).Select(plan.Priority).OfType<Priority>()];
        return served.Length > 0 ? served : plan.Priorities.Where(priority => priority.Body == body);
    }
}
