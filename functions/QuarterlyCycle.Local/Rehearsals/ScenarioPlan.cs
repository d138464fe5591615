using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using QuarterlyCycle.Local.Commands;

namespace QuarterlyCycle.Local.Rehearsals;

/// <summary>The plan as a scenario's project manager imports it again: some cells corrected, and checked like every import.</summary>
internal static class ScenarioPlan
{
    /// <summary>The plan with the step's changes; a change that finds no cell, or makes the plan wrong, is refused in a sentence.</summary>
    public static Plan Corrected(Plan plan, ScenarioStep step)
    {
        IReadOnlyList<PlanSheet> sheets = PlanWriter.Write(plan);
        foreach (ScenarioPlanChange change in step.Changes)
        {
            sheets = [.. sheets.Select(sheet => sheet.Name == change.Sheet ? With(sheet, change, step) : sheet)];
            if (sheets.All(sheet => sheet.Name != change.Sheet))
            {
                throw new RefusedArgument($"The scenario corrects the sheet {change.Sheet} on day {step.Day}, but the plan has no such sheet.");
            }
        }

        PlanCheck check = PlanReader.Read(sheets);
        return check.Plan
            ?? throw new RefusedArgument($"The plan as the scenario corrects it on day {step.Day} cannot be imported: {check.Errors[0]}");
    }

    private static PlanSheet With(PlanSheet sheet, ScenarioPlanChange change, ScenarioStep step)
    {
        int code = PlaceOf(sheet, "code");
        int column = PlaceOf(sheet, change.Column);
        int row = code < 0 ? -1 : sheet.Rows.ToList().FindIndex(each => each.Cell(code) == change.Code);
        if (row < 0 || column < 0)
        {
            throw new RefusedArgument(
                $"The scenario corrects {change.Column} of {change.Code} in the sheet {change.Sheet} on day {step.Day}, but the plan has no such cell.");
        }

        IEnumerable<string> cells = sheet.Headers.Select((_, place) => place == column ? change.Value : sheet.Rows[row].Cell(place));
        return sheet with { Rows = [.. sheet.Rows.Select((each, place) => place == row ? each with { Cells = [.. cells] } : each)] };
    }

    private static int PlaceOf(PlanSheet sheet, string column) => sheet.Headers.ToList().IndexOf(column);
}
