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
            page.Paragraph(sentence);
        }

        if (pack.Summary.Count == 0)
        {
            page.Paragraph("The summary has not been written.");
        }

        page.Section("Recommendations");
        if (pack.Recommendations.Count == 0)
        {
            page.Paragraph("There are no recommendations.");
        }

        foreach (PackRecommendation recommendation in pack.Recommendations)
        {
            page.Paragraph(recommendation.Text, lead: $"{Wanted(recommendation.Kind)}:");
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
            page.Paragraph(implication.Answer.Length == 0 ? "Not answered." : implication.Answer, lead: $"{implication.Heading}:");
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
