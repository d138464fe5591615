using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Tests.Files;
using Xunit;

namespace QuarterlyCycle.App.Tests.CommandLine;

public sealed class RehearseCommandTests
{
    [Fact]
    public async Task Rehearsals_write_the_same_bytes_also_when_one_takes_an_earlier_ones_place_and_one_reads_the_plan_from_a_workbook()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllBytesAsync(folder.At("plan.xlsx"), PlanWorkbook.Write(SamplePlan.Read()), TestContext.Current.CancellationToken);
        File.Copy(Path.Combine(SamplePlan.Folder, "scenario.json"), folder.At("plan.scenario.json"));

        await LeaveAnEarlierOne(folder.At("second"));
        await File.WriteAllTextAsync(folder.At("minutes.txt"), "Minutes", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(folder.At("second/timeline.csv"), folder.At("minutes.txt"));
        Directory.CreateSymbolicLink(folder.At("second/packs/elsewhere"), folder.Path);

        Ran first = await CommandProcess.Run("rehearse", "--out", folder.At("first"));
        Ran second = await CommandProcess.Run("rehearse", "--out", folder.At("second"));
        Ran third = await CommandProcess.Run("rehearse", "--plan", folder.At("plan.xlsx"), "--out", folder.At("third"));

        Assert.Equal((0, 0, 0), (first.Code, second.Code, third.Code));
        Assert.DoesNotContain('\u001b', first.Output);
        Assert.DoesNotContain("Not as the scenario expects", first.Output, StringComparison.Ordinal);
        Assert.Contains(first.Output.Split('\n'), line => line.Contains("Joint Strategic Commissioning Board", StringComparison.Ordinal) && line.Contains("newest version 2", StringComparison.Ordinal));
        Assert.Equal("Minutes", await File.ReadAllTextAsync(folder.At("minutes.txt"), TestContext.Current.CancellationToken));
        string[] names = Names(folder.At("first"));
        Assert.True(names.Length > 900, $"{names.Length} files");
        foreach (string other in new[] { "second", "third" })
        {
            Assert.Equal(names, Names(folder.At(other)));
            Assert.DoesNotContain(names.Where(name => File.Exists(folder.At($"first/{name}"))), name => !File.ReadAllBytes(folder.At($"first/{name}")).AsSpan().SequenceEqual(File.ReadAllBytes(folder.At($"{other}/{name}"))));
        }
    }

    // Longer files of the same name, and files and folders that a rehearsal of Derby's plan has not.
    private static async Task LeaveAnEarlierOne(string folder)
    {
        foreach (string name in new[] { ".quarterlycycle-rehearsal", "summary.txt", "audit.csv", "mail/9999 E1 nobody.txt", "packs/1999-00-Q1/nobody/v1/old.html" })
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, new string('x', 500_000), TestContext.Current.CancellationToken);
        }
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
}
