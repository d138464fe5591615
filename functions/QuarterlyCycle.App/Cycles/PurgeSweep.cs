using System.Globalization;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.App.Cycles;

/// <summary>The last night on which what had ended was forgotten.</summary>
public sealed record LastPurge(string Night);

/// <summary>
/// Forgets, once a night from 2am, the links, codes, sessions, tries and known browsers that ended more than 30 days ago. What people did stays in
/// the audit record.
/// </summary>
public sealed class PurgeSweep(
    IRecordStore store, Links links, Codes codes, Sessions sessions, RateLimits limits, KnownBrowsers browsers, TimeProvider clock)
{
    /// <summary>How long what has ended is still known, so that its page can say what happened to it.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private const string Purge = "purge";

    private static readonly TimeOnly TwoInTheMorning = new(2, 0);

    private readonly NewestOf<LastPurge> _last = new(store, "LastPurges");

    /// <summary>Forgets what is due, unless this night's purge is done. One that was cut off begins again, also the next day.</summary>
    /// <returns>How many rows were forgotten.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        (DateOnly day, TimeOnly time) = LondonTime.FromUtc(nowUtc);
        string night = (time < TwoInTheMorning ? day.AddDays(-1) : day).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        LastPurge? last = await _last.Get(Purge, Purge, cancellation);
        if (last is not null && string.CompareOrdinal(last.Night, night) >= 0)
        {
            return 0;
        }

        DateTime beforeUtc = nowUtc - KeptFor;
        int forgotten = 0;
        foreach (string partition in Tokens.Partitions)
        {
            forgotten += await links.Purge(partition, beforeUtc, cancellation);
            forgotten += await codes.Purge(partition, beforeUtc, cancellation);
            forgotten += await sessions.Purge(partition, beforeUtc, cancellation);
            forgotten += await limits.Purge(partition, beforeUtc, cancellation);
            forgotten += await browsers.Purge(partition, beforeUtc, cancellation);
        }

        await _last.Put(Purge, Purge, new LastPurge(night), cancellation);
        return forgotten;
    }
}
