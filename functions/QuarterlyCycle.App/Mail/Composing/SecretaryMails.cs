using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>The e-mails to the board's secretary: the pack (E60), a new version (E61), withdrawn (E62), at risk (E63) and decisions wanted (E64).</summary>
public sealed class SecretaryMails(QuarterRecords records, PackCases cases, BoardStanding standing, BodyPeople people, PackLinks links) : MailPart
{
    public override IReadOnlyList<string> Purposes => ["E60", "E61", "E62", "E63", "E64"];

    public override async Task<Email?> Write(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        PackCase pack = await cases.Of(row, scene, cancellation);
        return row.Purpose switch
        {
            "E60" => Ready(pack),
            "E61" => await Replacement(pack, cancellation),
            "E62" => Withdrawn(pack),
            "E63" => await AtRisk(pack, cancellation),
            _ => await DecisionsWanted(pack, row, cancellation),
        };
    }

    private PackReadyEmail? Ready(PackCase pack) => pack is not { Version: { State: PackState.Issued or PackState.SignedOff } version, Model: { } model }
        ? null
        : new PackReadyEmail
        {
            Recipient = pack.Recipient,
            Quarter = pack.Quarter,
            BodyName = pack.BodyName,
            Version = version.Version,
            Url = links.Pack(pack.Cycle, pack.Body),
            MeetingUtc = pack.Meeting.AtUtc,
            MeetingTimeIsKnown = pack.Meeting.TimeIsKnown,
            PublishByUtc = pack.Timetable.Board.PublicationUtc,
            PublicFiles = version.Files.Count(file => file.Edition == PackEdition.Public),
            ExemptFiles = version.Files.Count(file => file.Edition == PackEdition.Exempt),
            NotSigned = [.. model.Public.SignOffs.Where(signOff => !signOff.IsSigned).Select(signOff => signOff.BodyName)],
        };

    private async Task<ReplacementPackEmail?> Replacement(PackCase pack, CancellationToken cancellation)
    {
        if (pack.Version is not { State: PackState.Issued or PackState.SignedOff } version)
        {
            return null;
        }

        PackVersion? replaced = (await records.Packs.All(pack.Cycle, pack.Body, cancellation)).LastOrDefault(earlier => earlier.Version < version.Version && earlier.IssuedUtc is not null);
        return new ReplacementPackEmail
        {
            Recipient = pack.Recipient,
            Quarter = pack.Quarter,
            BodyName = pack.BodyName,
            Version = version.Version,
            Url = links.Pack(pack.Cycle, pack.Body),
            ReplacedVersion = replaced?.Version ?? version.Version - 1,
            Changes = pack.Changes.Count > 0 ? pack.Changes : ["The text of the pack changed."],
            Reason = replaced is { State: PackState.Withdrawn, Reason: { } withdrawn } ? withdrawn : "The records changed after the earlier version was made.",
        };
    }

    private PackWithdrawnEmail? Withdrawn(PackCase pack) => pack.Version is not { State: PackState.Withdrawn } version
        ? null
        : new PackWithdrawnEmail
        {
            Recipient = pack.Recipient,
            Quarter = pack.Quarter,
            BodyName = pack.BodyName,
            Version = version.Version,
            Url = links.Pack(pack.Cycle, pack.Body),
            Reason = version.Reason ?? "No reason is recorded.",
        };

    private async Task<PackAtRiskEmail?> AtRisk(PackCase pack, CancellationToken cancellation)
    {
        List<string> outstanding = [];
        foreach (string group in await standing.NotSigned(pack.Cycle, cancellation))
        {
            BodyOfficers officers = await people.Of(pack.Cycle, group, cancellation);
            string who = officers.Signatory is { } signatory ? (await records.People.Of(signatory, cancellation)).Name : "nobody can sign";
            outstanding.Add($"{officers.Body.Name}: {who}");
        }

        return outstanding.Count == 0
            ? null
            : new PackAtRiskEmail
            {
                Recipient = pack.Recipient,
                Quarter = pack.Quarter,
                BoardName = pack.BodyName,
                PublishByUtc = pack.Timetable.Board.PublicationUtc,
                Outstanding = outstanding,
                Url = links.Pack(pack.Cycle, pack.Body),
            };
    }

    private async Task<DecisionsRequestEmail?> DecisionsWanted(PackCase pack, OutboxRow row, CancellationToken cancellation) =>
        await standing.HasDecisions(pack.Cycle, pack.Body, cancellation)
            ? null
            : new DecisionsRequestEmail
            {
                Recipient = pack.Recipient,
                Quarter = pack.Quarter,
                BoardName = pack.BodyName,
                MeetingUtc = pack.Meeting.AtUtc,
                DueUtc = pack.Timetable.Board.DecisionsDueUtc,
                Recommendations = pack.Model is null ? [] : [.. pack.Model.Public.Recommendations.Select(recommendation => recommendation.Text)],
                IsReminder = row.Ordinal != "1",
                Url = links.Decisions(pack.Cycle, pack.Body),
            };
}
