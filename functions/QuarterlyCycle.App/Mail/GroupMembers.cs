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

    /// <summary>Marks the members that are still free, and gives those that this message speaks for.</summary>
    public async Task<IReadOnlyList<OutboxRow>> Join(OutboxRow lead, CancellationToken cancellation)
    {
        List<OutboxRow> joined = [];
        foreach (string member in lead.Members)
        {
            string[] parts = member.Split('/');
            OutboxRow? row = await _rows.Update(parts[0], parts[1], row => Joined(row, lead), cancellation);
            if (row is not null)
            {
                joined.Add(row);
                await _open.Close(row.Instance, row.Key, cancellation);
            }
        }

        return joined;
    }

    /// <summary>Marks a member that turned out not to be needed, or to come too late.</summary>
    public async Task Leave(OutboxRow member, DateTime nowUtc, CancellationToken cancellation) =>
        await _rows.Update(
            member.Instance,
            member.Key,
            row => nowUtc > row.NotAfterUtc
                ? row with { State = MailState.Dropped, Why = "Its time had passed." }
                : row with { State = MailState.NotNeeded, Why = "Nobody needed it when its time came." },
            cancellation);

    private static OutboxRow? Joined(OutboxRow row, OutboxRow lead)
    {
        if (row.State == MailState.Queued && row.Group is not null)
        {
            return row with { State = MailState.Grouped, GroupedInto = lead.MailKey };
        }

        return row.State == MailState.Grouped && row.GroupedInto == lead.MailKey ? row : null;
    }
}
