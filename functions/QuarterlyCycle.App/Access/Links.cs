using System.Globalization;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Access;

/// <summary>The personal links in e-mails. A token is derived from what the link is for, so that an e-mail written twice carries the same link.</summary>
public sealed class Links(IRecordStore store, LinkOptions options, TimeProvider clock)
{
    private readonly RecordTable<LinkRow> _rows = new(store, "Links");

    /// <summary>Makes the link and gives its token. Asked again it gives the same token, and a link that still lives takes the new expiry.</summary>
    public async Task<string> Issue(LinkBrief brief, CancellationToken cancellation = default)
    {
        string token = TokenOf(brief);
        string hash = Tokens.Hash(token);
        LinkRow row = new() { Hash = hash, Brief = brief, IssuedUtc = clock.GetUtcNow().UtcDateTime };
        string partition = Tokens.PartitionOf(hash);
        // Most letters carry a link that an earlier one carried.
        Stored<LinkRow>? issued = await _rows.Get(partition, hash, cancellation);
        if (issued is not null || await _rows.Insert(partition, hash, row, cancellation) is null)
        {
            await _rows.Update(partition, hash, issued, known => known.State == LinkState.Live ? known with { Brief = brief } : null, cancellation);
        }

        return token;
    }

    /// <summary>What the token is. Looking changes nothing.</summary>
    public async Task<FoundLink> Find(string token, CancellationToken cancellation = default)
    {
        if (!Tokens.IsWellFormed(token))
        {
            return new FoundLink(LinkStatus.Unknown, null);
        }

        string hash = Tokens.Hash(token);
        if (await _rows.Get(Tokens.PartitionOf(hash), hash, cancellation) is not { } stored || !Tokens.AreEqual(stored.Record.Hash, hash))
        {
            return new FoundLink(LinkStatus.Unknown, null);
        }

        return new FoundLink(StatusOf(stored.Record), stored.Record);
    }

    /// <summary>Uses up a link that works once. False when it does not work; true for a repeat of the act that used it.</summary>
    public async Task<bool> Spend(string token, string actId, CancellationToken cancellation = default)
    {
        if (await Find(token, cancellation) is not { Row: { } row })
        {
            return false;
        }

        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        LinkRow? spent = await _rows.Update(
            Tokens.PartitionOf(row.Hash),
            row.Hash,
            current => IsSpentBy(current, actId) ? current
                : StatusOf(current) == LinkStatus.Live ? current with { State = LinkState.Spent, EndedUtc = nowUtc, EndedBy = actId }
                : null,
            cancellation);
        return spent is not null;
    }

    /// <summary>Ends the link of this brief, and says why; a link that was used stays used.</summary>
    public async Task Replace(LinkBrief brief, string why, CancellationToken cancellation = default)
    {
        string hash = Tokens.Hash(TokenOf(brief));
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        await _rows.Update(
            Tokens.PartitionOf(hash),
            hash,
            current => current.State == LinkState.Live ? current with { State = LinkState.Replaced, EndedUtc = nowUtc, EndedBy = why } : null,
            cancellation);
    }

    /// <summary>Forgets the links of a partition that ended before this instant. Whoever follows one then finds no page.</summary>
    internal Task<int> Purge(string partition, DateTime beforeUtc, CancellationToken cancellation) =>
        _rows.DeleteWhere(partition, row => (row.EndedUtc ?? row.Brief.ExpiresUtc) < beforeUtc, cancellation);

    // The expiry is left out: a link whose end is moved stays the same link.
    private string TokenOf(LinkBrief brief) => Tokens.Derive(
        options.Key, "link", brief.Kind.ToString(), brief.Cycle, brief.Officer, brief.Body, brief.Version?.ToString(CultureInfo.InvariantCulture), brief.Round);

    private static bool IsSpentBy(LinkRow row, string actId) => row.State == LinkState.Spent && row.EndedBy == actId;

    private LinkStatus StatusOf(LinkRow row) => row.State switch
    {
        LinkState.Spent => LinkStatus.Spent,
        LinkState.Replaced => LinkStatus.Replaced,
        _ => clock.GetUtcNow().UtcDateTime < row.Brief.ExpiresUtc ? LinkStatus.Live : LinkStatus.Expired,
    };
}
