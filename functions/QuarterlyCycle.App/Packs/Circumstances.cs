using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The plan's risks, dependencies and statements on equality that concern a body, its actions, promises or measures.</summary>
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
            ReviewOn = risk.ReviewOn,
        });

    public static IEnumerable<PackDependency> Dependencies(Plan plan, IReadOnlySet<string> codes) =>
        plan.Dependencies
            .Where(dependency => codes.Contains(dependency.About))
            .Select(dependency => new PackDependency(
                dependency.About,
                NameOf(plan, dependency.On),
                dependency.Responsible,
                dependency.Arrangement,
                dependency.Critical,
                KindOf(dependency.OnKind)));

    public static IEnumerable<PackEquality> Equality(Plan plan, IReadOnlySet<string> codes, Naming naming) =>
        plan.Equality
            .Where(equality => codes.Contains(equality.About))
            .Select(equality => new PackEquality(
                equality.About, equality.Statement, WordsOf(equality.Assessment), equality.AssessmentDue, naming.Owner(equality.Owner)));

    /// <summary>What stands behind the codes of priorities and key actions that a body's circumstances are about.</summary>
    public static IEnumerable<PackSubject> Subjects(Plan plan, IReadOnlySet<string> codes)
    {
        IEnumerable<string> all = plan.Risks.Select(risk => risk.About)
            .Concat(plan.Dependencies.Select(dependency => dependency.About))
            .Concat(plan.Equality.Select(equality => equality.About));
        HashSet<string> about = new(all.Where(codes.Contains), StringComparer.Ordinal);
        return plan.Priorities.Select(priority => new PackSubject(priority.Code, priority.Text))
            .Concat(plan.Actions.Select(action => new PackSubject(action.Code, action.Text.Split('\n')[0].Trim())))
            .Where(subject => about.Contains(subject.Code));
    }

    private static string KindOf(DependsOnKind kind) => kind switch
    {
        DependsOnKind.Priority => "Priority",
        DependsOnKind.Indicator => "Measure",
        DependsOnKind.Policy => "Policy",
        DependsOnKind.Plan => "Plan",
        DependsOnKind.Strategy => "Strategy",
        _ => "Other",
    };

    private static string? WordsOf(EqualityAssessment? assessment) => assessment switch
    {
        EqualityAssessment.NotNeeded => "Not needed",
        EqualityAssessment.NotStarted => "Not started",
        EqualityAssessment.InProgress => "In progress",
        EqualityAssessment.Done => "Done",
        _ => null,
    };

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
