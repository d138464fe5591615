namespace QuarterlyCycle.App.Records;

/// <summary>A row elsewhere that is not settled yet: written before that row and deleted after it is settled, so that a sweep finds whatever a crash left behind.</summary>
public sealed record OpenWorkRow
{
    /// <summary>The partition of the unsettled row.</summary>
    public required string Partition { get; init; }

    /// <summary>The key of the unsettled row.</summary>
    public required string Key { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTime OpenedUtc { get; init; }

    /// <summary>From when on a sweep should look at it; null when it waits for somebody.</summary>
    public DateTime? DueUtc { get; init; }

    /// <summary>Rows with the same group may be settled together; null for rows that stand alone.</summary>
    public string? Group { get; init; }
}

/// <summary>The list of unsettled rows of the outbox, the inbox or the acts.</summary>
public sealed class OpenWork
{
    // A row may be on its way between its entry here and its own table for as long as a writer can be held up.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromDays(1);

    private readonly RecordTable<OpenWorkRow> _rows;
    private readonly string _list;

    private OpenWork(IRecordStore store, string list)
    {
        _rows = new RecordTable<OpenWorkRow>(store, "OpenWork");
        _list = list;
    }

    /// <summary>The unsettled mails.</summary>
    public static OpenWork OfOutbox(IRecordStore store) => new(store, "outbox");

    /// <summary>The messages and acts of which not everybody has been told.</summary>
    public static OpenWork OfInbox(IRecordStore store) => new(store, "inbox");

    /// <summary>The acts that are stored and not carried out.</summary>
    public static OpenWork OfActs(IRecordStore store) => new(store, "acts");

    /// <summary>Whether an entry without its row is left over from a writer that died, and may go.</summary>
    public static bool IsAbandoned(OpenWorkRow entry, DateTime nowUtc) => entry.OpenedUtc + LongestWrite < nowUtc;

    /// <summary>Notes a row that is about to be written; once noted it stays as it is.</summary>
    public async Task Open(OpenWorkRow entry, CancellationToken cancellation = default) =>
        await _rows.Insert(_list, KeyOf(entry.Partition, entry.Key), entry, cancellation);

    /// <summary>Moves the instant from which a sweep should look at the row.</summary>
    public async Task MoveDue(string partition, string key, DateTime? dueUtc, CancellationToken cancellation = default) =>
        await _rows.Update(_list, KeyOf(partition, key), entry => entry with { DueUtc = dueUtc }, cancellation);

    /// <summary>Forgets a settled row.</summary>
    public async Task Close(string partition, string key, CancellationToken cancellation = default) =>
        await _rows.Delete(_list, KeyOf(partition, key), cancellation);

    /// <summary>Every unsettled row.</summary>
    public async Task<IReadOnlyList<OpenWorkRow>> List(CancellationToken cancellation = default)
    {
        IReadOnlyList<Stored<OpenWorkRow>> rows = await _rows.List(_list, cancellation);
        return [.. rows.Select(row => row.Record)];
    }

    // Neither instance ids nor the keys of the outbox and the inbox hold a bar.
    private static string KeyOf(string partition, string key) => $"{partition}|{key}";
}
