using System.Globalization;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>What the board considers first: cross-cutting issues, risk management, contribution to outcomes, and all groups at a glance.</summary>
internal static class BoardSections
{
    public static void Write(PackPage page, Pack pack)
    {
        // What sets groups beside each other says nothing about a report of one.
        bool hasSeveral = pack.Parts.Count(part => !part.IsBoardsOwn) > 1;
        Paragraphs(page, "Cross-cutting issues", pack.CrossCuttingIssues, hasSeveral ? "No group raised an issue that belongs to more than one group." : null);
        Paragraphs(page, "Risk management", pack.RiskManagement, hasSeveral ? "No group raised a risk with the board." : null);
        Paragraphs(page, "Contribution to outcomes", pack.ContributionToOutcomes, hasSeveral ? "No statement on contribution to outcomes was made." : null);
        if (hasSeveral)
        {
            AllGroups(page, pack);
        }
    }

    private static void AllGroups(PackPage page, Pack pack)
    {
        page.Section("All groups at a glance");
        AtAGlance.Write(page, pack, pack.Counts, "The plan");
        List<string> words = pack.Legend.Select(entry => entry.Status.Words).Where(word => AtAGlance.CountOf(pack.Counts, word) > 0).ToList();
        page.Table(
            "Measures of each group, by status",
            [new Column("Group"), .. words.Select(word => new Column(word, ColumnKind.Number)), new Column("All measures", ColumnKind.Number)],
            pack.Parts.Select(part => (IReadOnlyList<Cell>)
            [
                Cell.Of(part.BodyName),
                .. words.Select(word => Cell.Of(AtAGlance.CountOf(part.Counts, word).ToString(CultureInfo.InvariantCulture))),
                Cell.Of(part.Counts.Measures.ToString(CultureInfo.InvariantCulture)),
            ]));
        page.Plain("A measure that several groups share stands in each group's row, and counts once in the plan's total.");
    }

    private static void Paragraphs(PackPage page, string title, IReadOnlyList<string> paragraphs, string? none)
    {
        if (paragraphs.Count == 0 && none is null)
        {
            return;
        }

        page.Section(title);
        foreach (string paragraph in paragraphs)
        {
            page.Paragraph(paragraph);
        }

        if (paragraphs.Count == 0 && none is not null)
        {
            page.Paragraph(none);
        }
    }
}
