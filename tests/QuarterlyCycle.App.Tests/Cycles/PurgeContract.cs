using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Records;
using Xunit;

namespace QuarterlyCycle.App.Tests.Cycles;

/// <summary>What the purge forgets and keeps, in skipped time. Inherited once for each store.</summary>
public abstract class PurgeContract
{
    private static readonly DateTime FirstUtc = new(2025, 10, 6, 8, 0, 0, DateTimeKind.Utc);
    private static readonly LinkOptions Key = new() { Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)] };
    private static readonly Officer Ann = new() { Number = "o0001", Name = "Ann Able", Email = "ann@example.org", Organisation = "Council" };

    private readonly TestClock _clock = new(FirstUtc);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IRecordStore Store { get; }

    [Fact]
    public async Task What_ended_more_than_30_days_ago_is_forgotten_and_what_lives_or_ended_lately_is_kept()
    {
        (Links links, Codes codes, Sessions sessions, RateLimits limits, KnownBrowsers browsers) = Doors(Store);
        using Audit audit = new(Store, new AuditOptions { Key = Key.Key });
        LinkBrief running = Brief(LinkKind.Request, "1", expiresAfterDays: 200);
        LinkBrief earlier = Brief(LinkKind.Request, "2", expiresAfterDays: 18);
        LinkBrief replaced = Brief(LinkKind.Request, "3", expiresAfterDays: 200);
        LinkBrief spent = Brief(LinkKind.SignIn, "4", expiresAfterDays: 200);
        List<string> tokens = [];
        foreach (LinkBrief brief in (LinkBrief[])[running, earlier, replaced, spent])
        {
            tokens.Add(await links.Issue(brief, Token));
        }

        Assert.True(await links.Spend(tokens[3], "act", Token));
        string code = await codes.Issue(Ann.Number, "link", "1", Token);
        await codes.Try(Ann.Number, "link", code, "act", Token);
        string left = await sessions.Start(running, cancellation: Token);
        await limits.WhenCodeMayBeSent("link", Token);
        string browser = await browsers.Remember(Ann, Token);
        AuditEntry entry = new() { ActId = "1", AtUtc = FirstUtc, Actor = Ann.Number, Act = "CodeWasRight", Subject = "Data request" };
        await audit.Write("2025-26-Q2", entry, Token);
        IReadOnlyList<AuditRow> audited = await audit.List("2025-26-Q2", Token);
        _clock.NowUtc = FirstUtc.AddDays(20);
        await links.Replace(replaced, "There is a newer link.", Token);
        string current = await sessions.Start(running, cancellation: Token);

        await PurgeAfter(days: 29);
        Assert.Equal([LinkStatus.Live, LinkStatus.Expired, LinkStatus.Replaced, LinkStatus.Spent], await StatusesOf(links, tokens));
        Assert.NotNull(await codes.Newest(Ann.Number, "link", Token));

        await PurgeAfter(days: 31);
        Assert.Equal([LinkStatus.Live, LinkStatus.Expired, LinkStatus.Replaced, LinkStatus.Unknown], await StatusesOf(links, tokens));
        Assert.Null(await codes.Newest(Ann.Number, "link", Token));
        Assert.Equal(SessionStatus.Unknown, (await sessions.Find(left, Token)).Status);
        Assert.NotEqual(SessionStatus.Unknown, (await sessions.Find(current, Token)).Status);
        Assert.True(await browsers.Knows(browser, Ann, Token));

        await PurgeAfter(days: 51);
        Assert.Equal([LinkStatus.Live, LinkStatus.Unknown, LinkStatus.Unknown, LinkStatus.Unknown], await StatusesOf(links, tokens));
        Assert.Equal(SessionStatus.Unknown, (await sessions.Find(current, Token)).Status);

        await PurgeAfter(days: 240);
        Assert.Equal([LinkStatus.Unknown], (await StatusesOf(links, tokens)).Distinct());
        Assert.Equal(audited, await audit.List("2025-26-Q2", Token));
        Assert.True((await audit.Verify("2025-26-Q2", cancellation: Token)).IsGood);
        List<string> tables = [];
        await foreach ((string table, _) in Store.All(Token))
        {
            tables.Add(table);
        }

        Assert.Equal(["Audit", "LastPurges"], tables.Distinct().Order(StringComparer.Ordinal));
    }

    protected async Task PurgeAfter(int days)
    {
        _clock.NowUtc = FirstUtc.AddDays(days);
        await Sweep(Store).Run(Token);
    }

    /// <summary>The purge over a store, by this clock.</summary>
    protected PurgeSweep Sweep(IRecordStore store)
    {
        (Links links, Codes codes, Sessions sessions, RateLimits limits, KnownBrowsers browsers) = Doors(store);
        return new PurgeSweep(store, links, codes, sessions, limits, browsers, _clock);
    }

    /// <summary>Moves the clock to this time in London on this day of October 2025.</summary>
    protected void MoveTo(int day, int hour, int minute) => _clock.NowUtc = new DateTime(2025, 10, day, hour - 1, minute, 0, DateTimeKind.Utc);

    /// <summary>A link that ended long ago.</summary>
    protected Task<string> OldLink(string round) => Doors(Store).Item1.Issue(Brief(LinkKind.Request, round, expiresAfterDays: -60), Token);

    private static LinkBrief Brief(LinkKind kind, string round, int expiresAfterDays) => new()
    {
        Kind = kind,
        Officer = Ann.Number,
        Round = round,
        Cycle = "2025-26-Q2",
        ExpiresUtc = FirstUtc.AddDays(expiresAfterDays),
    };

    private static async Task<LinkStatus[]> StatusesOf(Links links, List<string> tokens)
    {
        List<LinkStatus> statuses = [];
        foreach (string token in tokens)
        {
            statuses.Add((await links.Find(token, Token)).Status);
        }

        return [.. statuses];
    }

    private (Links, Codes, Sessions, RateLimits, KnownBrowsers) Doors(IRecordStore store) => (
        new Links(store, Key, _clock),
        new Codes(store, Key, _clock),
        new Sessions(store, _clock),
        new RateLimits(store, _clock),
        new KnownBrowsers(store, _clock));
}
