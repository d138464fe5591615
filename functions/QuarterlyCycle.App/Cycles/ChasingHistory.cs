using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Cycles;

/// <summary>Every attempt to get an officer's figures and what came of it, oldest first, from the e-mails of the data request and what the officer did. No names.</summary>
public sealed class ChasingHistory(IRecordStore store, QuarterRecords records)
{
    // Read here and not through the outbox: e-mails that print this are written while the outbox sends.
    private readonly RecordTable<OutboxRow> _rows = new(store, Outbox.OutboxTable);

    /// <summary>The history of one officer's data request.</summary>
    public async Task<IReadOnlyList<ChasingLine>> Of(string cycle, string officer, CancellationToken cancellation = default)
    {
        IReadOnlyList<Stored<OutboxRow>> mails = await _rows.List(InstanceIds.DataRequest(cycle, officer), cancellation);
        IEnumerable<ChasingLine> sent = mails.Select(mail => mail.Record).Select(LineOf).OfType<ChasingLine>();
        IEnumerable<ChasingLine> asked = (await records.Extensions.All(cycle, cancellation))
            .Where(extension => extension.Officer == officer)
            .SelectMany(LinesOf);
        IEnumerable<ChasingLine> answered = (await records.Figures.OfOfficer(cycle, officer, cancellation))
            .Where(figure => figure.AnsweredUtc is not null)
            .GroupBy(figure => figure.AnsweredUtc!.Value)
            .Select(group => new ChasingLine(group.Key, $"{string.Join(", ", group.Select(figure => figure.Code))} came"));
        // Two lead officers told at one time are one line.
        return [.. sent.Concat(asked).Concat(answered).Distinct().OrderBy(line => line.AtUtc)];
    }

    private static ChasingLine? LineOf(OutboxRow mail)
    {
        if (WhatOf(mail.Purpose) is not { } what)
        {
            return null;
        }

        string? delivery = mail.State switch
        {
            MailState.Delivered => "delivered",
            MailState.Accepted or MailState.Grouped => "sent",
            MailState.Sending or MailState.Claimed or MailState.Queued => "being sent",
            MailState.Bounced => "did not arrive",
            MailState.Uncertain => "not known whether it was sent",
            MailState.Dropped => "not sent",
            _ => null,
        };
        return delivery is null ? null : new ChasingLine(mail.SentUtc ?? mail.NotBeforeUtc, $"{what} ({delivery})");
    }

    private static string? WhatOf(string purpose) => purpose switch
    {
        "E0" => "Notice that the figures would be asked for",
        "E1" => "Request for the figures",
        "E2" => "Reminder before the due date",
        "E3" => "Reminder on the due date",
        "E4" => "Reminder that figures were overdue",
        "E5" => "Last call",
        "E6" => "Notice that answers had stopped",
        "E16" => "More time refused",
        "E25" => "New link",
        "E35" => "Lead officer told that figures were late",
        _ => null,
    };

    private static IEnumerable<ChasingLine> LinesOf(Extension extension)
    {
        string measures = string.Join(", ", extension.Measures);
        string until = BritishWords.Instant(extension.UntilUtc ?? extension.AskedUntilUtc);
        if (extension.DecidedIn == extension.Id)
        {
            yield return new ChasingLine(extension.AskedUtc, $"More time given for {measures}, until {until}");
            yield break;
        }

        yield return new ChasingLine(extension.AskedUtc, extension.State switch
        {
            ExtensionState.GivenAutomatically => $"More time asked and given for {measures}, until {until}",
            ExtensionState.Given => $"More time asked for {measures}, and given until {until}",
            ExtensionState.Refused => $"More time asked for {measures}, and refused",
            _ => $"More time asked for {measures}, until {until}",
        });
    }
}
