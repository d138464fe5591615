using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>One measure or milestone that is asked this quarter, who answers and who reviews; stand-ins are not yet considered.</summary>
public sealed record Assignment(string Code, bool IsMilestone, string OfficerEmail, string ReviewerEmail, IReadOnlyList<string> Bodies);

/// <summary>Works out what is asked of whom in a quarter.</summary>
public static class Assignments
{
    /// <summary>Every measure and milestone asked this quarter, once each, in ordinal order of code.</summary>
    public static IReadOnlyList<Assignment> For(Plan plan, Quarter quarter)
    {
        IEnumerable<Assignment> measures = plan.Indicators
            .Where(indicator => IsAsked(indicator, quarter))
            .Select(indicator => OfMeasure(plan, indicator));
        IEnumerable<Assignment> milestones = plan.Deliverables
            .Where(deliverable => IsAsked(deliverable, quarter))
            .Select(deliverable => OfMilestone(plan, deliverable));
        return [.. measures.Concat(milestones).OrderBy(assignment => assignment.Code, StringComparer.Ordinal)];
    }

    /// <summary>Whether a measure is asked in this quarter.</summary>
    public static bool IsAsked(Indicator indicator, Quarter quarter) =>
        indicator is { HasFigure: true, State: IndicatorState.Active } && indicator.Frequency switch
        {
            Frequency.Annual => quarter.Number == 4,
            Frequency.HalfYearly => quarter.Number is 2 or 4,
            _ => true,
        };

    /// <summary>
    /// Whether a deliverable is asked as a milestone in this quarter: from its plan year on until it is done or stopped; one with a measure is asked as that measure,
    /// one that is the same as another only once.
    /// </summary>
    public static bool IsAsked(Deliverable deliverable, Quarter quarter) =>
        deliverable is { Ask: true, Kind: not DeliverableKind.Activity, SameAs: null, Indicator: null }
        && deliverable.PlanYear.FirstDay <= quarter.LastDay
        && deliverable.State is not (DeliverableState.Done or DeliverableState.Stopped);

    private static Assignment OfMeasure(Plan plan, Indicator indicator)
    {
        string officer = plan.HolderOf(indicator.Compiling).Email;
        Person? lead = plan.NamedHolder(indicator.Lead);
        Person? accountable = indicator.Accountable is { } email ? plan.Person(email) : null;
        IEnumerable<string> bodies = indicator.Bodies
            .Concat(plan.Deliverables.Where(deliverable => deliverable.Indicator == indicator.Code).SelectMany(deliverable => BodiesOf(plan, deliverable)));
        return new Assignment(indicator.Code, false, officer, Reviewer(plan, officer, lead, accountable), [.. bodies.Distinct()]);
    }

    private static Assignment OfMilestone(Plan plan, Deliverable deliverable)
    {
        string officer = plan.HolderOf(deliverable.Leads.Count > 0 ? deliverable.Leads[0] : null).Email;
        Person? strategicLead = plan.NamedHolder(deliverable.StrategicLead ?? ActionOf(plan, deliverable)?.StrategicLead);
        IEnumerable<string> bodies = BodiesOf(plan, deliverable)
            .Concat(plan.Deliverables.Where(other => other.SameAs == deliverable.Code).SelectMany(other => BodiesOf(plan, other)));
        return new Assignment(deliverable.Code, true, officer, Reviewer(plan, officer, strategicLead, null), [.. bodies.Distinct()]);
    }

    // Nobody reviews what they sent: the lead, then the accountable officer, then the project manager.
    private static string Reviewer(Plan plan, string officer, Person? lead, Person? accountable)
    {
        IEnumerable<string> inTurn = new[] { lead, accountable }.OfType<Person>().Concat(plan.ProjectManagers).Select(person => person.Email);
        return inTurn.FirstOrDefault(email => email != officer) ?? plan.FirstProjectManager.Email;
    }

    private static KeyAction? ActionOf(Plan plan, Deliverable deliverable) => deliverable.Action is { } code ? plan.Action(code) : null;

    private static IReadOnlyList<string> BodiesOf(Plan plan, Deliverable deliverable) => ActionOf(plan, deliverable)?.Bodies ?? [];
}
