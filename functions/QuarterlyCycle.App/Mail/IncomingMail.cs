using System.Text;
using System.Text.Json;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;

namespace QuarterlyCycle.App.Mail;

/// <summary>An e-mail that somebody sent to the service, and the file that keeps it whole. The id is the same for a repeat.</summary>
public sealed record IncomingMail(string Id, string From, string Subject, string File)
{
    public const string Kind = nameof(IncomingMail);

    // Enough to know an e-mail by; the file keeps the whole of it.
    private const int LongestWords = 1_000;

    /// <summary>The inbox row of this e-mail.</summary>
    public InboxRow ToRow(string source, DateTime nowUtc)
    {
        string key = InboxRow.KeyOf(Encoding.UTF8.GetBytes(Id));
        IncomingMail known = this with
        {
            Id = key,
            From = HalfCharacters.Cut(From, LongestWords),
            Subject = HalfCharacters.Cut(Subject, LongestWords),
        };
        return new InboxRow
        {
            Source = source,
            Key = key,
            Kind = Kind,
            ReceivedUtc = nowUtc,
            Payload = JsonSerializer.Serialize(known, RecordRows.Json),
            Signals = [],
        };
    }
}

/// <summary>Puts an incoming e-mail before the project managers: nobody reads figures out of it yet.</summary>
public sealed class TakingIncomingMail(QuarterRecords records) : Arrival
{
    private const int LongestWords = 120;

    public override string Kind => IncomingMail.Kind;

    public override async Task<string?> Take(InboxRow row, CancellationToken cancellation)
    {
        IncomingMail mail = JsonSerializer.Deserialize<IncomingMail>(row.Payload!, RecordRows.Json)!;
        if ((await records.Cycles.Running(cancellation)).LastOrDefault(cycle => cycle.State == CycleState.Open) is not { } cycle)
        {
            return "No quarter is open.";
        }

        // The key's first digits tell two e-mails of one sender with one subject apart.
        string step = $"E-mail {row.Key[..8]} from {Words(mail.From)}: {Words(mail.Subject)}";
        await records.NeedsAttention.Record(cycle.Code, null, step, $"It is kept as {mail.File} and has not been read: enter its figures for the officer, or ask for the form.", row.ReceivedUtc, cancellation);
        return null;
    }

    private static string Words(string text)
    {
        string plain = string.Concat(text.Where(character => !char.IsControl(character))).Trim();
        return plain.Length == 0 ? "(nothing)" : plain.Length <= LongestWords ? plain : $"{HalfCharacters.Cut(plain, LongestWords)}…";
    }
}
