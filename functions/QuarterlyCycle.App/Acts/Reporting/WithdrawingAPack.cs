using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager takes an issued version back; its files stay, marked.</summary>
public sealed class WithdrawingAPack(QuarterRecords records, PackAudit audit, Standing standing) : Deed<WithdrawPack>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(WithdrawPack act, CancellationToken cancellation)
    {
        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (await records.Packs.Get(act.Cycle, act.Body, act.Version, cancellation) is not { State: PackState.Issued or PackState.SignedOff })
        {
            return ActResult.Because($"Version {VersionWords.Number(act.Version)} of this report is not issued, so there is nothing to withdraw.");
        }

        return string.IsNullOrWhiteSpace(act.Reason) ? new ActResult.Refused([new FieldError("reason", "Enter why the report is withdrawn")]) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(WithdrawPack act, CancellationToken cancellation)
    {
        await records.Packs.Change(
            act.Cycle,
            act.Body,
            act.Version,
            row => row.State is PackState.Issued or PackState.SignedOff ? row with { State = PackState.Withdrawn, Reason = act.Reason.Trim() } : null,
            cancellation);
        await audit.Write(act, "PackWithdrawn", VersionWords.Of(act.Body, act.Version), act.Reason.Trim(), cancellation);
        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        return new Effect(VersionWords.Number(act.Version))
        {
            Bells = timetable.Board.Body == act.Body
                ? [new Bell(InstanceIds.BoardPack(act.Cycle), new PackWithdrawn(act.Id, act.AtUtc, act.By, act.Version))]
                : [],
        };
    }
}
