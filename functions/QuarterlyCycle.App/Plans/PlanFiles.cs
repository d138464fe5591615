using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.App.Plans;

/// <summary>The sheets found in a folder or workbook, and what could not be read at all.</summary>
internal sealed record PlanFiles(IReadOnlyList<PlanSheet> Sheets, IReadOnlyList<CellProblem> Problems)
{
    public static PlanFiles Unreadable(string name, string message) => new([], [new CellProblem(name, null, null, null, null, message)]);
}
