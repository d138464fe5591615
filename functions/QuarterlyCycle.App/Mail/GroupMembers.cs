using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Mail;

/// <summary>The e-mails that become sections of another one.</summary>
internal sealed class GroupMembers(IRecordStore store)
{
    // Names of members are a value of the row, and a person with more notices than this gets a second message.
    private const int Most = 50;

    private readonly RecordTable<OutboxRow> _rows = new(store, Outbox.OutboxTable);
    private readonly OpenWork _open = OpenWork.OfOutbox(store);

    /// <summary>The keys of the others that are due to the same person at the same moment.</summary>
    public static List<string> Keys(OutboxRow lead, IEnumerable<OpenWorkRow> group, DateTime nowUtc) =>
    [
        .. group
            .Where(entry => entry.DueUtc <= nowUtc && !(entry.Partition == lead.Instance && entry.Key == lead.Key))
            .Select(entry => $"{entry.Partition}/{entry.Key}")
            .Order(StringComparer.Ordinal)
            .Take(Most),
    ];

    /// <summary>A member that this message may speak for, or null: it is drawn in already, or free while the message is tried for the first time.</summary>
    public async Task<OutboxRow?> Read(OutboxRow lead, string member, CancellationToken cancellation)
    {
        string[] parts = member.Split('/');
        OutboxRow? row = (await _rows.Get(parts[0], parts[1], cancellation))?.Record;
        return row is not null && (IsDrawnIn(lead, row) || (IsFree(row) && lead.Attempts == 1)) ? row : null;
    }

    /// <summary>Draws a member in; false when somebody else has taken it.</summary>
    public async Task<bool> Join(OutboxRow lead, OutboxRow member, CancellationToken cancellation)
    {
        OutboxRow? joined = await _rows.Update(
            member.Instance,
            member.Key,
            row => IsDrawnIn(lead, row) ? row
                : IsFree(row) ? row with { State = MailState.Grouped, GroupedInto = lead.MailKey }
                : null,
            cancellation);
        if (joined is null)
        {
            return false;
        }

        await _open.Close(member.Instance, member.Key, cancellation);
        return true;
    }

    /// <summary>Marks a member that was drawn in and turned out not to be needed, or to come too late; a free one finds out by itself.</summary>
    public async Task Leave(OutboxRow lead, OutboxRow member, DateTime nowUtc, CancellationToken cancellation) =>
        await _rows.Update(
            member.Instance, member.Key, row => IsDrawnIn(lead, row) ? Dispatch.NotSentAtAll(row, nowUtc) : null, cancellation);

    private static bool IsFree(OutboxRow row) => row.State == MailState.Queued && row.Group is not null;

    private static bool IsDrawnIn(OutboxRow lead, OutboxRow row) => row.State == MailState.Grouped && row.GroupedInto == lead.MailKey;
}
