using System.CommandLine;
using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Reads a plan and names every problem; imports nothing.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> plan = new("plan") { Description = "A sample plan's name, or the path of a folder of CSV files or an .xlsx workbook." };
        Command command = new("check", "Name every problem of a plan: sheet, row, column, value and reason.") { plan };
        command.SetAction(parsed =>
        {
            PlanCheck check = PlanArgument.Find(parsed.GetValue(plan)!).Check();
            PlanReport.Print(check);
            return check.Errors.Count == 0 ? CommandLine.Worked : CommandLine.Refused;
        });
        return command;
    }
}
