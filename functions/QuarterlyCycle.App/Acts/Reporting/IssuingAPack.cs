using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager issues a version; it takes the place of an earlier one, and what must be fixed stops it.</summary>
public sealed class IssuingAPack(QuarterRecords records, BodyPeople people, PackLinks links, PackAudit audit, Standing standing) : Deed<IssuePack>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(IssuePack act, CancellationToken cancellation)
    {
        if ((await standing.WhyOver(act.Cycle, cancellation) ?? await standing.WhyNotProjectManager(act.By, cancellation)) is { } refusal)
        {
            return refusal;
        }

        if (await records.Packs.Get(act.Cycle, act.Body, act.Version, cancellation) is not { } version)
        {
            return ActResult.Because($"There is no version {VersionWords.Number(act.Version)} of this report.");
        }

        if (version.State != PackState.Draft)
        {
            return ActResult.Because(version.IssuedUtc is { } issued
                ? $"Version {VersionWords.Number(act.Version)} was issued at {BritishWords.Instant(issued)}."
                : $"Version {VersionWords.Number(act.Version)} cannot be issued any more. {version.Reason}".TrimEnd());
        }

        if (await records.Packs.Issued(act.Cycle, act.Body, cancellation) is { } standingVersion && standingVersion.Version > act.Version)
        {
            return ActResult.Because($"Version {VersionWords.Number(standingVersion.Version)} is issued already. Build a new version and issue that.");
        }

        return version.MustFix.Count > 0
            ? new ActResult.Refused([.. version.MustFix.Select(finding => new FieldError("", finding))])
            : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(IssuePack act, CancellationToken cancellation)
    {
        string head = await audit.Head(act.Cycle, cancellation);
        await records.Packs.Change(
            act.Cycle,
            act.Body,
            act.Version,
            row => row.State == PackState.Draft ? row with { State = PackState.Issued, IssuedUtc = act.AtUtc, IssuedBy = act.By, AuditHead = head } : null,
            cancellation);
        IReadOnlyList<PackVersion> versions = await records.Packs.All(act.Cycle, act.Body, cancellation);
        PackVersion issued = versions.First(version => version.Version == act.Version);
        BodyOfficers body = await people.Of(act.Cycle, act.Body, cancellation);
        bool replacesOne = false;
        foreach (PackVersion earlier in versions.Where(version => version.Version < act.Version && version.IssuedUtc is not null))
        {
            replacesOne = true;
            string reason = $"Version {VersionWords.Number(act.Version)} was issued on {BritishWords.LongDate(LondonTime.DateOf(act.AtUtc))}.";
            await records.Packs.Change(
                act.Cycle,
                act.Body,
                earlier.Version,
                row => row.State is PackState.Issued or PackState.SignedOff ? row with { State = PackState.Replaced, Reason = reason } : null,
                cancellation);
            await links.EndSignOff(act.Cycle, act.Body, earlier.Version, new[] { body.Chair, body.ViceChair }.OfType<string>(), cancellation);
        }

        await audit.Write(act, replacesOne ? "PackReplaced" : "PackIssued", VersionWords.Of(issued), issued.Seal, cancellation);
        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        return new Effect(VersionWords.Number(act.Version)) { Bells = [BellOf(act, issued, isBoard: timetable.Board.Body == act.Body, replacesOne)] };
    }

    private static Bell BellOf(IssuePack act, PackVersion issued, bool isBoard, bool replacesOne) => (isBoard, replacesOne) switch
    {
        (true, true) => new Bell(InstanceIds.BoardPack(act.Cycle), new PackReplaced(act.Id, act.AtUtc, act.By, act.Version, issued.Seal)),
        (true, false) => new Bell(InstanceIds.BoardPack(act.Cycle), new PackIssued(act.Id, act.AtUtc, act.By, act.Version, issued.Seal)),
        _ => new Bell(InstanceIds.OutcomeGroup(act.Cycle, act.Body), new PackIssued(act.Id, act.AtUtc, act.By, act.Version, issued.Seal)),
    };
}
