namespace QuarterlyCycle.Domain.Plans;

/// <summary>What is asked by its state and not by a number: a deliverable, or a line of the board's business plan.</summary>
public sealed record Promise(string Code, string Text)
{
    /// <summary>The date by which it is promised.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The date in the plan's words.</summary>
    public string? DueText { get; init; }

    /// <summary>Who leads on it and is asked.</summary>
    public Owner? Lead { get; init; }

    internal static Promise Of(Deliverable deliverable) =>
        new(deliverable.Code, deliverable.Text) { Due = deliverable.Due, DueText = deliverable.DueText, Lead = FirstOf(deliverable.Leads) };

    internal static Promise Of(BusinessPlanLine line) =>
        new(line.Code, line.Activity) { Due = line.Due, DueText = line.DueText, Lead = FirstOf(line.Responsible) };

    private static Owner? FirstOf(IReadOnlyList<Owner> owners) => owners.Count > 0 ? owners[0] : null;
}
