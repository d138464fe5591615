using QuarterlyCycle.App.Records;
using Xunit;

namespace QuarterlyCycle.App.Tests.Records;

/// <summary>What every record store does, whatever it is made of. Inherited once for each store.</summary>
public abstract class RecordStoreContract : IDisposable
{
    private const string Table = "Contract";

    protected abstract IRecordStore Store { get; }

    [Fact]
    public async Task A_row_that_was_never_written_is_null() => Assert.Null(await Store.Get(Table, "p", "k", Token));

    [Fact]
    public async Task A_row_comes_back_as_it_was_written_with_an_ETag()
    {
        Row? written = await Store.Insert(Table, A("k", "a", "£5 – “quoted”\n"), Token);
        Row? read = await Store.Get(Table, "p", "k", Token);
        Assert.NotNull(written);
        Assert.NotNull(read);
        Assert.NotEmpty(read.ETag);
        Assert.Equal(written.ETag, read.ETag);
        Assert.Equal("£5 – “quoted”\n", read.Values["a"]);
    }

    [Fact]
    public async Task A_taken_key_is_not_written_over()
    {
        await Store.Insert(Table, A("k", "a", "1"), Token);
        Assert.Null(await Store.Insert(Table, A("k", "a", "2"), Token));
        Assert.Equal("1", (await Store.Get(Table, "p", "k", Token))!.Values["a"]);
    }

    [Fact]
    public async Task The_same_key_may_stand_in_two_partitions_and_two_tables()
    {
        await Store.Insert(Table, A("k", "a", "1"), Token);
        Assert.NotNull(await Store.Insert(Table, A("k", "a", "2") with { Partition = "q" }, Token));
        Assert.NotNull(await Store.Insert("Contract2", A("k", "a", "3"), Token));
        Assert.Equal("1", (await Store.Get(Table, "p", "k", Token))!.Values["a"]);
    }

    [Fact]
    public async Task A_row_is_replaced_whole_when_its_ETag_matches()
    {
        Row inserted = (await Store.Insert(Table, A("k", "a", "1"), Token))!;
        Row? replaced = await Store.Replace(Table, A("k", "b", "2") with { ETag = inserted.ETag }, Token);
        Assert.NotNull(replaced);
        Assert.NotEqual(inserted.ETag, replaced.ETag);
        Row read = (await Store.Get(Table, "p", "k", Token))!;
        Assert.Equal(replaced.ETag, read.ETag);
        Assert.Equal(["b"], read.Values.Keys);
    }

    [Fact]
    public async Task A_row_that_somebody_else_replaced_is_not_replaced()
    {
        Row inserted = (await Store.Insert(Table, A("k", "a", "1"), Token))!;
        await Store.Replace(Table, A("k", "a", "2") with { ETag = inserted.ETag }, Token);
        Assert.Null(await Store.Replace(Table, A("k", "a", "3") with { ETag = inserted.ETag }, Token));
        Assert.Equal("2", (await Store.Get(Table, "p", "k", Token))!.Values["a"]);
    }

    [Fact]
    public async Task A_row_that_is_gone_is_not_replaced()
    {
        Row inserted = (await Store.Insert(Table, A("k", "a", "1"), Token))!;
        await Store.Delete(Table, "p", "k", Token);
        Assert.Null(await Store.Replace(Table, A("k", "a", "3") with { ETag = inserted.ETag }, Token));
    }

    [Fact]
    public async Task A_row_deleted_and_written_again_has_another_ETag()
    {
        Row first = (await Store.Insert(Table, A("k", "a", "1"), Token))!;
        await Store.Delete(Table, "p", "k", Token);
        Row second = (await Store.Insert(Table, A("k", "a", "1"), Token))!;
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Null(await Store.Replace(Table, A("k", "a", "3") with { ETag = first.ETag }, Token));
    }

    [Fact]
    public async Task Deleting_says_whether_there_was_a_row()
    {
        await Store.Insert(Table, A("k", "a", "1"), Token);
        Assert.True(await Store.Delete(Table, "p", "k", Token));
        Assert.False(await Store.Delete(Table, "p", "k", Token));
        Assert.Null(await Store.Get(Table, "p", "k", Token));
    }

    [Fact]
    public async Task A_partition_is_listed_in_the_ordinal_order_of_its_keys()
    {
        foreach (string key in new[] { "b", "a.10", "B", "a-1", "a.9", "9999" })
        {
            await Store.Insert(Table, A(key, "a", key), Token);
        }

        await Store.Insert(Table, A("other", "a", "x") with { Partition = "p2" }, Token);
        IReadOnlyList<Row> rows = await Store.List(Table, "p", Token);
        Assert.Equal(["9999", "B", "a-1", "a.10", "a.9", "b"], rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.Equal(row.Key, row.Values["a"]));
        Assert.Empty(await Store.List(Table, "nobody", Token));
    }

    [Fact]
    public async Task The_ordinal_order_holds_for_every_character()
    {
        foreach (string key in new[] { "\ue000", "\ud83d\ude00", "z", "é" })
        {
            await Store.Insert(Table, A(key, "a", key), Token);
        }

        Assert.Equal(["z", "é", "\ud83d\ude00", "\ue000"], (await Store.List(Table, "p", Token)).Select(row => row.Key));
    }

    [Fact]
    public async Task Every_row_of_every_table_can_be_read_for_carrying_it_elsewhere()
    {
        Assert.Empty(await Store.All(Token).ToArrayAsync(Token));
        Row[] rows = [A("k|1", "a", "1"), A("k|2", "b", "2"), A("k|1", "a", "3") with { Partition = "q é" }];
        foreach (Row row in rows)
        {
            await Store.Insert(Table, row, Token);
        }

        Row other = (await Store.Insert("Contract2", A("k", "c", "4"), Token))!;
        await Store.Insert(Table, A("gone", "a", "5"), Token);
        await Store.Delete(Table, "p", "gone", Token);

        (string Table, Row Row)[] all = await Store.All(Token).ToArrayAsync(Token);

        Assert.Equal(
            ["Contract p k|1 a=1", "Contract p k|2 b=2", "Contract q é k|1 a=3", "Contract2 p k c=4"],
            all.Select(each => $"{each.Table} {each.Row.Partition} {each.Row.Key} {string.Join(' ', each.Row.Values.Select(value => $"{value.Key}={value.Value}"))}").Order(StringComparer.Ordinal));
        Assert.Equal(other.ETag, all.Single(each => each.Table == "Contract2").Row.ETag);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    [InlineData("")]
    public async Task A_forbidden_key_is_refused_everywhere(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Get(Table, "p", key, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Get(Table, key, "k", Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.List(Table, key, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Insert(Table, A(key, "a", "1"), Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Replace(Table, A(key, "a", "1") with { ETag = "1" }, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Delete(Table, "p", key, Token));
    }

    [Fact]
    public async Task A_key_has_at_most_512_characters()
    {
        Assert.NotNull(await Store.Insert(Table, A(new string('k', 512), "a", "1"), Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Insert(Table, A(new string('k', 513), "a", "1"), Token));
    }

    [Fact]
    public async Task A_key_of_102_characters_of_any_kind_fits_and_a_longer_one_is_refused_and_never_cut()
    {
        string key = string.Concat(Enumerable.Repeat("'é", 51));
        Assert.NotNull(await Store.Insert(Table, A(key, "a", "1") with { Partition = key }, Token));
        Assert.Equal(key, Assert.Single(await Store.List(Table, key, Token)).Key);
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Insert(Table, A(key + "'", "a", "1"), Token));
        Assert.Contains("103 characters and takes 515 places; 1 to 512 are allowed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_character_is_refused_and_never_changed()
    {
        foreach (string text in new[] { "\ud800", "a\udc00b", "\ud83d\ude00\ud83d" })
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Insert(Table, A(text, "a", "1"), Token));
            ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Insert(Table, A("k", "Comment", text), Token));
            Assert.Contains("Comment of row 'p', 'k' of table Contract holds half a character", refused.Message, StringComparison.Ordinal);
            Assert.Null(await Store.Get(Table, "p", "k", Token));
        }
    }

    [Fact]
    public async Task A_value_has_at_most_32768_characters_and_the_message_names_it()
    {
        Assert.NotNull(await Store.Insert(Table, A("k", "Comment", new string('é', 32_768)), Token));
        Assert.Equal(32_768, (await Store.Get(Table, "p", "k", Token))!.Values["Comment"].Length);
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.Insert(Table, A("long", "Comment", new string('é', 32_769)), Token));
        Assert.Contains("Comment", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'long'", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Table, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PartitionKey")]
    [InlineData("Timestamp")]
    [InlineData("WriteId")]
    [InlineData("two words")]
    [InlineData("1st")]
    public async Task A_value_needs_a_name_that_every_store_takes(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Insert(Table, A("k", name, "1"), Token));

    [Fact]
    public async Task Any_text_comes_back_as_it_was_or_is_refused()
    {
        HashSet<string> keys = [];
        HashSet<string> values = [];
        await AnyText.ForAll(60, async text =>
        {
            keys.Add(await AnyText.AsKey(Store, text));
            values.Add(await AnyText.AsValue(Store, text));
        });
        Assert.Equal([AnyText.Kept, AnyText.Refused], keys.Order(StringComparer.Ordinal));
        Assert.Equal([AnyText.Kept, AnyText.Refused], values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_row_holds_at_most_252_values_and_a_mebibyte()
    {
        Dictionary<string, string> many = Enumerable.Range(0, 253).ToDictionary(number => $"v{number}", _ => "1");
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Insert(Table, new Row("p", "many", "", many), Token));
        many.Remove("v0");
        Assert.NotNull(await Store.Insert(Table, new Row("p", "many", "", many), Token));

        Dictionary<string, string> large = Enumerable.Range(0, 16).ToDictionary(number => $"v{number}", _ => new string('x', 32_768));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Insert(Table, new Row("p", "large", "", large), Token));
    }

    [Fact]
    public async Task Of_many_at_once_one_inserts_and_every_update_counts()
    {
        Row?[] inserted = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.Insert(Table, A("k", "Count", "0"), Token))));
        Assert.Single(inserted, row => row is not null);

        RecordTable<Counter> counters = new(Store, Table);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => counters.Update("p", "k", counter => new Counter(counter.Count + 1), Token))));
        Assert.Equal(20, (await counters.Get("p", "k", Token))!.Record.Count);
    }

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract void Close();

    protected static Row A(string key, string name, string value) =>
        new("p", key, "", new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value });

    private sealed record Counter(int Count);
}
