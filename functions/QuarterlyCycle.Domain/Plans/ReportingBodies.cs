using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>Which bodies of a plan report each quarter, and which one receives the whole.</summary>
public static class ReportingBodies
{
    /// <summary>
    /// The body that receives the whole report: of the boards and scrutiny committees the one that meets about this quarter, or about any when none is given; else the
    /// first board, or in a plan without one the first scrutiny committee; null when there is neither.
    /// </summary>
    public static Body? Board(IEnumerable<Body> bodies, IEnumerable<Meeting> meetings, Quarter? quarter)
    {
        Body[] inTurn = [.. InOrder(bodies.Where(body => body.Kind is BodyKind.Board or BodyKind.Scrutiny)).OrderBy(body => body.Kind == BodyKind.Scrutiny)];
        return inTurn.FirstOrDefault(body => Meets(body, meetings, quarter)) ?? inTurn.FirstOrDefault();
    }

    /// <summary>
    /// The bodies that report on their own part, in their order: the outcome groups, or in a plan without any the theme groups and lead groups; to a scrutiny committee
    /// only those that meet about this quarter, where any does.
    /// </summary>
    public static IReadOnlyList<Body> Groups(IEnumerable<Body> bodies, IEnumerable<Meeting> meetings, Quarter? quarter)
    {
        Body[] inOrder = [.. InOrder(bodies)];
        Body[] outcomeGroups = [.. inOrder.Where(body => body.Kind == BodyKind.OutcomeGroup)];
        Body[] groups = outcomeGroups.Length > 0 ? outcomeGroups : [.. inOrder.Where(body => body.Kind is BodyKind.ThemeGroup or BodyKind.LeadGroup)];
        Body[] turn = quarter is not null && Board(inOrder, meetings, quarter) is { Kind: BodyKind.Scrutiny } ? [.. groups.Where(group => Meets(group, meetings, quarter))] : [];
        return turn.Length > 0 ? turn : groups;
    }

    private static bool Meets(Body body, IEnumerable<Meeting> meetings, Quarter? quarter) =>
        meetings.Any(meeting => meeting.Body == body.Code && meeting.Cycle is { } cycle && (quarter is null || cycle == quarter.Value.Period));

    private static IEnumerable<Body> InOrder(IEnumerable<Body> bodies) => bodies.OrderBy(body => body.Order ?? int.MaxValue);
}
