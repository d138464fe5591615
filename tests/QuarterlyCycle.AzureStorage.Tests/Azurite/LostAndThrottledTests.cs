using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using QuarterlyCycle.App.Records;
using Xunit;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

/// <summary>A service that is busy, and answers that get lost: nothing is written twice, nothing is lost, and nobody takes their own write for somebody else's.</summary>
public sealed class LostAndThrottledTests(AzuriteProcess azurite) : IAsyncLifetime
{
    private const string Table = "Doors";

    private readonly string _prefix = $"t{Guid.NewGuid():N}"[..20];
    private Doorkeeper _door = null!;
    private TableRecordStore _store = null!;
    private TableRecordStore _behind = null!;

    public async ValueTask InitializeAsync()
    {
        string connection = azurite.Connection;
        _door = await Doorkeeper.Open(EndpointOf(connection, "TableEndpoint"));
        _store = TableRecordStore.Connect(AzuriteProcess.Through(connection, tables: _door.Address), _prefix);
        _behind = TableRecordStore.Connect(connection, _prefix);
        await _behind.Insert(Table, A("first", "0"));
        await _store.Get(Table, "p", "first");
    }

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    [Theory]
    [InlineData(nameof(AtTheDoor.Busy))]
    [InlineData(nameof(AtTheDoor.TooMany))]
    public async Task A_store_that_is_turned_away_waits_as_long_as_it_is_asked_and_then_writes_once(string how)
    {
        AtTheDoor busy = Enum.Parse<AtTheDoor>(how);
        _door.Order(busy, busy);

        Row? inserted = await _store.Insert(Table, A("k", "1"));

        Assert.NotNull(inserted);
        Assert.Equal(inserted.ETag, (await _behind.Get(Table, "p", "k"))!.ETag);
        Assert.Equal(3, _door.Writes.Count);
        Assert.All(_door.Writes.Zip(_door.Writes.Skip(1)), pair => Assert.True(Stopwatch.GetElapsedTime(pair.First.At, pair.Second.At) >= TimeSpan.FromSeconds(0.99)));
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_a_failure_and_never_an_answer()
    {
        TableServiceClient impatient = new(AzuriteProcess.Through(azurite.Connection, tables: _door.Address), PatientOptions.Tables(retries: 2));
        TableRecordStore store = new(impatient, _prefix);
        await store.Get(Table, "p", "first");
        _door.Order(AtTheDoor.Busy, AtTheDoor.Busy, AtTheDoor.Busy);

        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(() => store.Insert(Table, A("k", "1")));

        Assert.Equal(503, failure.Status);
        Assert.Equal(3, _door.Writes.Count);
        Assert.Null(await _behind.Get(Table, "p", "k"));
    }

    [Fact]
    public async Task A_request_that_got_lost_is_made_again()
    {
        _door.Order(AtTheDoor.LoseTheRequest);
        Assert.NotNull(await _store.Insert(Table, A("k", "1")));
        Assert.Equal("1", (await _behind.Get(Table, "p", "k"))!.Values["a"]);
    }

    [Fact]
    public async Task An_insert_whose_answer_got_lost_is_ours_and_no_conflict()
    {
        _door.Order(AtTheDoor.LoseTheAnswer);

        Row? inserted = await _store.Insert(Table, A("k", "1"));

        Assert.NotNull(inserted);
        Assert.Equal(2, _door.Writes.Count);
        Assert.Equal((await _behind.Get(Table, "p", "k"))!.ETag, inserted.ETag);
        Assert.Equal(["a"], inserted.Values.Keys);
        Assert.NotNull(await _store.Replace(Table, A("k", "2") with { ETag = inserted.ETag }));
    }

    [Fact]
    public async Task A_replacement_whose_answer_got_lost_is_ours_and_no_conflict()
    {
        Row first = (await _store.Insert(Table, A("k", "1")))!;
        _door.Order(AtTheDoor.LoseTheAnswer);

        Row? replaced = await _store.Replace(Table, A("k", "2") with { ETag = first.ETag });

        Assert.NotNull(replaced);
        Row stored = (await _behind.Get(Table, "p", "k"))!;
        Assert.Equal(("2", stored.ETag), (stored.Values["a"], replaced.ETag));
        Assert.NotNull(await _store.Replace(Table, A("k", "3") with { ETag = replaced.ETag }));
    }

    [Fact]
    public async Task A_row_with_the_same_words_by_somebody_else_stays_a_conflict()
    {
        Row theirs = (await _behind.Insert(Table, A("k", "1")))!;
        _door.Order(AtTheDoor.LoseTheRequest);
        Assert.Null(await _store.Insert(Table, A("k", "1")));

        await _behind.Replace(Table, A("k", "2") with { ETag = theirs.ETag });
        _door.Order(AtTheDoor.LoseTheRequest);
        Assert.Null(await _store.Replace(Table, A("k", "2") with { ETag = theirs.ETag }));
    }

    [Fact]
    public async Task A_row_as_wide_as_can_be_may_take_its_own_write_for_a_conflict_and_is_there_once()
    {
        Dictionary<string, string> wide = Enumerable.Range(0, RowLimits.MostValues).ToDictionary(number => $"v{number}", number => $"{number}");
        _door.Order(AtTheDoor.LoseTheAnswer);

        Assert.Null(await _store.Insert(Table, new Row("p", "wide", "", wide)));

        Assert.Equal(wide, (await _behind.Get(Table, "p", "wide"))!.Values);
    }

    [Fact]
    public async Task A_deletion_whose_answer_got_lost_says_that_there_was_nothing_and_the_row_is_gone()
    {
        await _store.Insert(Table, A("k", "1"));
        _door.Order(AtTheDoor.LoseTheAnswer);

        Assert.False(await _store.Delete(Table, "p", "k"));

        Assert.Null(await _behind.Get(Table, "p", "k"));
    }

    [Fact]
    public async Task A_file_comes_through_a_busy_service_and_a_lost_answer_whole()
    {
        string connection = azurite.Connection;
        await using Doorkeeper door = await Doorkeeper.Open(EndpointOf(connection, "BlobEndpoint"));
        string container = $"c{Guid.NewGuid():N}";
        BlobFileStore store = BlobFileStore.Connect(AzuriteProcess.Through(connection, blobs: door.Address), container);
        byte[] content = [.. Enumerable.Range(0, 70_000).Select(number => (byte)number)];
        door.Order(AtTheDoor.Busy, AtTheDoor.LoseTheAnswer);

        await store.Write("packs/board v1.html", content);

        Assert.Equal(content, await BlobFileStore.Connect(connection, container).Read("packs/board v1.html"));
        Assert.Equal(3, door.Writes.Count);
    }

    private static Uri EndpointOf(string connection, string name) =>
        new(connection.Split(';').Single(part => part.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..]);

    private static Row A(string key, string value) => new("p", key, "", new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = value });
}
