using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>One measure, milestone or line of the business plan that is asked this quarter, who answers and who reviews; stand-ins are not yet considered.</summary>
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
        IEnumerable<Assignment> lines = plan.BusinessPlan
            .Where(IsAsked)
            .Select(line => OfLine(plan, line, quarter));
        HashSet<string> waiting = WaitingTheirTurn(plan, quarter);
        return
        [
            .. measures.Concat(milestones).Concat(lines)
                .Where(assignment => assignment.Bodies.Count == 0 || !assignment.Bodies.All(waiting.Contains))
                .OrderBy(assignment => assignment.Code, StringComparer.Ordinal),
        ];
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
        deliverable is { Ask: true, SameAs: null, Indicator: null }
        && deliverable.PlanYear.FirstDay <= quarter.LastDay
        && deliverable.State is not (DeliverableState.Done or DeliverableState.Stopped);

    /// <summary>Whether progress is asked on a line of the business plan; its measure, if it has one, is asked besides.</summary>
    public static bool IsAsked(BusinessPlanLine line) => line.State is not (DeliverableState.Done or DeliverableState.Stopped);

    /// <summary>The bodies whose packs print a line of the business plan: the responsible groups that report this quarter, or else the board.</summary>
    public static IReadOnlyList<string> BodiesOf(Plan plan, BusinessPlanLine line, Quarter quarter)
    {
        HashSet<string> groups = [.. ReportingBodies.Groups(plan.Bodies, plan.Meetings, quarter).Select(group => group.Code)];
        string[] reporting = [.. BodiesIn(plan, line.Responsible).Select(body => body.Code).Where(groups.Contains)];
        return reporting.Length > 0 || ReportingBodies.Board(plan.Bodies, plan.Meetings, quarter) is not { } board ? reporting : [board.Code];
    }

    // Groups that report to the committee in another quarter are asked for nothing in this one.
    private static HashSet<string> WaitingTheirTurn(Plan plan, Quarter quarter)
    {
        HashSet<string> waiting = [.. ReportingBodies.Groups(plan.Bodies, plan.Meetings, null).Select(group => group.Code)];
        waiting.ExceptWith(ReportingBodies.Groups(plan.Bodies, plan.Meetings, quarter).Select(group => group.Code));
        return waiting;
    }

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

    // A group's secretary answers for the group. Its chair signs its report, so the vice-chair reviews; what the board prints nobody signs, so there the chair does.
    private static Assignment OfLine(Plan plan, BusinessPlanLine line, Quarter quarter)
    {
        string officer = plan.HolderOf(line.Responsible.Count > 0 ? line.Responsible[0] : null).Email;
        Body? board = ReportingBodies.Board(plan.Bodies, plan.Meetings, quarter);
        IReadOnlyList<string> bodies = BodiesOf(plan, line, quarter);
        string? reviewer = bodies.Count > 0 && bodies[0] != board?.Code
            ? plan.Body(bodies[0])?.ViceChair
            : BodiesIn(plan, line.Responsible).Select(body => body.Chair).FirstOrDefault(email => email is not null) ?? board?.Chair;
        return new Assignment(line.Code, true, officer, Reviewer(plan, officer, reviewer is null ? null : plan.Person(reviewer), null), bodies);
    }

    private static IEnumerable<Body> BodiesIn(Plan plan, IEnumerable<Owner> owners) =>
        owners.Where(owner => owner.Kind == OwnerKind.Body).Select(owner => plan.Body(owner.Code)).OfType<Body>();

    // Nobody reviews what they sent: the lead, then the accountable officer, then the project manager.
    private static string Reviewer(Plan plan, string officer, Person? lead, Person? accountable)
    {
        IEnumerable<string> inTurn = new[] { lead, accountable }.OfType<Person>().Concat(plan.ProjectManagers).Select(person => person.Email);
        return inTurn.FirstOrDefault(email => email != officer) ?? plan.FirstProjectManager.Email;
    }

    private static KeyAction? ActionOf(Plan plan, Deliverable deliverable) => deliverable.Action is { } code ? plan.Action(code) : null;

    private static IReadOnlyList<string> BodiesOf(Plan plan, Deliverable deliverable) => ActionOf(plan, deliverable)?.Bodies ?? [];
}
