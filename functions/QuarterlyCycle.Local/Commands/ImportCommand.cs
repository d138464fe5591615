using System.CommandLine;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using QuarterlyCycle.Local.Hosting;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Imports a clean plan as the current one; says what is added, changed and retired.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        Argument<string> planArgument = new("plan") { Description = "A sample plan's name, or the path of a folder of CSV files or an .xlsx workbook." };
        Option<string> dataOption = DataOption.Create();
        Command command = new("import", "Check a plan and, when it has no error, make it the current one.") { planArgument, dataOption };
        command.SetAction((parsed, _) => Run(PlanArgument.Find(parsed.GetValue(planArgument)!), new Installation(parsed.GetValue(dataOption)!)));
        return command;
    }

    private static async Task<int> Run(PlanArgument argument, Installation installation)
    {
        PlanCheck check = argument.Check();
        PlanReport.Print(check);
        if (check.Plan is not { } read)
        {
            return CommandLine.Refused;
        }

        await using RunningService service = await RunningService.Open(installation.Setup(TimeProvider.System, new Uri("http://localhost:7071"), "Import"));
        PlanLibrary library = service.Get<PlanLibrary>();
        Plan? old = await library.Current();
        HashSet<string> withFigures = await WithFigures(service.Get<QuarterRecords>());
        Plan plan = PlanChanges.Retain(old, read, withFigures.Contains);
        foreach (PlanChange change in PlanChanges.Between(old, plan))
        {
            Console.WriteLine($"{change.Kind}: {change.Sheet} {change.Row}{(change.Cells.Count > 0 ? $" ({string.Join("; ", change.Cells.Select(cell => cell.ToString()))})" : "")}");
        }

        PlanVersion saved = await library.Save(plan, "command line");
        Console.WriteLine($"{plan.Partnership.Name} is version {saved.Number} of the plan. A quarter that runs keeps its plan, unless the project manager takes this one at /cycle/plan.");
        return CommandLine.Worked;
    }

    private static async Task<HashSet<string>> WithFigures(QuarterRecords records)
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach (Cycle cycle in await records.Cycles.All())
        {
            codes.UnionWith((await records.Figures.All(cycle.Code)).Where(figure => figure.Submission is not null).Select(figure => figure.Code));
        }

        return codes;
    }
}
