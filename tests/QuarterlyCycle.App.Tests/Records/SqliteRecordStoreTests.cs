using Microsoft.Data.Sqlite;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Records;

public sealed class SqliteRecordStoreTests : RecordStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private SqliteRecordStore _store;

    public SqliteRecordStoreTests() => _store = SqliteRecordStore.Open(_folder.At("records.db"));

    protected override IRecordStore Store => _store;

    [Fact]
    public async Task What_was_written_is_there_when_the_file_is_opened_again()
    {
        Row first = (await Store.Insert("Contract", A("k", "a", "1"), Token))!;
        await Store.Insert("Contract", A("gone", "a", "1"), Token);
        await Store.Delete("Contract", "p", "gone", Token);
        _store.Dispose();
        _store = SqliteRecordStore.Open(_folder.At("records.db"));
        Row read = (await Store.Get("Contract", "p", "k", Token))!;
        Assert.Equal(first.ETag, read.ETag);
        Row again = (await Store.Insert("Contract", A("gone", "a", "2"), Token))!;
        Assert.True(long.Parse(again.ETag, System.Globalization.CultureInfo.InvariantCulture) > 2);
    }

    [Fact]
    public void A_second_store_on_the_file_is_refused_and_told_which_file()
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => SqliteRecordStore.Open(_folder.At("records.db")));
        Assert.Contains(_folder.At("records.db"), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_later_program_is_refused()
    {
        _store.Dispose();
        using (SqliteConnection connection = new($"Data Source={_folder.At("records.db")};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand raise = connection.CreateCommand();
            raise.CommandText = "PRAGMA user_version = 2";
            raise.ExecuteNonQuery();
        }

        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => SqliteRecordStore.Open(_folder.At("records.db")));
        Assert.Contains("later version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_taken_while_the_store_is_open_holds_every_row()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(number => Store.Insert("Contract", A($"k{number}", "a", "1"), Token)));
        SqliteRecordStore.BackUp(_folder.At("records.db"), _folder.At("copy.db"));
        using SqliteRecordStore copy = SqliteRecordStore.Open(_folder.At("copy.db"));
        Assert.Equal(500, (await copy.List("Contract", "p", Token)).Count);
    }

    [Fact]
    public async Task A_backup_can_be_taken_while_nobody_has_the_store_open()
    {
        await Store.Insert("Contract", A("k", "a", "1"), Token);
        _store.Dispose();
        SqliteRecordStore.BackUp(_folder.At("records.db"), _folder.At("copy.db"));
        _store = SqliteRecordStore.Open(_folder.At("copy.db"));
        Assert.NotNull(await Store.Get("Contract", "p", "k", Token));
    }

    [Fact]
    public async Task A_closed_store_takes_no_more_writes()
    {
        _store.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await _store.Insert("Contract", A("k", "a", "1"), Token));
    }

    protected override void Close()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
