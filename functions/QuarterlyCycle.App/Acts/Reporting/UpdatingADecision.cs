using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Decisions;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager marks a decision done, dropped or open again, also after its quarter is closed.</summary>
public sealed class UpdatingADecision(QuarterRecords records, PackAudit audit, Standing standing) : Deed<UpdateDecision>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(UpdateDecision act, CancellationToken cancellation)
    {
        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } refusal)
        {
            return refusal;
        }

        return await records.Decisions.Get(act.Cycle, act.Number, cancellation) is null ? ActResult.Because("There is no such decision.") : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(UpdateDecision act, CancellationToken cancellation)
    {
        Decision before = await records.Decisions.Get(act.Cycle, act.Number, cancellation)
            ?? throw new InvalidOperationException($"Decision {VersionWords.Number(act.Number)} of {act.Cycle} is missing.");
        await records.Decisions.Change(act.Cycle, act.Number, row => row with { State = act.State }, cancellation);
        await audit.Write(act, "DecisionUpdated", EarlierDecisions.CodeOf(before), act.State.ToString(), cancellation, before.State.ToString());
        return new Effect(ActReference.Of(act.Id));
    }
}
