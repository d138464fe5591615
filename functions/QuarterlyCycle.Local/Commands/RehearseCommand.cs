using System.CommandLine;
using System.Diagnostics;
using System.Runtime;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Rehearsals;
using Spectre.Console;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Plays a whole quarter with skipped time and writes everything it produced to a folder.</summary>
internal static class RehearseCommand
{
    public static Command Create()
    {
        Option<string> planOption = new("--plan") { Description = "A sample plan's name, or the path of a folder of CSV files or an .xlsx workbook.", HelpName = "NAME-OR-PATH", DefaultValueFactory = _ => PlanArgument.Default };
        Option<string?> quarterOption = new("--quarter") { Description = "The quarter, like 2008-09-Q2; the scenario's own if not given.", HelpName = "QUARTER" };
        Option<int> quartersOption = new("--quarters") { Description = "How many quarters in a row; the scenario must be written for them.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
        Option<string?> scenarioOption = new("--scenario") { Description = "Who does what; the file scenario.json beside the plan if not given.", HelpName = "FILE" };
        Option<string> outOption = new("--out") { Description = "Where everything is written.", HelpName = "DIR", DefaultValueFactory = _ => "out" };
        Command command = new("rehearse", "Play a whole quarter in seconds, and write every e-mail, pack, date and audit entry.") { planOption, quarterOption, quartersOption, scenarioOption, outOption };
        SettingsOption settings = new(command);
        command.SetAction((parsed, _) => Run(parsed.GetValue(planOption)!, parsed.GetValue(quarterOption), parsed.GetValue(quartersOption), parsed.GetValue(scenarioOption), parsed.GetValue(outOption)!, settings.Read(parsed)));
        return command;
    }

    private static async Task<int> Run(string planText, string? quarterText, int quarters, string? scenarioFile, string folder, Settings settings)
    {
        Stopwatch watch = Stopwatch.StartNew();

        // Most of the code runs a few times at most, and compiling it takes a third of the time: what one rehearsal needed, the next has compiled beforehand by
        // another processor. The list stands beside the program; where that cannot be written there is none.
        ProfileOptimization.SetProfileRoot(AppContext.BaseDirectory);
        ProfileOptimization.StartProfile("rehearse.profile");
        PlanArgument argument = PlanArgument.Find(planText);

        // The plan is read beside all that does not need it: of the wait before the quarter begins it is the longer half.
        Task<PlanCheck> checking = Task.Run(argument.Check);
        Scenario scenario = Scenario.Read(scenarioFile ?? argument.Scenario);
        if (!Quarter.TryParse(quarterText ?? scenario.Quarter, out Quarter quarter))
        {
            throw new RefusedArgument($"\"{quarterText ?? scenario.Quarter}\" is not a quarter. Write it like 2008-09-Q2.");
        }

        IReadOnlyList<Scenario> scenarios = [.. scenario.Quarters];
        if (quarters < 1 || quarters > scenarios.Count)
        {
            throw new RefusedArgument($"The scenario is written for {(scenarios.Count == 1 ? "1 quarter" : $"{scenarios.Count} quarters")}, so --quarters must be {(scenarios.Count == 1 ? "1" : $"from 1 to {scenarios.Count}")}.");
        }

        Stores? stores = settings.Section<StorageOptions>("Storage") is { } storage ? await AccountStores.OpenForRehearsal(storage.Account) : null;
        await using Rehearsal rehearsal = await Rehearsal.Open(quarter, quarters, stores);
        if (PlanReport.PlanOf(await checking) is not { } plan)
        {
            return CommandLine.Refused;
        }

        RehearsalFolder output = new(folder);
        output.Prepare();
        await Play(rehearsal, plan, quarter, [.. scenarios.Take(quarters)]);
        RehearsalSummary summary = await RehearsalSummary.Of(rehearsal, plan);
        await output.Write(rehearsal, summary);
        Print(summary);
        AnsiConsole.MarkupLineInterpolated($"Everything is in [bold]{folder}[/]: the e-mails in mail, the packs in packs, timeline.csv, audit.csv, summary.txt. It took {watch.Elapsed.TotalSeconds:0.0} seconds.");
        return summary.Surprises.Count == 0 ? CommandLine.Worked : CommandLine.Fault;
    }

    private static async Task Play(Rehearsal rehearsal, Plan plan, Quarter quarter, IReadOnlyList<Scenario> scenarios)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            AnsiConsole.WriteLine($"Rehearsing {quarter} of {plan.Partnership.Name}");
            await rehearsal.Play(plan, scenarios, (_, _) => { });
            return;
        }

        await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            ProgressTask progress = context.AddTask($"Rehearsing {quarter}");
            DateTime? startUtc = null;
            await rehearsal.Play(plan, scenarios, (nowUtc, lastUtc) =>
            {
                startUtc ??= nowUtc;
                progress.Description = BritishWords.Date(LondonTime.DateOf(nowUtc));
                progress.Value = Math.Min(100, 100 * (nowUtc - startUtc.Value) / (lastUtc - startUtc.Value));
            });
        });
    }

    private static void Print(RehearsalSummary summary)
    {
        foreach (SummaryTable table in summary.Tables)
        {
            Table printed = new Table().Title($"[bold]{Markup.Escape(table.Title)}[/]").Border(TableBorder.Simple).HideHeaders().AddColumn("").AddColumn("");
            foreach ((string name, string value) in table.Rows)
            {
                printed.AddRow(Markup.Escape(name), Markup.Escape(value));
            }

            AnsiConsole.Write(printed);
        }

        foreach (string surprise in summary.Surprises)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]Not as the scenario expects:[/] {surprise}");
        }
    }
}
