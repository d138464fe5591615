using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The standing headings of a committee report, each with an answer.</summary>
internal static class Implications
{
    private const string None = "None.";
    private const string Risks = "Risk management";
    private const string Equalities = "Equalities and human rights";

    private static readonly string[] Standard =
    [
        "Council priorities",
        "Financial",
        "Legal",
        Risks,
        "Staffing (including trades unions)",
        Equalities,
        "Community safety",
        "Sustainability",
    ];

    // A heading that the plan requires and leaves empty stays blank, so that the check finds it; the standard headings are "None" by choice.
    public static IReadOnlyList<PackImplication> Of(Plan plan, string body, IReadOnlyList<PackPart> parts)
    {
        List<Implication> own = [.. plan.Implications.Where(implication => implication.Body == body).OrderBy(implication => implication.Order)];
        return own.Count == 0
            ? [.. Standard.Select(heading => new PackImplication(heading, Usual(heading, parts)))]
            : [.. own.Where(implication => implication.Required || Answer(implication).Length > 0).Select(implication => new PackImplication(implication.Heading, Answer(implication)))];
    }

    // "None" beside a table of risks would be untrue.
    private static string Usual(string heading, IReadOnlyList<PackPart> parts) => heading switch
    {
        Risks when parts.Any(part => part.Risks.Count > 0) => "The risks and how they are managed stand under Risks and dependencies.",
        Equalities when parts.Any(part => part.Equality.Count > 0) => "What the plan says stands under Equality considerations.",
        _ => None,
    };

    private static string Answer(Implication implication) => (implication.StandingText ?? "").Trim();
}
