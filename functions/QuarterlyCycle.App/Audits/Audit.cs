using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Audits;

/// <summary>The record of every act, one chain for each cycle. Entries are only ever added.</summary>
public sealed class Audit(IRecordStore store, AuditOptions options) : IDisposable
{
    private const string Table = "Audit";

    // Longer values stand in the record that the act changed; here their hash is enough to prove them.
    private const int LongestValue = 2_000;

    private readonly RecordTable<AuditRow> _rows = new(store, Table);
    private readonly ConcurrentDictionary<string, Chain> _chains = new(StringComparer.Ordinal);

    /// <summary>Adds the entry, unless its act is there already, and gives its row.</summary>
    public async Task<AuditRow> Write(string cycle, AuditEntry entry, CancellationToken cancellation = default)
    {
        Chain chain = _chains.GetOrAdd(cycle, _ => new Chain());
        await chain.Turn.WaitAsync(cancellation);
        try
        {
            AuditEntry stored = entry with { Old = Shorten(entry.Old), New = Shorten(entry.New), AtUtc = entry.AtUtc.ToUniversalTime() };
            if (!chain.IsLoaded)
            {
                await Load(chain, cycle, cancellation);
            }

            while (true)
            {
                if (chain.Acts.TryGetValue(entry.ActId, out int number))
                {
                    Stored<AuditRow>? known = await _rows.Get(cycle, KeyOf(number), cancellation);
                    return known?.Record ?? throw new InvalidOperationException($"Audit entry {number} of {cycle} is gone.");
                }

                AuditRow row = Next(cycle, chain.Head, stored);
                if (await _rows.Insert(cycle, KeyOf(row.Number), row, cancellation) is not null)
                {
                    chain.Add(row);
                    return row;
                }

                await Load(chain, cycle, cancellation);
            }
        }
        finally
        {
            chain.Turn.Release();
        }
    }

    /// <summary>The newest entry's number and hash.</summary>
    public async Task<AuditHead> Head(string cycle, CancellationToken cancellation = default)
    {
        Chain chain = _chains.GetOrAdd(cycle, _ => new Chain());
        await chain.Turn.WaitAsync(cancellation);
        try
        {
            await Load(chain, cycle, cancellation);
            return chain.Head;
        }
        finally
        {
            chain.Turn.Release();
        }
    }

    /// <summary>Every entry of the cycle, oldest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> List(string cycle, CancellationToken cancellation = default) =>
        [.. (await _rows.List(cycle, cancellation)).Select(row => row.Record)];

    /// <summary>Checks every entry from the first on, and that a head noted earlier is still part of the chain.</summary>
    public async Task<AuditVerdict> Verify(string cycle, AuditHead? noted = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<Row> rows = await store.List(Table, cycle, cancellation);
        AuditHead head = AuditHead.Empty;
        foreach (Row row in rows)
        {
            int number = head.Number + 1;
            if (WhyBad(cycle, head, row) is { } why)
            {
                return new AuditVerdict(rows.Count, head, number, why);
            }

            head = new AuditHead(number, RecordRows.FromRow<AuditRow>(Table, row).Hash);
            if (noted is not null && noted.Number == number && noted.Hash != head.Hash)
            {
                return new AuditVerdict(rows.Count, head, number, $"Entry {number} is not the one that was noted.");
            }
        }

        return noted is not null && noted.Number > head.Number
            ? new AuditVerdict(rows.Count, head, head.Number + 1, $"Entry {head.Number + 1} is missing: {noted.Number} were noted.")
            : new AuditVerdict(rows.Count, head, null, null);
    }

    /// <summary>Lets go of the chains in memory.</summary>
    public void Dispose()
    {
        foreach (Chain chain in _chains.Values)
        {
            chain.Turn.Dispose();
        }
    }

    private static string KeyOf(int number) => number.ToString("D10", CultureInfo.InvariantCulture);

    private static string? Shorten(string? value) =>
        value is { Length: > LongestValue } ? $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))}" : value;

    private AuditRow Next(string cycle, AuditHead head, AuditEntry entry)
    {
        int number = head.Number + 1;
        return new AuditRow
        {
            Number = number,
            Entry = entry,
            PreviousHash = head.Hash,
            Hash = AuditHash.Of(options.Key, cycle, number, entry, head.Hash),
        };
    }

    private string? WhyBad(string cycle, AuditHead head, Row row)
    {
        int number = head.Number + 1;
        if (row.Key != KeyOf(number))
        {
            return $"Entry {number} is missing; the next is {row.Key}.";
        }

        AuditRow entry;
        try
        {
            entry = RecordRows.FromRow<AuditRow>(Table, row);
        }
        catch (InvalidOperationException unreadable)
        {
            return $"Entry {number} cannot be read: {unreadable.Message}";
        }

        if (entry.Number != number || entry.PreviousHash != head.Hash)
        {
            return $"Entry {number} does not follow the entry before it.";
        }

        string hash = AuditHash.Of(options.Key, cycle, number, entry.Entry, head.Hash);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.UTF8.GetBytes(entry.Hash))
            ? null
            : $"Entry {number} was changed after it was written, or written with another key.";
    }

    // Whatever other processes have added since. An insert that succeeds proves that the chain in memory was whole, and its acts with it.
    private async Task Load(Chain chain, string cycle, CancellationToken cancellation)
    {
        if (!chain.IsLoaded)
        {
            foreach (Stored<AuditRow> row in await _rows.List(cycle, cancellation))
            {
                chain.Add(row.Record);
            }

            chain.IsLoaded = true;
            return;
        }

        while (await _rows.Get(cycle, KeyOf(chain.Head.Number + 1), cancellation) is { } added)
        {
            chain.Add(added.Record);
        }
    }

    private sealed class Chain
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Dictionary<string, int> Acts { get; } = new(StringComparer.Ordinal);

        public AuditHead Head { get; private set; } = AuditHead.Empty;

        public bool IsLoaded { get; set; }

        public void Add(AuditRow row)
        {
            Head = new AuditHead(row.Number, row.Hash);
            Acts.TryAdd(row.Entry.ActId, row.Number);
        }
    }
}
