using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>
/// What the plan's sheet <c>sections</c> has for one body's reports. A heading that names a line of the front block, the summary, the recommendation or the conclusion gives
/// that text; the standing questions are answered in sections of their own; everything else is a section of the report, in the plan's order.
/// </summary>
internal sealed class StandingText(Plan plan, string body)
{
    private const string Conclusion = "conclusion and next steps";

    private static readonly string[] Named = ["subject", "report of", "contact officer", "wards affected", "function of", "summary", "recommendation", "recommendations", Conclusion];

    private static readonly string[] AnsweredElsewhere = ["areas of concern", "black and minority ethnic", "cross-cutting", "risk management", "contribution to outcomes"];

    // A printed bullet was a dot, a dash or a square.
    private static readonly char[] BulletMarks = ['-', '•', '▪', '–'];

    private readonly ReportSection[] _sections = [.. plan.Sections.Where(section => section.Body == body && !string.IsNullOrWhiteSpace(section.Text)).OrderBy(section => section.Order)];

    public string? Subject => Line("subject");

    public string? ReportOf => Line("report of");

    public string? ContactOfficer => Line("contact officer");

    public string? WardsAffected => Line("wards affected");

    public string? FunctionOf => Line("function of");

    /// <summary>The sentences that stand before the quarter's own summary.</summary>
    public IReadOnlyList<string> Summary => [.. Paragraphs("summary").Select(paragraph => paragraph.Text)];

    /// <summary>What the plan always asks of the body.</summary>
    public IReadOnlyList<PackRecommendation> Recommendations =>
        [.. Paragraphs("recommendation").Concat(Paragraphs("recommendations")).Select(paragraph => new PackRecommendation(KindOf(paragraph.Text), paragraph.Text))];

    public IReadOnlyList<PackSection> Sections =>
    [
        .. _sections
            .Where(section => !Named.Contains(Key(section.Heading)) && !AnsweredElsewhere.Any(answered => section.Heading.Contains(answered, StringComparison.OrdinalIgnoreCase)))
            .Select(section => new PackSection(section.Heading, Read(section.Text!))),
    ];

    public IReadOnlyList<PackParagraph> Closing => Paragraphs(Conclusion);

    private string? Line(string heading) => _sections.FirstOrDefault(section => Key(section.Heading) == heading)?.Text?.Trim();

    private IReadOnlyList<PackParagraph> Paragraphs(string heading) => [.. _sections.Where(section => Key(section.Heading) == heading).SelectMany(section => Read(section.Text!))];

    private static string Key(string heading) => heading.Trim().TrimEnd(':').ToLowerInvariant();

    // Each line is a paragraph; a line that begins with a bullet belongs under the paragraph before it, and an empty bullet is dropped.
    private static IReadOnlyList<PackParagraph> Read(string text)
    {
        List<(string Text, List<string> Bullets)> paragraphs = [];
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string words = line.TrimStart(BulletMarks).Trim();
            if (words.Length == 0)
            {
                continue;
            }

            if (words.Length < line.Length && paragraphs.Count > 0)
            {
                paragraphs[^1].Bullets.Add(words);
            }
            else
            {
                paragraphs.Add((words, []));
            }
        }

        return [.. paragraphs.Select(paragraph => new PackParagraph(paragraph.Text, paragraph.Bullets))];
    }

    private static RecommendationKind KindOf(string text)
    {
        bool Asks(string verb) => text.Contains(verb, StringComparison.OrdinalIgnoreCase);
        return Asks(" comment") || Asks(" discuss") || Asks(" consider") ? RecommendationKind.Discuss : Asks(" note") ? RecommendationKind.Note : RecommendationKind.Decide;
    }
}
