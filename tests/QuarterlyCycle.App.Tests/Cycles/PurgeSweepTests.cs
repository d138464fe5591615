using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Cycles;

public sealed class PurgeSweepTests : PurgeContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteRecordStore _store;

    public PurgeSweepTests() => _store = SqliteRecordStore.Open(_folder.At("records.db"));

    protected override IRecordStore Store => _store;

    [Fact]
    public async Task It_acts_once_a_night_from_2am_in_London_whoever_asks()
    {
        await OldLink("1");
        MoveTo(day: 7, hour: 1, minute: 59);
        Assert.Equal(1, await Sweep(Store).Run(Token));
        await OldLink("2");
        Assert.Equal(0, await Sweep(Store).Run(Token));
        MoveTo(day: 7, hour: 2, minute: 0);
        Assert.Equal(1, await Sweep(Store).Run(Token));
        await OldLink("3");
        MoveTo(day: 8, hour: 1, minute: 59);
        Assert.Equal(0, await Sweep(Store).Run(Token));

        // The night after was missed: it is made good by day.
        MoveTo(day: 9, hour: 14, minute: 0);
        Assert.Equal(1, await Sweep(Store).Run(Token));
    }

    [Fact]
    public async Task One_that_is_killed_anywhere_is_finished_by_the_next()
    {
        await OldLink("1");
        await OldLink("2");
        int kills = 0;
        for (int step = 1; ; step += 97)
        {
            Fuse fuse = new(step);
            try
            {
                await Sweep(new KillableRecordStore(_store, fuse)).Run(Token);
                break;
            }
            catch (KilledException)
            {
                kills++;
            }
        }

        Assert.True(kills > 5);
        await foreach ((string table, Row _) in Store.All(Token))
        {
            Assert.Equal("LastPurges", table);
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
