using QuarterlyCycle.App.Mail;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Packs;

/// <summary>Every attempt to get one officer's figures, oldest first, without anybody's name.</summary>
public sealed record ChasingHistory(IReadOnlyList<ChasingLine> Lines)
{
    public static ChasingHistory None { get; } = new([]);
}

/// <summary>Reads from the outbox how officers were asked and reminded.</summary>
public sealed class ChasingHistories(Outbox outbox)
{
    /// <summary>The histories of a cycle's officers, by officer number.</summary>
    public async Task<IReadOnlyDictionary<string, ChasingHistory>> OfCycle(string cycle, IReadOnlyList<RequestedFigure> requested, CancellationToken cancellation = default)
    {
        Dictionary<string, ChasingHistory> histories = new(StringComparer.Ordinal);
        foreach (string officer in requested.Select(figure => figure.Officer).Distinct(StringComparer.Ordinal))
        {
            IReadOnlyList<OutboxRow> rows = await outbox.List(InstanceIds.DataRequest(cycle, officer), cancellation);
            histories[officer] = new ChasingHistory([.. Lines(rows)]);
        }

        return histories;
    }

    /// <summary>The lines of these e-mails; those that were never needed or belong to something else are left out.</summary>
    public static IEnumerable<ChasingLine> Lines(IEnumerable<OutboxRow> rows) =>
        rows.Where(row => row.State is not (MailState.NotNeeded or MailState.Queued or MailState.Claimed))
            .Select(row => What(row.Purpose) is { } what ? new ChasingLine(row.SentUtc ?? row.NotBeforeUtc, what + Delivery(row)) : null)
            .OfType<ChasingLine>()
            .OrderBy(line => line.AtUtc);

    private static string? What(string purpose) => purpose switch
    {
        "E0" => "Notice that the figures would be asked for",
        "E1" => "Request sent",
        "E2" => "Reminder before the due date",
        "E3" => "Reminder on the due date",
        "E4" => "Reminder that the figures were overdue",
        "E5" => "Last call before answers stopped",
        "E35" => "The lead officer was told",
        "E6" => "Told that answers had stopped",
        "E17" => "A colleague was asked instead",
        "E25" => "A new link was sent",
        _ => null,
    };

    private static string Delivery(OutboxRow row) => row.State switch
    {
        MailState.Bounced => "; the e-mail did not arrive",
        MailState.Dropped => "; the e-mail was not sent",
        MailState.Uncertain => "; it is not known whether it was sent",
        _ => "",
    };
}
