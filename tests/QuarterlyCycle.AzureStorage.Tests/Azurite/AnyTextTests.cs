using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

/// <summary>All stores agree on which text they keep and which they refuse.</summary>
public sealed class AnyTextTests(AzuriteProcess azurite)
{
    [Fact]
    public async Task No_text_breaks_a_key_a_partition_or_a_filter()
    {
        using MemoryRecordStore sqlite = new();
        TableRecordStore tables = TableRecordStore.Connect(azurite.Connection, $"t{Guid.NewGuid():N}"[..20]);
        HashSet<string> outcomes = [];
        await AnyText.ForAll(250, async text =>
        {
            string[] outcome = await Task.WhenAll(AnyText.AsKey(sqlite, text), AnyText.AsKey(tables, text));
            outcomes.UnionWith(outcome);
            Assert.Equal(outcome[0], outcome[1]);
        });
        Assert.Equal([AnyText.Kept, AnyText.Refused], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_text_is_changed_in_a_value()
    {
        using MemoryRecordStore sqlite = new();
        TableRecordStore tables = TableRecordStore.Connect(azurite.Connection, $"t{Guid.NewGuid():N}"[..20]);
        HashSet<string> outcomes = [];
        await AnyText.ForAll(250, async text =>
        {
            string[] outcome = await Task.WhenAll(AnyText.AsValue(sqlite, text), AnyText.AsValue(tables, text));
            outcomes.UnionWith(outcome);
            Assert.Equal(outcome[0], outcome[1]);
        });
        Assert.Equal([AnyText.Kept, AnyText.Refused], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_text_breaks_the_name_of_a_file()
    {
        using TemporaryFolder folder = new();
        BlobFileStore blobs = BlobFileStore.Connect(azurite.Connection, $"c{Guid.NewGuid():N}");
        HashSet<string> outcomes = [];
        int number = 0;
        await AnyText.ForAll(250, async text =>
        {
            FolderFileStore files = new(folder.At($"{++number}"));
            string[] outcome = [await AnyText.AsName(files, text), await AnyText.AsName(blobs, text)];
            outcomes.UnionWith(outcome);
            Assert.Equal(outcome[0], outcome[1]);
        });
        Assert.Equal([AnyText.Kept, AnyText.Refused], outcomes.Order(StringComparer.Ordinal));
    }
}
