using System.Text.Json;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Mail;

/// <summary>What a mail system reports about one e-mail; the id is the mail system's own, and the same for a repeat.</summary>
public sealed record DeliveryReport(string Id, string MailKey, DeliveryEvent Event)
{
    public const string Kind = nameof(DeliveryReport);

    // Enough to read why; the body that said it is kept whole.
    private const int LongestWhy = 1_000;

    /// <summary>The inbox row of this report.</summary>
    public InboxRow ToRow(string source, DateTime nowUtc) => new()
    {
        Source = source,
        Key = InboxRow.KeyOf(System.Text.Encoding.UTF8.GetBytes(Id)),
        Kind = Kind,
        ReceivedUtc = nowUtc,
        Payload = JsonSerializer.Serialize(
            this with { Event = Event with { Why = Event.Why is { } why ? HalfCharacters.Cut(why, LongestWhy) : null } }, RecordRows.Json),
        Signals = [],
    };
}

/// <summary>Settles the e-mail that a report is about, and tells the project managers of one that did not arrive.</summary>
public sealed class TakingDeliveryReports(Outbox outbox, Undelivered undelivered) : Arrival
{
    public override string Kind => DeliveryReport.Kind;

    public override async Task<string?> Take(InboxRow row, CancellationToken cancellation)
    {
        DeliveryReport report = JsonSerializer.Deserialize<DeliveryReport>(row.Payload!, RecordRows.Json)!;
        if (report.MailKey.Split('/') is not [{ Length: > 0 } instance, { Length: > 0 } key]
            || !report.MailKey.All(character => character == '/' || Keys.IsPlain(character))
            || await outbox.Record(instance, key, report.Event, cancellation) is not { } mail)
        {
            return $"There is no e-mail {report.MailKey}.";
        }

        await undelivered.Tell(mail, cancellation);
        return null;
    }
}
