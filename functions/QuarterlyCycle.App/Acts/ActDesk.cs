using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Acts;

/// <summary>Does what people decide: check, store the act, change the records, and only then tell the orchestrations.</summary>
public sealed class ActDesk(IEnumerable<Deed> deeds, ActRows rows, Inbox inbox, CycleStart cycleStart, ClinicStart clinicStart, NeedsAttention needsAttention, TimeProvider clock)
{
    private const string Source = "act";

    private readonly Dictionary<Type, Deed> _deeds = deeds.ToDictionary(deed => deed.ActType);

    /// <summary>Does the act once, however often it comes with the same id.</summary>
    public async Task<ActResult> Perform(DurableTaskClient client, Act act, CancellationToken cancellation = default)
    {
        if (await rows.Get(act.Id, cancellation) is { } known)
        {
            return await Finish(client, known, cancellation);
        }

        Deed.Checked check = await DeedOf(act).CheckAct(act, cancellation);
        if (check.Refusal is { } refusal)
        {
            return refusal;
        }

        (Stored<ActRow> row, bool isNew) = await rows.Receive(act, cancellation);
        return await Finish(client, row, isNew ? check.Found : null, cancellation);
    }

    /// <summary>Why the act cannot be done, from the records as they are now; null when it can, or is stored already. Changes nothing.</summary>
    public async Task<ActResult?> WhyNot(Act act, CancellationToken cancellation = default) =>
        await rows.Get(act.Id, cancellation) is null ? (await DeedOf(act).CheckAct(act, cancellation)).Refusal : null;

    /// <summary>Does what is left to do of a stored act.</summary>
    internal Task<ActResult> Finish(DurableTaskClient client, Stored<ActRow> row, CancellationToken cancellation) =>
        Finish(client, row, found: null, cancellation);

    private async Task<ActResult> Finish(DurableTaskClient client, Stored<ActRow> row, object? found, CancellationToken cancellation)
    {
        if (row.Record.IsDone)
        {
            return ResultOf(row.Record);
        }

        Act act = await rows.Read(row.Record, cancellation);
        Effect effect = await DeedOf(act).DoAct(act, found, cancellation);
        (Stored<InboxRow> inboxRow, _) = await inbox.Receive(
            new InboxRow
            {
                Source = Source,
                Key = act.Id,
                Kind = row.Record.Kind,
                ReceivedUtc = act.AtUtc,
                Signals = [.. effect.Bells.Select(bell => InboxSignal.To(bell.Instance, bell.Signal))],
            },
            cancellation);
        ActRow done = await rows.Finish(row, effect, cancellation);
        if (effect.StartsCycle)
        {
            await cycleStart.Run(client, cancellation);
        }

        if (effect.StartsClinic)
        {
            await clinicStart.Run(client, cancellation);
        }

        if (await inbox.Forward(client, inboxRow, cancellation) is { State: InboxState.TooLate } late)
        {
            await TellTooLate(late, cancellation);
        }

        return ResultOf(done);
    }

    /// <summary>Tells the project manager of something that no orchestration could hear any more.</summary>
    internal async Task TellTooLate(InboxRow late, CancellationToken cancellation)
    {
        string instance = late.Signals[0].Instance;
        await needsAttention.Record(
            InstanceIds.CycleOf(instance),
            instance,
            $"{late.Kind} {late.Key}",
            "It is stored, but what should have heard it has ended. No e-mail follows from it.",
            clock.GetUtcNow().UtcDateTime,
            cancellation);
    }

    private static ActResult.Accepted ResultOf(ActRow row) => new(row.Reference ?? "") { NotTaken = row.NotTaken };

    private Deed DeedOf(Act act) =>
        _deeds.GetValueOrDefault(act.GetType()) ?? throw new InvalidOperationException($"Nobody knows how to do a {act.GetType().Name}.");
}
