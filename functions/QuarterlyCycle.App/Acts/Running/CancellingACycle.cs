using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager stops a quarter. What was sent is kept; nobody is asked or reminded any more.</summary>
public sealed class CancellingACycle(QuarterRecords records, Audit audit, Standing standing) : Deed<CancelCycle>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(CancelCycle act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } notTheirs)
        {
            return notTheirs;
        }

        return string.IsNullOrWhiteSpace(act.Reason) ? new ActResult.Refused([new FieldError("reason", "Enter why the quarter is cancelled")]) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(CancelCycle act, CancellationToken cancellation)
    {
        Cycle before = await records.Cycles.Of(act.Cycle, cancellation);
        await records.Cycles.Change(
            act.Cycle,
            cycle => cycle.State is CycleState.Planned or CycleState.Open
                ? cycle with { State = CycleState.Cancelled, CancelledBecause = act.Reason.Trim(), EndedUtc = act.AtUtc }
                : null,
            cancellation);
        await audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                Act = "CycleCancelled",
                Subject = act.Cycle,
                Old = before.State.ToString(),
                New = act.Reason.Trim(),
            },
            cancellation);
        return new Effect(act.Cycle)
        {
            Bells = [new Bell(InstanceIds.Cycle(act.Cycle), new CycleCancelled(act.Id, act.AtUtc, act.By, act.Reason.Trim()))],
        };
    }
}
