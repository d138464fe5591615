using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The plan's priorities as packs print them, each with what it is part of.</summary>
internal static class PlanPriorities
{
    public static IEnumerable<PackPriority> All(Plan plan) => plan.Priorities.Select(priority => Of(plan, priority, ""));

    /// <summary>The priorities that these actions of a body serve, each once, in the order of the actions.</summary>
    public static IEnumerable<PackPriority> Of(Plan plan, Body body, IEnumerable<PackKeyAction> actions) =>
        actions.SelectMany(action => action.Serves).Distinct(StringComparer.Ordinal)
            .Select(plan.Priority).OfType<Priority>()
            .Select(priority => Of(plan, priority, body.Name));

    // A group that is called as its outcome need not read that its priorities are part of it.
    private static PackPriority Of(Plan plan, Priority priority, string bodyName)
    {
        Priority? above = priority.Parent is { } parent ? plan.Priority(parent) : null;
        return new PackPriority(priority.Code, KindOf(priority.Kind), priority.Text.Trim())
        {
            Parent = above?.Code,
            PartOf = above is not null && Repetition.Unless(above.Text, bodyName) is { } words ? $"{KindOf(above.Kind)} {above.Code}: {words}" : null,
            CrossedBy =
            [
                .. plan.Priorities
                    .Where(other => other.Kind == PriorityKind.CrossCutting && other.Parent == above?.Code && above is not null && other != priority)
                    .Select(other => $"{other.Code}: {other.Text.Trim()}"),
            ],
            IsAreaOfFocus = priority.AreaOfFocus,
            IsYoungPeoples = priority.YoungPeoples,
        };
    }

    private static string KindOf(PriorityKind kind) => kind switch
    {
        PriorityKind.Theme => "Theme",
        PriorityKind.Outcome => "Outcome",
        PriorityKind.Aspiration => "Aspiration",
        PriorityKind.Principle => "Principle",
        PriorityKind.StrategicOutcome => "Strategic outcome",
        PriorityKind.CrossCutting => "Cross-cutting theme",
        PriorityKind.BigThing => "Big thing",
        _ => "Priority",
    };
}
