namespace QuarterlyCycle.Domain.Plans;

/// <summary>Which bodies of a plan report each quarter, and which one receives the whole.</summary>
public static class ReportingBodies
{
    /// <summary>The body that receives the whole report: the first board, or in a plan without one the first scrutiny committee; null when there is neither.</summary>
    public static Body? Board(IEnumerable<Body> bodies)
    {
        Body[] inOrder = [.. InOrder(bodies)];
        return inOrder.FirstOrDefault(body => body.Kind == BodyKind.Board) ?? inOrder.FirstOrDefault(body => body.Kind == BodyKind.Scrutiny);
    }

    /// <summary>The bodies that report on their own part, in their order: the outcome groups, or in a plan without any the theme groups and lead groups.</summary>
    public static IReadOnlyList<Body> Groups(IEnumerable<Body> bodies)
    {
        Body[] inOrder = [.. InOrder(bodies)];
        Body[] outcomeGroups = [.. inOrder.Where(body => body.Kind == BodyKind.OutcomeGroup)];
        return outcomeGroups.Length > 0 ? outcomeGroups : [.. inOrder.Where(body => body.Kind is BodyKind.ThemeGroup or BodyKind.LeadGroup)];
    }

    private static IEnumerable<Body> InOrder(IEnumerable<Body> bodies) => bodies.OrderBy(body => body.Order ?? int.MaxValue);
}
