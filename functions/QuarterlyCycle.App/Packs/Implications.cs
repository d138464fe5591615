using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The standing headings of a committee report, each with an answer.</summary>
internal static class Implications
{
    private const string None = "None.";

    private static readonly string[] Standard =
    [
        "Council priorities",
        "Financial",
        "Legal",
        "Risk management",
        "Staffing (including trades unions)",
        "Equalities and human rights",
        "Community safety",
        "Sustainability",
    ];

    // A heading that the plan requires and leaves empty stays blank, so that the check finds it; the standard headings are "None" by choice.
    public static IReadOnlyList<PackImplication> Of(Plan plan, string body)
    {
        List<Implication> own = [.. plan.Implications.Where(implication => implication.Body == body).OrderBy(implication => implication.Order)];
        return own.Count == 0
            ? [.. Standard.Select(heading => new PackImplication(heading, None))]
            : [.. own.Where(implication => implication.Required || Answer(implication).Length > 0).Select(implication => new PackImplication(implication.Heading, Answer(implication)))];
    }

    private static string Answer(Implication implication) => (implication.StandingText ?? "").Trim();
}
