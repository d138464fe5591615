using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using QuarterlyCycle.App.Tests.CommandLine;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Rehearsals;
using Xunit;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

public sealed class RehearsalTests(AzuriteProcess azurite)
{
    [Fact]
    public async Task Derbys_rehearsal_over_Tables_and_Blobs_writes_the_same_bytes_as_over_SQLite_and_a_folder_and_leaves_nothing_in_the_account()
    {
        using TemporaryFolder folder = new();
        string account = azurite.NewAccount();

        await Task.WhenAll(
            Rehearse(folder.At("sqlite"), null, () => Task.CompletedTask),
            Rehearse(folder.At("azure"), await AccountStores.OpenForRehearsal(account), async () =>
            {
                string[] held = await Held(account);
                Assert.Contains(held, name => name.StartsWith("Rehearsal", StringComparison.Ordinal) && name.EndsWith("Audit", StringComparison.Ordinal));
                Assert.Contains(held, name => name.StartsWith("rehearsal-", StringComparison.Ordinal));
            }));

        string[] names = Names(folder.At("sqlite"));
        Assert.True(names.Length > 900, $"{names.Length} files");
        Assert.Contains("audit.csv", names);
        Assert.Equal(names, Names(folder.At("azure")));
        Assert.DoesNotContain(names, name => !File.ReadAllBytes(folder.At($"sqlite/{name}")).AsSpan().SequenceEqual(File.ReadAllBytes(folder.At($"azure/{name}"))));
        Assert.DoesNotContain(await Held(account), name => name.StartsWith("rehearsal", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task Rehearse(string target, Stores? stores, Func<Task> look)
    {
        Plan plan = SamplePlan.Read();
        Scenario scenario = Scenario.Read(Path.Combine(SamplePlan.Folder, "scenario.json"));
        await using Rehearsal rehearsal = await Rehearsal.Run(plan, Quarter.Parse(scenario.Quarter), [scenario], (_, _) => { }, stores);
        RehearsalSummary summary = await RehearsalSummary.Of(rehearsal, plan);
        Assert.Empty(summary.Surprises);
        RehearsalFolder folder = new(target);
        folder.Prepare();
        await folder.Write(rehearsal, summary);
        await look();
    }

    private static async Task<string[]> Held(string account)
    {
        List<string> names = [];
        await foreach (TableItem table in new TableServiceClient(account).QueryAsync())
        {
            names.Add(table.Name);
        }

        await foreach (BlobContainerItem container in new BlobServiceClient(account).GetBlobContainersAsync())
        {
            names.Add(container.Name);
        }

        return [.. names];
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
}
