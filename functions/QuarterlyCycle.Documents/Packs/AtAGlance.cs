using System.Globalization;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>The counts as sentences, and again as a row of status words.</summary>
internal static class AtAGlance
{
    public static void Write(PackPage page, Pack pack, PackCounts counts, string whose, string promises = "Milestones")
    {
        page.Paragraph(counts.Measures == 0 ? $"{whose} has no measures." : $"{whose} {(counts.Measures == 1 ? "has 1 measure" : $"has {Number(counts.Measures)} measures")}. {Statuses(pack, counts)}");
        if (counts.ByDirection.Count > 0)
        {
            page.Paragraph($"Since last quarter: {Each(counts.ByDirection)}.");
        }

        if (counts.ByMilestoneState.Count > 0)
        {
            page.Paragraph($"{promises}: {Each(counts.ByMilestoneState)}.");
        }

        page.Paragraph($"{Supplied(counts)} {Sentence(counts.Provisional, "figure is provisional", "figures are provisional")} {Sentence(counts.QuestionsOpen, "question is open", "questions are open")}");
        Tally(page, pack, counts);
    }

    public static int CountOf(PackCounts counts, string words) =>
        counts.ByStatus.FirstOrDefault(count => string.Equals(count.Words, words, StringComparison.Ordinal))?.Count ?? 0;

    private static string Statuses(Pack pack, PackCounts counts)
    {
        IEnumerable<PackCount> inLegendOrder = counts.ByStatus.OrderBy(count => Place(pack, count.Words));
        return $"Against target: {Each(inLegendOrder)}.";
    }

    private static void Tally(PackPage page, Pack pack, PackCounts counts)
    {
        Dictionary<string, PackStatus> known = pack.Measures.Select(measure => measure.Status).DistinctBy(status => status.Words).ToDictionary(status => status.Words, StringComparer.Ordinal);
        if (counts.ByStatus.Count == 0)
        {
            return;
        }

        page.Html.Add($"<ul class=\"tally\">\n");
        foreach (PackCount count in counts.ByStatus.OrderBy(count => Place(pack, count.Words)))
        {
            page.Html.Add($"<li><span class=\"count\">{count.Count}</span> ");
            page.Status(known[count.Words]);
            page.Html.Add($"</li>\n");
        }

        page.Html.Add($"</ul>\n");
    }

    private static int Place(Pack pack, string words)
    {
        for (int index = 0; index < pack.Legend.Count; index++)
        {
            if (string.Equals(pack.Legend[index].Status.Words, words, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return pack.Legend.Count;
    }

    private static string Each(IEnumerable<PackCount> counts) => Joined(counts.Select(count => $"{Number(count.Count)} {count.Words}").ToList());

    private static string Joined(List<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    private static string Supplied(PackCounts counts) => (counts.Missing + counts.MissingMilestones) switch
    {
        0 => "Every figure asked for was supplied or has a reason.",
        1 => $"{counts.MissingWords} was not supplied.",
        _ => $"{counts.MissingWords} were not supplied.",
    };

    private static string Sentence(int count, string one, string many) =>
        count == 0 ? $"No {many}." : $"{Number(count)} {(count == 1 ? one : many)}.";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
