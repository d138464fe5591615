using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Access;

/// <summary>A browser in which somebody has shown to be this officer, or has begun this officer's answers.</summary>
public sealed record KnownBrowserRow
{
    /// <summary>The SHA-256 of the cookie's token.</summary>
    public required string Hash { get; init; }

    /// <summary>The officer's number.</summary>
    public required string Officer { get; init; }

    /// <summary>The hash of the officer's address at that time: at another address the browser is new.</summary>
    public required string Address { get; init; }

    /// <summary>Until when it is known.</summary>
    public required DateTime KnownUntilUtc { get; init; }
}

/// <summary>The browsers that officers have answered from. Their cookie lets nobody in; it only spares the code.</summary>
public sealed class KnownBrowsers(IRecordStore store, TimeProvider clock)
{
    /// <summary>How long a browser is known after it was last proved or begun with: one quarter to the next, and some.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly RecordTable<KnownBrowserRow> _rows = new(store, "KnownBrowsers");

    /// <summary>Whether this browser is known as this officer's. Looking changes nothing.</summary>
    public async Task<bool> Knows(string? token, Officer officer, CancellationToken cancellation = default)
    {
        if (token is null || !Tokens.IsWellFormed(token))
        {
            return false;
        }

        string hash = Tokens.Hash(token);
        return (await _rows.Get(Tokens.PartitionOf(hash), hash, cancellation))?.Record is { } row
            && Tokens.AreEqual(row.Hash, hash)
            && row.Officer == officer.Number
            && row.Address == AddressOf(officer)
            && clock.GetUtcNow().UtcDateTime < row.KnownUntilUtc;
    }

    /// <summary>Remembers a browser as this officer's, and gives the cookie's value: a new one each time, so that no planted one counts.</summary>
    public async Task<string> Remember(Officer officer, CancellationToken cancellation = default)
    {
        string token = Tokens.Random();
        string hash = Tokens.Hash(token);
        KnownBrowserRow row = new()
        {
            Hash = hash,
            Officer = officer.Number,
            Address = AddressOf(officer),
            KnownUntilUtc = clock.GetUtcNow().UtcDateTime + Lasts,
        };
        await _rows.Insert(Tokens.PartitionOf(hash), hash, row, cancellation);
        return token;
    }

    /// <summary>Forgets the browsers of a partition that were known until before this instant.</summary>
    internal Task<int> Purge(string partition, DateTime beforeUtc, CancellationToken cancellation) =>
        _rows.DeleteWhere(partition, row => row.KnownUntilUtc < beforeUtc, cancellation);

    private static string AddressOf(Officer officer) => Tokens.Hash(EmailText.Canonical(officer.Email));
}
