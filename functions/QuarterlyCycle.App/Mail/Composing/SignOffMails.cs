using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>The e-mails about a signature: request (E52), reminder (E53), receipt (E54), changed after signing (E55) and sent back (E56).</summary>
public sealed class SignOffMails(IRecordStore store, QuarterRecords records, PackCases cases, PackLinks links) : MailPart
{
    private readonly RecordTable<OutboxRow> _mails = new(store, Outbox.OutboxTable);

    public override IReadOnlyList<string> Purposes => ["E52", "E53", "E54", "E55", "E56"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        PackCase pack = await cases.Of(row, scene, cancellation);
        if (pack is not { Version: { } version, Group: { } dates })
        {
            return null;
        }

        IReadOnlyList<SignOff> signOffs = await records.SignOffs.All(pack.Cycle, pack.Body, cancellation);
        SignOff? acted = row.Subject.TryGetValue(MailSubjects.Act, out string? act) ? signOffs.FirstOrDefault(signOff => signOff.Id == act) : null;
        if (row.Purpose == "E54")
        {
            return acted is null ? null : await Receipt(pack, version, acted, cancellation);
        }

        if (row.Purpose == "E56")
        {
            return acted is null ? null : await SentBack(pack, version, dates, acted, cancellation);
        }

        // Nobody is asked to sign what is signed, or what no longer stands.
        if (version.State != PackState.Issued || (row.Purpose == "E53" && await IsAskedToday(row, cancellation)))
        {
            return null;
        }

        string url = await links.SignOff(pack.Cycle, pack.Body, version.Version, scene.Recipient.Number, row.NotBeforeUtc, cancellation);
        DateTime dueUtc = row.NotBeforeUtc < dates.SignOffDueUtc ? dates.SignOffDueUtc : dates.LastUtc;
        return row.Purpose switch
        {
            "E53" => new SignOffReminderEmail
            {
                Recipient = pack.Recipient,
                Quarter = pack.Quarter,
                BodyName = pack.BodyName,
                Version = version.Version,
                Url = url,
                DueUtc = dueUtc,
            },
            "E55" when signOffs.Any(signOff => signOff.SignedOff && signOff.By == scene.Recipient.Number && signOff.Version < version.Version) => new ChangedAfterSignOffEmail
            {
                Recipient = pack.Recipient,
                Quarter = pack.Quarter,
                BodyName = pack.BodyName,
                Version = version.Version,
                Url = url,
                DueUtc = dueUtc,
                Changes = pack.Changes.Count > 0 ? pack.Changes : ["The text of the report changed."],
            },
            _ => await Request(pack, version, url, dueUtc, signOffs, cancellation),
        };
    }

    // Who is asked this morning is not reminded this morning.
    private async Task<bool> IsAskedToday(OutboxRow reminder, CancellationToken cancellation) =>
        (await _mails.List(reminder.Instance, cancellation)).Select(mail => mail.Record).Any(mail =>
            mail.Purpose is "E52" or "E55"
            && mail.Recipient == reminder.Recipient
            && mail.About(MailSubjects.Version) == reminder.About(MailSubjects.Version)
            && LondonTime.DateOf(mail.NotBeforeUtc) >= LondonTime.DateOf(reminder.NotBeforeUtc));

    private async Task<SignOffRequestEmail> Request(
        PackCase pack, PackVersion version, string url, DateTime dueUtc, IReadOnlyList<SignOff> signOffs, CancellationToken cancellation) => new()
        {
            Recipient = pack.Recipient,
            Quarter = pack.Quarter,
            BodyName = pack.BodyName,
            Version = version.Version,
            Url = url,
            DueUtc = dueUtc,
            SentBackVersion = signOffs.LastOrDefault(signOff => signOff.By == pack.Scene.Recipient.Number && signOff.Version < version.Version) is { SignedOff: false } sentBack ? sentBack.Version : null,
            ChangesSincePapers = pack.Changes,
            Provisional = pack.Counts?.Provisional ?? 0,
            QuestionsOpen = pack.Counts?.QuestionsOpen ?? 0,
            NotSupplied = (pack.Counts?.Missing ?? 0) + (pack.Counts?.MissingMilestones ?? 0),
            AskedFor = pack.Scene.Recipient.Number != pack.People.Chair && pack.People.Chair is { } chair ? (await records.People.Of(chair, cancellation)).Name : null,
        };

    private async Task<SignOffReceiptEmail> Receipt(PackCase pack, PackVersion version, SignOff signature, CancellationToken cancellation) => new()
    {
        Recipient = pack.Recipient,
        Quarter = pack.Quarter,
        BodyName = pack.BodyName,
        Version = version.Version,
        Url = links.Version(pack.Cycle, pack.Body, version.Version),
        SignedAtUtc = signature.AtUtc,
        Reference = ActReference.Of(signature.Id),
        SignedFor = signature.For is { } chair ? (await records.People.Of(chair, cancellation)).Name : null,
        Files = [.. version.Files.Select(file => $"{file.Name}: {file.Sha256}")],
    };

    private async Task<SentBackByChairEmail> SentBack(
        PackCase pack, PackVersion version, GroupDates dates, SignOff sentBack, CancellationToken cancellation) => new()
        {
            Recipient = pack.Recipient,
            Quarter = pack.Quarter,
            BodyName = pack.BodyName,
            Version = version.Version,
            Url = links.Pack(pack.Cycle, pack.Body),
            Chair = (await records.People.Of(sentBack.By, cancellation)).Name,
            ParagraphNumber = sentBack.Paragraph,
            Comment = sentBack.Comment ?? "",
            DueUtc = dates.SignOffDueUtc,
        };
}
