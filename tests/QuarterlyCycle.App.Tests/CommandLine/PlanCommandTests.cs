using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.CommandLine;

public sealed class PlanCommandTests
{
    [Fact]
    public async Task Each_kind_of_bad_cell_is_named_and_nothing_is_imported()
    {
        using TemporaryFolder folder = new();
        string plan = Spoiled(folder);

        Ran check = await CommandProcess.Run("check", plan);
        Ran import = await CommandProcess.Run("import", plan, "--data", folder.At("data"));

        foreach (Ran ran in new[] { check, import })
        {
            Assert.Equal(2, ran.Code);
            Assert.Empty(ran.Errors);
            string[] lines = ran.Output.Split('\n');
            foreach ((string place, string value) in Expected)
            {
                Assert.True(
                    lines.Any(line => line.StartsWith(place, StringComparison.Ordinal) && line.Contains(value, StringComparison.Ordinal)),
                    $"Nothing names {value} in {place}:\n{ran.Output}");
            }

            Assert.Contains("Nothing is imported.", ran.Output, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(folder.At("data")));
    }

    [Fact]
    public async Task A_missing_sheet_is_named()
    {
        using TemporaryFolder folder = new();
        string plan = SamplePlan.CopyTo(folder.At("plan"));
        File.Delete(Path.Combine(plan, "bodies.csv"));

        Ran ran = await CommandProcess.Run("check", plan);

        Assert.Equal(2, ran.Code);
        Assert.Contains(ran.Output.Split('\n'), line => line.StartsWith("bodies: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workbook_that_is_no_workbook_is_one_clear_problem()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.At("plan.xlsx"), "This is no workbook.", TestContext.Current.CancellationToken);

        Ran ran = await CommandProcess.Run("check", folder.At("plan.xlsx"));
        Ran import = await CommandProcess.Run("import", folder.At("plan.xlsx"), "--data", folder.At("data"));

        Assert.Equal((2, 2), (ran.Code, import.Code));
        Assert.Contains("this is not an .xlsx workbook.", ran.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("data")));
    }

    [Fact]
    public async Task A_bad_plan_leaves_the_plan_that_is_there()
    {
        using TemporaryFolder folder = new();
        Ran first = await CommandProcess.Run("import", "derby-2008-09", "--data", folder.At("data"));

        Ran second = await CommandProcess.Run("import", Spoiled(folder), "--data", folder.At("data"));
        Ran third = await CommandProcess.Run("import", "derby-2008-09", "--data", folder.At("data"));

        Assert.Equal((0, 2, 0), (first.Code, second.Code, third.Code));
        Assert.Contains("is version 1 of the plan", first.Output, StringComparison.Ordinal);
        using SqliteRecordStore store = SqliteRecordStore.Open(folder.At("data/records.db"));
        FolderFileStore files = new(folder.At("data/files"));
        PlanLibrary plans = new(store, files, new QuarterRecords(store, files), TimeProvider.System);
        Assert.Equal(SamplePlan.Read().Indicators.Count, (await plans.Current(TestContext.Current.CancellationToken))!.Indicators.Count);
    }

    private static readonly (string Place, string Value)[] Expected =
    [
        ("indicators, row 2, ", "\"cubit\""),
        ("indicators, row 3, ", "\"nobody@example.org\""),
        ("indicators, row 5, ", "\"BH1a\""),
        ("targets, row 2, ", "\"plenty\""),
        ("meetings, row 2, ", "\"31 November 2008\""),
        ("people, row 1, column name", "this column is required and is missing."),
    ];

    // A choice that does not exist, a person whom nobody knows, a code twice, a number and a date that are none, and a column that is gone.
    private static string Spoiled(TemporaryFolder folder)
    {
        string plan = SamplePlan.CopyTo(folder.At("plan"));
        string[] indicators = File.ReadAllLines(Path.Combine(plan, "indicators.csv"));
        indicators[1] = indicators[1].Replace(",count,", ",cubit,", StringComparison.Ordinal);
        indicators[2] = indicators[2].Replace("louise.bates", "nobody", StringComparison.Ordinal);
        indicators[4] = indicators[4].Replace("BH1d,", "BH1a,", StringComparison.Ordinal);
        File.WriteAllLines(Path.Combine(plan, "indicators.csv"), indicators);
        string[] targets = File.ReadAllLines(Path.Combine(plan, "targets.csv"));
        targets[1] = targets[1].Replace("BH1a,2008-09,10,", "BH1a,2008-09,plenty,", StringComparison.Ordinal);
        File.WriteAllLines(Path.Combine(plan, "targets.csv"), targets);
        string[] people = File.ReadAllLines(Path.Combine(plan, "people.csv"));
        people[0] = people[0].Replace(",name,", ",named,", StringComparison.Ordinal);
        File.WriteAllLines(Path.Combine(plan, "people.csv"), people);
        File.WriteAllText(Path.Combine(plan, "meetings.csv"), "body,date\nboard,31 November 2008\n");
        return plan;
    }
}
