using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Records;
using Xunit;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

public sealed class TableRecordStoreTests : RecordStoreContract
{
    private readonly string _connection;
    private readonly string _prefix = $"t{Guid.NewGuid():N}"[..20];
    private readonly TableRecordStore _store;

    public TableRecordStoreTests(AzuriteProcess azurite)
    {
        _connection = azurite.Connection;
        _store = TableRecordStore.Connect(_connection, _prefix);
    }

    protected override IRecordStore Store => _store;

    [Fact]
    public async Task Of_two_stores_that_replace_the_same_row_one_wins_and_the_other_sees_the_conflict()
    {
        TableRecordStore other = TableRecordStore.Connect(_connection, _prefix);
        Row read = (await _store.Insert("Contract", A("k", "a", "0"), Token))!;
        Row?[] replaced = await Task.WhenAll(
            _store.Replace("Contract", A("k", "a", "1") with { ETag = read.ETag }, Token),
            other.Replace("Contract", A("k", "a", "2") with { ETag = read.ETag }, Token));
        Row winner = Assert.Single(replaced, row => row is not null)!;
        Assert.Equal(winner.Values["a"], (await _store.Get("Contract", "p", "k", Token))!.Values["a"]);
    }

    [Theory]
    [InlineData("O'Neill' or PartitionKey ne '")]
    [InlineData("100% ~0041 + & = £ – \ud83d\ude00")]
    [InlineData(" a b ")]
    public async Task A_key_that_looks_like_a_filter_or_an_escape_is_only_a_key(string key)
    {
        Row row = A(key, "a", "1") with { Partition = key };
        Assert.NotNull(await _store.Insert("Contract", row, Token));
        await _store.Insert("Contract", A("k", "a", "2"), Token);
        Row listed = Assert.Single(await _store.List("Contract", key, Token));
        Assert.Equal((key, key), (listed.Partition, listed.Key));
        Assert.True(await _store.Delete("Contract", key, key, Token));
    }

    [Fact]
    public void Every_key_is_read_back_as_it_was_and_holds_plain_characters_only() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            key =>
            {
                string escaped = TableKeys.Escape(key.Get[..Math.Min(key.Get.Length, 100)]);
                return TableKeys.Read(escaped) == key.Get[..Math.Min(key.Get.Length, 100)]
                    && escaped.All(character => char.IsAsciiLetterOrDigit(character) || "-._@:,~".Contains(character, StringComparison.Ordinal));
            }).QuickCheckThrowOnFailure();

    protected override void Close()
    {
    }
}
