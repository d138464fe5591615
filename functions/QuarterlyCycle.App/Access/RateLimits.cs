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

    private readonly RecordTable<TriesRow> _rows = new(store, "Tries");

    /// <summary>Counts a request for a new link or code, and says whether it may be sent: three an hour for one address or officer, known or not.</summary>
    public Task<bool> MaySendLink(string subject, CancellationToken cancellation = default) =>
        Allow("link", subject, LinksAnHour, TimeSpan.FromHours(1), cancellation);

    private async Task<bool> Allow(string kind, string subject, int most, TimeSpan window, CancellationToken cancellation)
    {
        // An address is personal and may hold characters that keys may not: its hash stands for it.
        string hash = Tokens.Hash(subject.Trim().ToUpperInvariant());
        string key = $"{kind}.{hash}";
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        if (await _rows.Insert(Tokens.PartitionOf(hash), key, new TriesRow { TriedUtc = [nowUtc] }, cancellation) is not null)
        {
            return true;
        }

        TriesRow? counted = await _rows.Update(
            Tokens.PartitionOf(hash),
            key,
            row => row.TriedUtc.Count(tried => tried > nowUtc - window) < most
                ? new TriesRow { TriedUtc = [.. row.TriedUtc.Where(tried => tried > nowUtc - window), nowUtc] }
                : null,
            cancellation);
        return counted is not null;
    }
}
