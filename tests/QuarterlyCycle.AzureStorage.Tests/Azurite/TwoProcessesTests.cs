using System.Diagnostics;
using QuarterlyCycle.App.Records;
using Xunit;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

public sealed class TwoProcessesTests : IDisposable
{
    private readonly TableRecordStore _store;
    private readonly Process _other;

    public TwoProcessesTests(AzuriteProcess azurite)
    {
        string prefix = $"t{Guid.NewGuid():N}"[..20];
        _store = TableRecordStore.Connect(azurite.Connection, prefix);
        _other = SecondProcess.Start(azurite.Connection, prefix);
    }

    [Fact]
    public async Task Of_two_processes_that_insert_the_same_row_one_wins_and_the_other_is_told()
    {
        for (int round = 0; round < 20; round++)
        {
            string[] came = await Task.WhenAll(
                SecondProcess.Act(_store, $"insert k{round} here"),
                Other($"insert k{round} there"));

            Assert.Equal(["inserted", "taken"], came.Order(StringComparer.Ordinal));
            Assert.Equal([came[0] == "inserted" ? "here" : "there"], (await SecondProcess.Read(_store, $"k{round}")).Record.Names);
        }
    }

    [Fact]
    public async Task A_process_whose_reading_is_old_sees_the_conflict_reads_again_and_loses_nothing()
    {
        await SecondProcess.Act(_store, "insert k here");
        Stored<Tally> read = await SecondProcess.Read(_store, "k");
        Assert.Equal("added", await Other("add k there"));

        Assert.False(await SecondProcess.Replace(_store, "k", read, "too late"));
        Assert.True(await SecondProcess.Replace(_store, "k", await SecondProcess.Read(_store, "k"), "here again"));

        Assert.Equal("added", await Other("add k there"));
        Assert.Equal(["here", "there", "here again", "there"], (await SecondProcess.Read(_store, "k")).Record.Names.Take(4));
    }

    [Fact]
    public async Task Of_all_that_two_processes_add_to_a_row_at_once_nothing_is_lost_or_twice()
    {
        const int each = 60;
        await SecondProcess.Act(_store, "insert k both");

        await Task.WhenAll(SecondProcess.Act(_store, $"add k here {each}"), Other($"add k there {each}"));

        IReadOnlyList<string> names = (await SecondProcess.Read(_store, "k")).Record.Names;
        Assert.Equal((2 * each) + 1, names.Count);
        Assert.Equal(Enumerable.Range(0, each).Select(time => $"here{time}"), names.Where(name => name.StartsWith("here", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(0, each).Select(time => $"there{time}"), names.Where(name => name.StartsWith("there", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        _other.Kill();
        _other.WaitForExit();
        _other.Dispose();
    }

    private async Task<string> Other(string what) => await SecondProcess.Tell(_other, what) ?? throw new InvalidOperationException("The second process has ended.");
}
