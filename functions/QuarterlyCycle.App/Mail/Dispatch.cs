using System.Security.Cryptography;
using System.Text.Json;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Mail;

/// <summary>Takes one e-mail from Queued to its answer. Each step is written before the next is taken, and the step after a crash follows from what was written.</summary>
internal sealed class Dispatch(IRecordStore store, IFileStore files, IMailSender sender, MailComposer composer, MailOptions options)
{
    // Longer than any sender waits for an answer, so that nobody else takes a message that is still on its way.
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);

    private readonly RecordTable<OutboxRow> _rows = new(store, Outbox.OutboxTable);
    private readonly GroupMembers _members = new(store);

    public static string MessageFile(OutboxRow row) => MessageFile(row.MailKey);

    public static string MessageFile(string mailKey) => $"mail/{mailKey}.json";

    /// <summary>Does what is due and gives the row as it then stands.</summary>
    public async Task<OutboxRow> Run(Stored<OutboxRow> stored, DateTime nowUtc, IEnumerable<OpenWorkRow> group, CancellationToken cancellation)
    {
        OutboxRow row = stored.Record;
        if (row.IsSettled || row.DueUtc > nowUtc)
        {
            return row;
        }

        return row.State switch
        {
            MailState.Queued or MailState.Claimed => await Begin(stored, nowUtc, group, cancellation),
            MailState.Sending or MailState.Uncertain when sender.RepeatsAreSafe && nowUtc <= row.NotAfterUtc => await SendAgain(stored, nowUtc, cancellation),
            MailState.Sending => await Store(stored, row with { State = MailState.Uncertain, Why = "No answer came." }, cancellation),
            _ => row,
        };
    }

    public async Task<OutgoingMail?> ReadMessage(string file, CancellationToken cancellation)
    {
        byte[]? content = await files.Read(file, cancellation);
        return content is null ? null : JsonSerializer.Deserialize<OutgoingMail>(content, RecordRows.Json);
    }

    private async Task<OutboxRow> Begin(Stored<OutboxRow> stored, DateTime nowUtc, IEnumerable<OpenWorkRow> group, CancellationToken cancellation)
    {
        OutboxRow claim = stored.Record with
        {
            State = MailState.Claimed,
            Attempts = stored.Record.Attempts + 1,
            ClaimedUntilUtc = nowUtc + Claim,
            RetryAtUtc = null,
            // Named before any of them is marked, so that whoever takes over knows whom this message speaks for.
            Members = stored.Record.Members.Count > 0 ? stored.Record.Members : GroupMembers.Keys(stored.Record, group, nowUtc),
        };
        if (await _rows.Replace(claim.Instance, claim.Key, stored with { Record = claim }, cancellation) is not { } claimed)
        {
            return stored.Record;
        }

        List<ComposedMail> sections = [];
        if (await Compose(claim, nowUtc, cancellation) is { } own)
        {
            sections.Add(own);
        }

        foreach (string member in claim.Members)
        {
            if (await Section(claim, member, nowUtc, cancellation) is { } section)
            {
                sections.Add(section);
            }
        }

        if (sections.Count == 0)
        {
            return await Store(claimed, NotSentAtAll(claim, nowUtc), cancellation);
        }

        OutgoingMail mail = MessageWriter.Write(claim.MailKey, sections, options);
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(mail, RecordRows.Json);
        await files.Write(MessageFile(claim), content, cancellation);
        OutboxRow sending = claim with
        {
            State = MailState.Sending,
            MessageFile = MessageFile(claim),
            MessageHash = Convert.ToHexStringLower(SHA256.HashData(content)),
        };
        return await _rows.Replace(sending.Instance, sending.Key, claimed with { Record = sending }, cancellation) is { } written
            ? await Send(written, mail, nowUtc, cancellation)
            : claim;
    }

    // A member is written before it is drawn in: one that cannot be written stays on its own and holds back nobody.
    private async Task<ComposedMail?> Section(OutboxRow lead, string member, DateTime nowUtc, CancellationToken cancellation)
    {
        if (await _members.Read(lead, member, cancellation) is not { } row)
        {
            return null;
        }

        if (await Compose(row, nowUtc, cancellation) is { } section)
        {
            return await _members.Join(lead, row, cancellation) ? section : null;
        }

        await _members.Leave(lead, row, nowUtc, cancellation);
        return null;
    }

    private async Task<ComposedMail?> Compose(OutboxRow row, DateTime nowUtc, CancellationToken cancellation) =>
        nowUtc <= row.NotAfterUtc ? await composer.Compose(row, cancellation) : null;

    // The message itself was stored before it was first sent; it is not written anew, because it may have arrived.
    private async Task<OutboxRow> SendAgain(Stored<OutboxRow> stored, DateTime nowUtc, CancellationToken cancellation)
    {
        OutboxRow row = stored.Record;
        OutgoingMail mail = await ReadMessage(MessageFile(row), cancellation)
            ?? throw new InvalidOperationException($"The message of {row.MailKey} is gone.");
        OutboxRow sending = row with { State = MailState.Sending, Attempts = row.Attempts + 1, ClaimedUntilUtc = nowUtc + Claim };
        return await _rows.Replace(row.Instance, row.Key, stored with { Record = sending }, cancellation) is { } written
            ? await Send(written, mail, nowUtc, cancellation)
            : row;
    }

    private async Task<OutboxRow> Send(Stored<OutboxRow> sending, OutgoingMail mail, DateTime nowUtc, CancellationToken cancellation)
    {
        OutboxRow row = sending.Record;
        SendResult result = await sender.Send(mail, cancellation);
        OutboxRow? changed = await _rows.Update(row.Instance, row.Key, sending, current => After(current, result, nowUtc), cancellation);
        return changed ?? throw new InvalidOperationException($"The e-mail {row.MailKey} is gone.");
    }

    private static OutboxRow After(OutboxRow row, SendResult result, DateTime nowUtc)
    {
        if (row.State != MailState.Sending)
        {
            // The mail system's own event was faster, and says more.
            return result is SendResult.Accepted late ? row with { MessageId = row.MessageId ?? late.MessageId } : row;
        }

        return result switch
        {
            SendResult.Accepted accepted => row with { State = MailState.Accepted, MessageId = accepted.MessageId, SentUtc = nowUtc, Why = null },
            SendResult.NotSent notSent => row with { State = MailState.Queued, RetryAtUtc = nowUtc + Longer(notSent.RetryAfter, Backoff(row.Attempts)), Why = notSent.Why },
            SendResult.Refused refused => row with { State = MailState.Dropped, Why = refused.Why },
            SendResult.Unknown unknown => row with { State = MailState.Uncertain, Why = unknown.Why },
            _ => throw new InvalidOperationException($"A sender answered {result.GetType().Name}."),
        };
    }

    public static OutboxRow NotSentAtAll(OutboxRow row, DateTime nowUtc) => nowUtc > row.NotAfterUtc
        ? row with { State = MailState.Dropped, Why = "Its time had passed." }
        : row with { State = MailState.NotNeeded, Why = "Nobody needed it when its time came." };

    private static TimeSpan Backoff(int attempts)
    {
        TimeSpan wait = FirstRetry * Math.Pow(2, Math.Min(attempts - 1, 10));
        return wait < LongestRetry ? wait : LongestRetry;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private async Task<OutboxRow> Store(Stored<OutboxRow> stored, OutboxRow changed, CancellationToken cancellation)
    {
        Stored<OutboxRow>? replaced = await _rows.Replace(changed.Instance, changed.Key, stored with { Record = changed }, cancellation);
        return replaced?.Record ?? stored.Record;
    }
}
