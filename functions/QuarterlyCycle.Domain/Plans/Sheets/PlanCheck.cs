namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>What was found in a plan's sheets: the plan, only when there is no error, and every problem of one pass.</summary>
public sealed record PlanCheck(Plan? Plan, IReadOnlyList<CellProblem> Errors, IReadOnlyList<CellProblem> Warnings)
{
    /// <summary>A check that failed before any sheet could be read.</summary>
    public static PlanCheck Unreadable(params IReadOnlyList<CellProblem> errors) => new(null, errors, []);
}
