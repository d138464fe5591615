using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Access;

/// <summary>Somebody who has come in: by a link to one request, or by signing in.</summary>
public sealed record SessionRow
{
    /// <summary>The SHA-256 of the cookie's token.</summary>
    public required string Hash { get; init; }

    /// <summary>The officer's number.</summary>
    public required string Officer { get; init; }

    /// <summary>How the officer came in, which bounds what the session may do.</summary>
    public required LinkKind Kind { get; init; }

    /// <summary>The one cycle it is for; null after signing in.</summary>
    public string? Cycle { get; init; }

    /// <summary>The one body whose pack it is for.</summary>
    public string? Body { get; init; }

    /// <summary>The one version of that pack.</summary>
    public int? Version { get; init; }

    /// <summary>Whether whoever came in by a request link has shown to be its person: by a code, or by having signed in.</summary>
    public bool IsProved { get; init; }

    /// <summary>When it began.</summary>
    public required DateTime StartedUtc { get; init; }

    /// <summary>When it was last used, to the nearest few minutes.</summary>
    public required DateTime UsedUtc { get; init; }

    /// <summary>When it was ended by signing out; null when it was not.</summary>
    public DateTime? EndedUtc { get; init; }
}

/// <summary>What a cookie turned out to be.</summary>
public enum SessionStatus
{
    /// <summary>It is in use.</summary>
    Live,

    /// <summary>It was not used for an hour.</summary>
    Idle,

    /// <summary>It has lasted eight hours.</summary>
    Expired,

    /// <summary>It was signed out.</summary>
    Ended,

    /// <summary>There is no such session.</summary>
    Unknown,
}

/// <summary>A cookie's status, and its session when there is one.</summary>
public sealed record FoundSession(SessionStatus Status, SessionRow? Row);

/// <summary>The sessions of browsers; the cookie holds a token, and everything else stays here.</summary>
public sealed class Sessions(IRecordStore store, TimeProvider clock)
{
    /// <summary>How long a session lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>How long it lasts unused.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(60);

    private static readonly TimeSpan Touch = TimeSpan.FromMinutes(5);

    private readonly RecordTable<SessionRow> _rows = new(store, "Sessions");

    /// <summary>Begins a session that may do what this link may do, and gives the cookie's value.</summary>
    /// <param name="link">The link.</param>
    /// <param name="isProved">Whether whoever came in by it has shown to be its person.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string> Start(LinkBrief link, bool isProved = false, CancellationToken cancellation = default)
    {
        string token = Tokens.Random();
        string hash = Tokens.Hash(token);
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        SessionRow row = new()
        {
            Hash = hash,
            Officer = link.Officer,
            Kind = link.Kind,
            Cycle = link.Cycle,
            Body = link.Body,
            Version = link.Version,
            IsProved = isProved,
            StartedUtc = nowUtc,
            UsedUtc = nowUtc,
        };
        await _rows.Insert(Tokens.PartitionOf(hash), hash, row, cancellation);
        return token;
    }

    /// <summary>What the cookie is. A session in use is noted as used, at most every five minutes.</summary>
    public async Task<FoundSession> Find(string token, CancellationToken cancellation = default)
    {
        if (!Tokens.IsWellFormed(token))
        {
            return new FoundSession(SessionStatus.Unknown, null);
        }

        string hash = Tokens.Hash(token);
        if (await _rows.Get(Tokens.PartitionOf(hash), hash, cancellation) is not { } stored || !Tokens.AreEqual(stored.Record.Hash, hash))
        {
            return new FoundSession(SessionStatus.Unknown, null);
        }

        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        SessionStatus status = StatusOf(stored.Record, nowUtc);
        if (status == SessionStatus.Live && nowUtc - stored.Record.UsedUtc >= Touch)
        {
            // When somebody else was faster, the session was touched just now.
            await _rows.Replace(Tokens.PartitionOf(hash), hash, stored with { Record = stored.Record with { UsedUtc = nowUtc } }, cancellation);
        }

        return new FoundSession(status, stored.Record);
    }

    /// <summary>Signs out.</summary>
    public async Task End(string token, CancellationToken cancellation = default)
    {
        if (Tokens.IsWellFormed(token))
        {
            string hash = Tokens.Hash(token);
            DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
            await _rows.Update(Tokens.PartitionOf(hash), hash, row => row with { EndedUtc = row.EndedUtc ?? nowUtc }, cancellation);
        }
    }

    /// <summary>Forgets the sessions of a partition that ended before this instant.</summary>
    internal Task<int> Purge(string partition, DateTime beforeUtc, CancellationToken cancellation) =>
        _rows.DeleteWhere(partition, row => EndOf(row) < beforeUtc, cancellation);

    private static DateTime EndOf(SessionRow row)
    {
        DateTime idleUtc = row.UsedUtc + LongestIdle;
        DateTime expiredUtc = row.StartedUtc + Longest;
        return row.EndedUtc ?? (idleUtc < expiredUtc ? idleUtc : expiredUtc);
    }

    private static SessionStatus StatusOf(SessionRow row, DateTime nowUtc)
    {
        if (row.EndedUtc is not null)
        {
            return SessionStatus.Ended;
        }

        if (nowUtc - row.StartedUtc >= Longest)
        {
            return SessionStatus.Expired;
        }

        return nowUtc - row.UsedUtc >= LongestIdle ? SessionStatus.Idle : SessionStatus.Live;
    }
}
