using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Records;

public sealed class RecordTableTests : IDisposable
{
    private readonly MemoryRecordStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_comes_back_equal_in_every_property()
    {
        RecordTable<Sample> table = new(_store, "Samples");
        Sample sample = new()
        {
            Text = "{\"not\": \"json\"}",
            Empty = "",
            Digits = "0123",
            Nothing = null,
            Number = -5,
            Ratio = 0.1m,
            Flag = true,
            AtUtc = new DateTime(2025, 10, 17, 16, 0, 0, DateTimeKind.Utc).AddTicks(1),
            On = new DateOnly(2025, 10, 17),
            Kind = Colour.Amber,
            MaybeKind = null,
            MaybeNumber = 7,
            List = ["a", "b"],
            Map = new Dictionary<string, string> { ["x"] = "y" },
            Inner = new Inner("name", null),
            Code = new Code("2008"),
            OtherCode = new Code("SS1"),
        };
        await table.Insert("p", "k", sample, Token);
        Sample read = (await table.Get("p", "k", Token))!.Record;
        Assert.Equal(sample with { List = read.List, Map = read.Map }, read);
        Assert.Equal(sample.List, read.List);
        Assert.Equal(sample.Map, read.Map);
        Assert.Equal(DateTimeKind.Utc, read.AtUtc.Kind);
    }

    [Fact]
    public async Task A_record_that_somebody_else_changed_or_wrote_again_is_read_as_it_is_now()
    {
        RecordTable<Sample> mine = new(_store, "Samples");
        RecordTable<Sample> theirs = new(_store, "Samples");
        await theirs.Insert("p", "k", new Sample { Text = "first", Nothing = null }, Token);
        Assert.Equal("first", (await mine.Get("p", "k", Token))!.Record.Text);

        await theirs.Update("p", "k", sample => sample with { Text = "second" }, Token);
        Assert.Equal(["second"], (await mine.List("p", Token)).Select(stored => stored.Record.Text));

        await theirs.Delete("p", "k", Token);
        Assert.Null(await mine.Get("p", "k", Token));
        await theirs.Insert("p", "k", new Sample { Text = "third", Nothing = null }, Token);
        await theirs.Insert("q", "k", new Sample { Text = "elsewhere", Nothing = null }, Token);
        Assert.Equal("third", (await mine.Get("p", "k", Token))!.Record.Text);
        Assert.Equal("elsewhere", (await mine.Get("q", "k", Token))!.Record.Text);
    }

    [Fact]
    public async Task More_records_than_are_remembered_are_all_read_right()
    {
        RecordTable<Sample> table = new(_store, "Samples");
        for (int number = 0; number < 9_000; number++)
        {
            await table.Insert("p", number.ToString("00000", CultureInfo.InvariantCulture), new Sample { Text = "", Nothing = null, Number = number }, Token);
        }

        for (int times = 0; times < 2; times++)
        {
            Assert.Equal(Enumerable.Range(0, 9_000), (await table.List("p", Token)).Select(stored => stored.Record.Number));
        }
    }

    [Fact]
    public async Task Text_enums_and_dates_are_kept_as_they_are_read_and_nulls_are_left_out()
    {
        RecordTable<Sample> table = new(_store, "Samples");
        await table.Insert("p", "k", new Sample { Text = "a \"b\" £", Nothing = null, Kind = Colour.Amber, On = new DateOnly(2025, 10, 17), List = ["a"] }, Token);
        Row row = (await _store.Get("Samples", "p", "k", Token))!;
        Assert.Equal("a \"b\" £", row.Values["Text"]);
        Assert.Equal("Amber", row.Values["Kind"]);
        Assert.Equal("2025-10-17", row.Values["On"]);
        Assert.Equal("[\"a\"]", row.Values["List"]);
        Assert.DoesNotContain("Nothing", row.Values.Keys);
        Assert.DoesNotContain("Shown", row.Values.Keys);
    }

    [Fact]
    public async Task A_value_that_a_later_version_wrote_is_passed_over()
    {
        await _store.Insert("Samples", new Row("p", "k", "", new Dictionary<string, string> { ["Text"] = "a", ["Later"] = "b" }), Token);
        Assert.Equal("a", (await new RecordTable<Sample>(_store, "Samples").Get("p", "k", Token))!.Record.Text);
    }

    [Fact]
    public async Task Half_a_character_is_refused_wherever_it_stands_and_never_changed()
    {
        RecordTable<Sample> table = new(_store, "Samples");
        const string pair = "\ud83d\ude00";
        Sample whole = new() { Text = pair, Nothing = null, List = [pair], Map = new Dictionary<string, string> { [pair] = pair } };
        await table.Insert("p", "whole", whole, Token);
        Sample read = (await table.Get("p", "whole", Token))!.Record;
        Assert.Equal((pair, pair, pair), (read.Text, read.List[0], read.Map![pair]));
        foreach (Sample half in new[]
        {
            whole with { Text = "a\ud83d" },
            whole with { List = ["\ude00"] },
            whole with { Map = new Dictionary<string, string> { ["a"] = "\ud83d" } },
            whole with { Map = new Dictionary<string, string> { ["\ud83d"] = "a" } },
            whole with { Inner = new Inner("\ud83d\ud83d\ude00", null) },
        })
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await table.Insert("p", "half", half, Token));
        }

        Assert.Null(await table.Get("p", "half", Token));
    }

    [Fact]
    public async Task A_row_that_is_no_such_record_is_named()
    {
        await _store.Insert("Samples", new Row("p", "k", "", new Dictionary<string, string> { ["Text"] = "a", ["Number"] = "many" }), Token);
        InvalidOperationException unreadable = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await new RecordTable<Sample>(_store, "Samples").Get("p", "k", Token));
        Assert.Contains("'p', 'k' of table Samples", unreadable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_decides_again_when_somebody_else_was_faster()
    {
        RecordTable<Sample> table = new(_store, "Samples");
        await table.Insert("p", "k", new Sample { Text = "1", Nothing = null }, Token);
        List<string> seen = [];
        Sample? updated = await table.Update("p", "k", sample =>
        {
            seen.Add(sample.Text);
            if (seen.Count == 1)
            {
                table.Update("p", "k", other => other with { Text = "2" }, Token).GetAwaiter().GetResult();
            }

            return sample with { Number = sample.Number + 1 };
        }, Token);
        Assert.Equal(["1", "2"], seen);
        Assert.Equal("2", updated!.Text);
        Assert.Equal(1, (await table.Get("p", "k", Token))!.Record.Number);
    }

    [Fact]
    public async Task An_update_that_begins_with_an_older_reading_loses_and_decides_again()
    {
        RecordTable<Sample> table = new(_store, "Samples");
        Stored<Sample> read = (await table.Insert("p", "k", new Sample { Text = "1", Nothing = null }, Token))!;
        await table.Update("p", "k", other => other with { Text = "2" }, Token);
        List<string> seen = [];

        await table.Update("p", "k", read, sample =>
        {
            seen.Add(sample.Text);
            return sample with { Number = sample.Number + 1 };
        }, Token);

        Assert.Equal(["1", "2"], seen);
        Sample stored = (await table.Get("p", "k", Token))!.Record;
        Assert.Equal(("2", 1), (stored.Text, stored.Number));
    }

    [Fact]
    public async Task Some_records_of_a_partition_come_in_the_order_of_their_keys()
    {
        RecordTable<Sample> table = new(_store, "Samples");
        foreach (string key in new[] { "c", "a", "b" })
        {
            await table.Insert("p", key, new Sample { Text = key, Nothing = null }, Token);
        }

        Assert.Equal(["a", "c"], (await table.ListOf("p", new HashSet<string> { "c", "a", "nobody" }, Token)).Select(stored => stored.Record.Text));
    }

    [Fact]
    public async Task An_update_that_decides_nothing_writes_nothing()
    {
        RecordTable<Sample> table = new(_store, "Samples");
        Stored<Sample> stored = (await table.Insert("p", "k", new Sample { Text = "1", Nothing = null }, Token))!;
        Assert.Null(await table.Update("p", "k", _ => null, Token));
        Assert.NotNull(await table.Update("p", "k", sample => sample with { Text = "1" }, Token));
        Assert.Equal(stored.ETag, (await table.Get("p", "k", Token))!.ETag);
        Assert.Null(await table.Update("p", "nobody", sample => sample, Token));
    }

    [Fact]
    public async Task Work_stays_open_until_it_is_closed_and_opening_it_twice_keeps_the_first_entry()
    {
        OpenWork open = OpenWork.OfOutbox(_store);
        DateTime now = new(2025, 10, 6, 8, 0, 0, DateTimeKind.Utc);
        await open.Open(new OpenWorkRow { Partition = "p", Key = "k", OpenedUtc = now, DueUtc = now }, Token);
        await open.Open(new OpenWorkRow { Partition = "p", Key = "k", OpenedUtc = now.AddDays(1) }, Token);
        await open.MoveDue("p", "k", now.AddHours(1), Token);
        OpenWorkRow entry = Assert.Single(await open.List(Token));
        Assert.Equal(now, entry.OpenedUtc);
        Assert.Equal(now.AddHours(1), entry.DueUtc);
        Assert.Empty(await OpenWork.OfInbox(_store).List(Token));
        await open.Close("p", "k", Token);
        Assert.Empty(await open.List(Token));
    }

    public void Dispose() => _store.Dispose();

    private enum Colour
    {
        Red,
        Amber,
    }

    private sealed record Inner(string Name, string? Note);

    [JsonConverter(typeof(CodeConverter))]
    private sealed record Code(string Value);

    private sealed class CodeConverter : JsonConverter<Code>
    {
        public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed record Sample
    {
        public required string Text { get; init; }

        public required string? Nothing { get; init; }

        public string? Empty { get; init; }

        public string? Digits { get; init; }

        public int Number { get; init; }

        public decimal Ratio { get; init; }

        public bool Flag { get; init; }

        public DateTime AtUtc { get; init; }

        public DateOnly On { get; init; }

        public Colour Kind { get; init; }

        public Colour? MaybeKind { get; init; }

        public int? MaybeNumber { get; init; }

        public IReadOnlyList<string> List { get; init; } = [];

        public IReadOnlyDictionary<string, string>? Map { get; init; }

        public Inner? Inner { get; init; }

        public Code? Code { get; init; }

        public Code? OtherCode { get; init; }

        [JsonIgnore]
        public string Shown => Text;
    }
}
