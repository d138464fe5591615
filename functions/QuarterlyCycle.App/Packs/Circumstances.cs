using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The plan's risks and dependencies that concern a body, its actions, promises or measures.</summary>
internal static class Circumstances
{
    /// <summary>The codes that belong to a body: itself, its own priorities, its actions with what they serve and what they promise, and its measures.</summary>
    public static IReadOnlySet<string> CodesOf(Plan plan, string body, IEnumerable<string> measures)
    {
        HashSet<string> codes = new(measures, StringComparer.Ordinal) { body };
        codes.UnionWith(plan.Priorities.Where(priority => priority.Body == body).Select(priority => priority.Code));
        foreach (KeyAction action in plan.Actions.Where(action => action.Bodies.Contains(body)))
        {
            codes.Add(action.Code);
            codes.UnionWith(action.Priorities);
            codes.UnionWith(plan.DeliverablesOf(action.Code).Select(deliverable => deliverable.Code));
        }

        return codes;
    }

    public static IEnumerable<PackRisk> Risks(Plan plan, IReadOnlySet<string> codes, Naming naming) =>
        plan.Risks.Where(risk => codes.Contains(risk.About)).Select(risk => new PackRisk
        {
            About = risk.About,
            Risk = risk.Text,
            Impact = WithScore(risk.Impact, risk.ImpactScore),
            Likelihood = WithScore(risk.Likelihood, risk.LikelihoodScore),
            HowManaged = risk.HowManaged,
            Owner = naming.Owner(risk.Owner),
        });

    public static IEnumerable<PackDependency> Dependencies(Plan plan, IReadOnlySet<string> codes) =>
        plan.Dependencies
            .Where(dependency => codes.Contains(dependency.About))
            .Select(dependency => new PackDependency(dependency.About, NameOf(plan, dependency.On), dependency.Responsible, dependency.Arrangement, dependency.Critical));

    private static string? WithScore(string? words, int? score)
    {
        string? number = score is { } value ? $"{value} of 5" : null;
        return (words, number) switch
        {
            ({ Length: > 0 }, { }) => $"{words} ({number})",
            ({ Length: > 0 }, null) => words,
            _ => number,
        };
    }

    private static string NameOf(Plan plan, string on)
    {
        string? name = plan.Indicator(on)?.Name ?? plan.Action(on)?.Text ?? plan.Priority(on)?.Text;
        return name is null ? on : $"{on} {name}";
    }
}
