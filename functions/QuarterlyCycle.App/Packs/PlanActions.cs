using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The plan's key actions of a body, each with what it promises: in the part's milestones, or asked of nobody this quarter.</summary>
internal static class PlanActions
{
    public static IEnumerable<PackKeyAction> Of(
        QuarterFacts facts, string body, IReadOnlyList<PackMilestone> milestones, IReadOnlySet<string> measures, Naming naming)
    {
        KeyAction[] actions = [.. facts.Plan.Actions.Where(action => action.Bodies.Contains(body))];
        HashSet<string> own = [.. actions.Select(action => action.Code)];
        HashSet<string> printed = [.. milestones.Select(milestone => milestone.Code)];
        ILookup<string?, string> shown = facts.Plan.Indicators
            .Where(indicator => measures.Contains(indicator.Code))
            .ToLookup(indicator => indicator.Action, indicator => indicator.Code);
        foreach (KeyAction action in actions)
        {
            IReadOnlyList<Deliverable> promised = facts.Plan.DeliverablesOf(action.Code);
            string[] groups = [.. action.Bodies.Where(other => other != body).Select(other => facts.Plan.Body(other)?.Name ?? other)];
            yield return new PackKeyAction
            {
                Code = action.Code,
                Text = action.Text.Trim(),
                Serves = action.Priorities,
                GroupHeading = action.GroupHeading,
                StrategicLead = naming.Owner(action.StrategicLead),
                Lead = naming.Owners(action.Leads),
                OtherGroups = groups,
                Partners = action.Partners,
                LinkedPlans = [.. action.LinkedPlans.Where(plan => Repetition.Unless(plan, action.Text) is not null)],
                Resources = action.ResourceText,
                Commentary = Repetition.UnlessOnly(action.Commentary, [.. action.LinkedPlans, .. action.Partners, .. groups]),
                Measures =
                [
                    .. promised.Select(promise => promise.Indicator).OfType<string>().Where(measures.Contains)
                        .Concat(shown[action.Code]).Distinct(StringComparer.Ordinal),
                ],
                Milestones = [.. promised.Select(promise => PrintedAs(promise, printed, own, facts.Plan)).OfType<string>()],
                NotAsked = [.. promised.Select(promise => NotAsked(facts, promise, printed, own, naming)).OfType<PackMilestone>()],
            };
        }
    }

    /// <summary>What a board's pack prints of a group's actions: who does what with whom, without what its own sections say already.</summary>
    public static PackPart ForBoard(PackPart part, IEnumerable<PackSection> sections)
    {
        IEnumerable<PackParagraph> paragraphs = sections.SelectMany(section => section.Paragraphs);
        string said = string.Join('\n', paragraphs.SelectMany(paragraph => paragraph.Bullets.Prepend(paragraph.Text)));
        return part with
        {
            KeyActions =
            [
                .. part.KeyActions.Select(action => action with
                {
                    NotAsked = [],
                    LinkedPlans = [.. action.LinkedPlans.Where(plan => Repetition.Unless(plan, said) is not null)],
                    Commentary = Repetition.Unless(action.Commentary, said),
                }),
            ],
        };
    }

    // A promise that is asked once for two groups stands, under the code by which it is asked, with the action of either.
    private static string? PrintedAs(Deliverable promise, HashSet<string> printed, HashSet<string> own, Plan plan) =>
        printed.Contains(promise.Code) ? promise.Code
        : promise.SameAs is { } same && printed.Contains(same) && !own.Contains(plan.Deliverable(same)?.Action ?? "") ? same
        : null;

    private static PackMilestone? NotAsked(QuarterFacts facts, Deliverable promise, HashSet<string> printed, HashSet<string> own, Naming naming)
    {
        bool isOver = promise.PlanYear.LastDay < facts.Quarter.FirstDay;
        if (promise.Indicator is not null || isOver || PrintedAs(promise, printed, own, facts.Plan) is not null)
        {
            return null;
        }

        if (promise.SameAs is { } same && printed.Contains(same))
        {
            return Milestones.Milestone(promise, $"Reported as {same}", null, naming);
        }

        bool isLater = promise.PlanYear.FirstDay > facts.Quarter.LastDay;
        string state = promise.State is { } known ? Milestones.StateWords(known) : isLater ? "Not due" : "Not asked";
        PackMilestone milestone = Milestones.Milestone(promise, state, null, naming);
        return isLater && milestone.Due is null ? milestone with { Due = promise.PlanYear.Code } : milestone;
    }
}
