using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Access;

/// <summary>When somebody tried something, as far back as it matters.</summary>
public sealed record TriesRow
{
    /// <summary>The instants, oldest first.</summary>
    public required IReadOnlyList<DateTime> TriedUtc { get; init; }
}

/// <summary>How often new links and codes may be asked for; kept in rows, so that a restart forgets nothing.</summary>
public sealed class RateLimits(IRecordStore store, TimeProvider clock)
{
    private const int LinksAnHour = 3;
    private const int CodesAnHour = 3;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly RecordTable<TriesRow> _rows = new(store, "Tries");

    /// <summary>Counts a request for a new link or code, and says whether it may be sent: three an hour for one address or officer, known or not.</summary>
    public async Task<bool> MaySendLink(string subject, CancellationToken cancellation = default) =>
        await Count("link", subject, LinksAnHour, cancellation) is null;

    /// <summary>Counts a request for a code, three an hour for one link: null when it may be sent, else the instant from which on it may.</summary>
    public Task<DateTime?> WhenCodeMayBeSent(string link, CancellationToken cancellation = default) => Count("code", link, CodesAnHour, cancellation);

    /// <summary>Forgets the tries of a partition that were all made before this instant.</summary>
    internal Task<int> Purge(string partition, DateTime beforeUtc, CancellationToken cancellation) =>
        _rows.DeleteWhere(partition, row => row.TriedUtc.All(tried => tried + Window < beforeUtc), cancellation);

    private async Task<DateTime?> Count(string kind, string subject, int most, CancellationToken cancellation)
    {
        // An address is personal and may hold characters that keys may not: its hash stands for it.
        string hash = Tokens.Hash(subject.Trim().ToUpperInvariant());
        string key = $"{kind}.{hash}";
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        if (await _rows.Insert(Tokens.PartitionOf(hash), key, new TriesRow { TriedUtc = [nowUtc] }, cancellation) is not null)
        {
            return null;
        }

        DateTime? againUtc = null;
        await _rows.Update(
            Tokens.PartitionOf(hash),
            key,
            row =>
            {
                List<DateTime> recent = [.. row.TriedUtc.Where(tried => tried > nowUtc - Window)];
                againUtc = recent.Count < most ? null : recent[^most] + Window;
                return againUtc is null ? new TriesRow { TriedUtc = [.. recent, nowUtc] } : null;
            },
            cancellation);
        return againUtc;
    }
}
