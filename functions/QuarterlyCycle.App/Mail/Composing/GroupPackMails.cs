using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>The e-mails about a report on its way to the group: draft ready (E47), issued (E48), papers (E50) and what was decided (E51).</summary>
public sealed class GroupPackMails(QuarterRecords records, PackCases cases, PackLinks links) : MailPart
{
    public override IReadOnlyList<string> Purposes => ["E47", "E48", "E50", "E51"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        PackCase pack = await cases.Of(row, scene, cancellation);
        return row.Purpose switch
        {
            "E47" => DraftReady(pack),
            "E48" => await Issued(pack, cancellation),
            "E50" => Papers(pack),
            _ => await UpdateRequest(pack, cancellation),
        };
    }

    private DraftReadyEmail? DraftReady(PackCase pack) => pack.Version is not { State: PackState.Draft } draft
        ? null
        : new DraftReadyEmail
        {
            Recipient = pack.Recipient,
            Quarter = pack.Quarter,
            BodyName = pack.BodyName,
            Version = draft.Version,
            Url = links.Version(pack.Cycle, pack.Body, draft.Version),
            MustFix = draft.MustFix,
            ShouldCheck = draft.ShouldCheck,
            IssueByUtc = IssueBy(pack, draft),
        };

    private static DateTime IssueBy(PackCase pack, PackVersion draft)
    {
        if (pack.Group is not { } dates)
        {
            return pack.Timetable.Board.PublicationUtc;
        }

        return draft.BuiltUtc < dates.AskUpdateUtc ? pack.Timetable.PapersOutUtc : dates.AskSignOffUtc > draft.BuiltUtc ? dates.AskSignOffUtc : dates.SignOffDueUtc;
    }

    private async Task<PackIssuedEmail?> Issued(PackCase pack, CancellationToken cancellation)
    {
        if (pack.Version is not { IssuedUtc: { } issued } version)
        {
            return null;
        }

        List<string> names = [];
        foreach (string number in pack.IsBoard ? new[] { pack.People.Secretary }.OfType<string>() : pack.People.All)
        {
            names.Add((await records.People.Of(number, cancellation)).Name);
        }

        return new PackIssuedEmail
        {
            Recipient = pack.Recipient,
            Quarter = pack.Quarter,
            BodyName = pack.BodyName,
            Version = version.Version,
            Url = links.Pack(pack.Cycle, pack.Body),
            IssuedAtUtc = issued,
            SentTo = names,
        };
    }

    private PapersEmail? Papers(PackCase pack) => pack is not { Version: { State: not (PackState.Withdrawn or PackState.Replaced) } version, Counts: { } counts }
        ? null
        : new PapersEmail
        {
            Recipient = pack.Recipient,
            Quarter = pack.Quarter,
            BodyName = pack.BodyName,
            Version = version.Version,
            Url = links.Version(pack.Cycle, pack.Body, version.Version),
            MeetingUtc = pack.Meeting.AtUtc,
            MeetingTimeIsKnown = pack.Meeting.TimeIsKnown,
            Place = pack.Meeting.Place,
            OffTarget = counts.OffTarget,
            Measures = counts.Measures,
            NotSupplied = counts.Missing,
            MilestonesNotSupplied = counts.MissingMilestones,
            Exceptions = pack.Exceptions,
        };

    private async Task<GroupUpdateEmail?> UpdateRequest(PackCase pack, CancellationToken cancellation) =>
        pack.Group is not { } dates || await records.GroupUpdates.Get(pack.Cycle, pack.Body, cancellation) is not null
            ? null
            : new GroupUpdateEmail
            {
                Recipient = pack.Recipient,
                Quarter = pack.Quarter,
                BodyName = pack.BodyName,
                Version = pack.Version?.Version ?? 1,
                Url = links.GroupUpdate(pack.Body),
                MeetingUtc = pack.Meeting.AtUtc,
                DueUtc = dates.UpdateDueUtc,
                OffTarget = pack.Exceptions,
            };
}
