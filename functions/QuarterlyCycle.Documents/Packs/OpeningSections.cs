using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Packs;

/// <summary>Summary, recommendations and implications.</summary>
internal static class OpeningSections
{
    public static void Write(PackPage page, Pack pack)
    {
        page.Section("Summary");
        foreach (string sentence in pack.Summary)
        {
            Paragraph(page, pack, sentence);
        }

        if (pack.Summary.Count == 0)
        {
            Paragraph(page, pack, "The summary has not been written.");
        }

        if (pack.ImplicationsPosition == ImplicationsPosition.BeforeRecommendations)
        {
            Implications(page, pack);
        }

        Recommendations(page, pack);
        if (pack.ImplicationsPosition == ImplicationsPosition.AfterRecommendations)
        {
            Implications(page, pack);
        }
    }

    public static void Implications(PackPage page, Pack pack)
    {
        if (pack.Implications.Count == 0)
        {
            return;
        }

        page.Section("Implications");
        foreach (PackImplication implication in pack.Implications)
        {
            Paragraph(page, pack, implication.Answer.Length == 0 ? "Not answered." : implication.Answer, $"{implication.Heading}:");
        }
    }

    private static void Recommendations(PackPage page, Pack pack)
    {
        page.Section("Recommendations");
        if (pack.Recommendations.Count == 0)
        {
            Paragraph(page, pack, "There are no recommendations.");
        }

        foreach (PackRecommendation recommendation in pack.Recommendations)
        {
            Paragraph(page, pack, recommendation.Text, $"{Wanted(recommendation.Kind)}:");
        }
    }

    // A committee's own report numbers its paragraphs straight through from the first section on; what stands before is its front page.
    private static void Paragraph(PackPage page, Pack pack, string text, string? lead = null)
    {
        if (pack is { Numbering: PackNumbering.Straight, Sections.Count: > 0 })
        {
            page.Plain(text, lead);
        }
        else
        {
            page.Paragraph(text, lead);
        }
    }

    public static IEnumerable<(string Name, string Words)> FrontLines(Pack pack)
    {
        PackFront front = pack.Front;
        yield return ("Meeting", front.Meeting);
        yield return ("Date", front.MeetingDate is { } date ? BritishWords.LongDate(date) : "Not yet fixed");
        yield return ("Subject", front.Subject);
        yield return ("Report of", front.ReportOf);
        yield return ("Contact officer", front.ContactOfficer);
        yield return ("Public or exempt", (pack.Edition, front.ExemptParagraph) switch
        {
            (PackEdition.Public, _) => "Public",
            (_, { Length: > 0 } paragraph) => $"Exempt under {paragraph}",
            _ => "Exempt; the paragraph is not given",
        });
        if (front.WardsAffected is { Length: > 0 } wards)
        {
            yield return ("Wards affected", wards);
        }

        if (front.FunctionOf is { Length: > 0 } functionOf)
        {
            yield return ("Function of", functionOf);
        }

        if (front.SupportedBy.Count > 0)
        {
            yield return ("Supported by", string.Join("; ", front.SupportedBy));
        }

        if (front.UrgencyReason is { Length: > 0 } urgency)
        {
            yield return ("Why it is urgent", urgency);
        }

        yield return ("Version", $"{pack.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}, with figures as they stood at {BritishWords.Instant(pack.FiguresAtUtc)}");
    }

    private static string Wanted(RecommendationKind kind) => kind switch
    {
        RecommendationKind.Decide => "To decide",
        RecommendationKind.Discuss => "To discuss",
        _ => "To note",
    };
}
