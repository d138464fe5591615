using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Audits;

public sealed class AuditTests : IDisposable
{
    private const string Cycle = "2025-26-Q2";
    private static readonly AuditOptions Options = new() { Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)] };

    private readonly MemoryRecordStore _store = new();
    private readonly Audit _audit;

    public AuditTests() => _audit = new Audit(_store, Options);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_are_numbered_from_one_and_each_names_the_hash_before_it()
    {
        AuditRow first = await _audit.Write(Cycle, Entry("a"), Token);
        AuditRow second = await _audit.Write(Cycle, Entry("b"), Token);
        Assert.Equal((1, ""), (first.Number, first.PreviousHash));
        Assert.Equal((2, first.Hash), (second.Number, second.PreviousHash));
        Assert.Equal(new AuditHead(2, second.Hash), await _audit.Head(Cycle, Token));
        AuditVerdict verdict = await _audit.Verify(Cycle, cancellation: Token);
        Assert.True(verdict.IsGood);
        Assert.Equal(2, verdict.Entries);
    }

    [Fact]
    public async Task A_cycle_without_entries_is_good_and_empty()
    {
        Assert.Equal(AuditHead.Empty, await _audit.Head(Cycle, Token));
        Assert.True((await _audit.Verify(Cycle, cancellation: Token)).IsGood);
    }

    [Fact]
    public async Task An_act_reported_twice_is_one_entry_even_after_a_restart()
    {
        AuditRow first = await _audit.Write(Cycle, Entry("a"), Token);
        AuditRow repeat = await _audit.Write(Cycle, Entry("a") with { New = "other" }, Token);
        Assert.Equal(first, repeat);
        using Audit restarted = new(_store, Options);
        Assert.Equal(first, await restarted.Write(Cycle, Entry("a"), Token));
        Assert.Single(await _audit.List(Cycle, Token));
    }

    [Fact]
    public async Task Two_processes_write_one_chain_and_an_act_that_both_report_is_one_entry()
    {
        using Audit other = new(_store, Options);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(
            () => (number % 2 == 0 ? _audit : other).Write(Cycle, Entry($"act {number / 3}"), Token))));
        IReadOnlyList<AuditRow> rows = await _audit.List(Cycle, Token);
        Assert.Equal(20, rows.Count);
        Assert.Equal(20, rows.Select(row => row.Entry.ActId).Distinct().Count());
        Assert.True((await _audit.Verify(Cycle, cancellation: Token)).IsGood);
    }

    [Theory]
    [InlineData("New")]
    [InlineData("Actor")]
    [InlineData("OnBehalfOf")]
    [InlineData("AtUtc")]
    [InlineData("ActId")]
    public async Task An_entry_changed_in_any_part_is_the_first_bad_one(string part)
    {
        await Fill(5);
        await Tamper(3, row => row with
        {
            Entry = part switch
            {
                "New" => row.Entry with { New = "67" },
                "Actor" => row.Entry with { Actor = "o0002" },
                "OnBehalfOf" => row.Entry with { OnBehalfOf = "" },
                "AtUtc" => row.Entry with { AtUtc = row.Entry.AtUtc.AddTicks(1) },
                _ => row.Entry with { ActId = "another" },
            },
        });
        AuditVerdict verdict = await _audit.Verify(Cycle, cancellation: Token);
        Assert.Equal(3, verdict.FirstBad);
        Assert.Equal(2, verdict.Head.Number);
        Assert.Contains("Entry 3", verdict.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_rewritten_with_all_hashes_but_without_the_key_is_bad()
    {
        await Fill(3);
        using MemoryRecordStore forged = new();
        using Audit forger = new(forged, new AuditOptions { Key = new byte[32] });
        AuditRow forgery = await forger.Write(Cycle, Entry("act 1"), Token);
        await Tamper(1, _ => forgery);
        Assert.Equal(1, (await _audit.Verify(Cycle, cancellation: Token)).FirstBad);
    }

    [Fact]
    public async Task An_entry_taken_out_of_the_middle_is_missed()
    {
        await Fill(5);
        await _store.Delete("Audit", Cycle, "0000000003", Token);
        AuditVerdict verdict = await _audit.Verify(Cycle, cancellation: Token);
        Assert.Equal(3, verdict.FirstBad);
        Assert.Contains("missing", verdict.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_cut_off_at_the_end_are_missed_by_a_head_that_was_noted()
    {
        await Fill(5);
        AuditHead noted = await _audit.Head(Cycle, Token);
        await _store.Delete("Audit", Cycle, "0000000005", Token);
        Assert.True((await _audit.Verify(Cycle, cancellation: Token)).IsGood);
        Assert.Equal(5, (await _audit.Verify(Cycle, noted, Token)).FirstBad);
    }

    [Fact]
    public async Task A_chain_written_anew_is_missed_by_a_head_that_was_noted()
    {
        await Fill(3);
        AuditHead noted = await _audit.Head(Cycle, Token);
        await _store.Delete("Audit", Cycle, "0000000003", Token);
        using Audit rewriter = new(_store, Options);
        await rewriter.Write(Cycle, Entry("something else"), Token);
        Assert.True((await _audit.Verify(Cycle, cancellation: Token)).IsGood);
        Assert.Equal(3, (await _audit.Verify(Cycle, noted, Token)).FirstBad);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_is_named_and_does_not_stop_the_check_with_a_fault()
    {
        await Fill(2);
        Row row = (await _store.Get("Audit", Cycle, "0000000002", Token))!;
        await _store.Replace("Audit", row with { Values = new Dictionary<string, string>(row.Values) { ["Number"] = "two" } }, Token);
        AuditVerdict verdict = await _audit.Verify(Cycle, cancellation: Token);
        Assert.Equal(2, verdict.FirstBad);
        Assert.Contains("cannot be read", verdict.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_value_is_kept_as_its_hash()
    {
        AuditRow row = await _audit.Write(Cycle, Entry("a") with { New = new string('x', 40_000) }, Token);
        Assert.StartsWith("sha256:", row.Entry.New, StringComparison.Ordinal);
        Assert.True((await _audit.Verify(Cycle, cancellation: Token)).IsGood);
    }

    public void Dispose()
    {
        _audit.Dispose();
        _store.Dispose();
    }

    private static AuditEntry Entry(string actId) => new()
    {
        AtUtc = new DateTime(2025, 10, 7, 9, 30, 0, DateTimeKind.Utc),
        Actor = "o0417",
        Act = "SubmissionRecorded",
        Subject = "SS1",
        Old = "66.1",
        New = "68.2",
        ActId = actId,
    };

    private async Task Fill(int entries)
    {
        for (int number = 1; number <= entries; number++)
        {
            await _audit.Write(Cycle, Entry($"act {number}"), Token);
        }
    }

    private async Task Tamper(int number, Func<AuditRow, AuditRow> change) =>
        await new RecordTable<AuditRow>(_store, "Audit").Update(Cycle, $"{number:D10}", change, Token);
}
