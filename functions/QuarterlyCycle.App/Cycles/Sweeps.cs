using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Packs;

namespace QuarterlyCycle.App.Cycles;

/// <summary>
/// Everything that looks for work that did not happen, each at its own pace. The look for an outage stands apart: a clock that is moved by hand is no
/// outage. So does the purge: a rehearsal keeps nothing that could be forgotten.
/// </summary>
public sealed class Sweeps(
    ActSweep acts, OpenDueCycles cycles, ClinicStart clinics, SummarySweep summaries, OutboxSweep mail, SilenceSweep silence, Outbox outbox, TimeProvider clock)
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private DateTime _cyclesUtc = DateTime.MinValue;
    private DateTime _silenceUtc = DateTime.MinValue;

    /// <summary>Does what is due now; called every minute, or whenever the clock has moved.</summary>
    public async Task Run(DurableTaskClient client, CancellationToken cancellation = default)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        await acts.Run(client, nowUtc, cancellation);
        if (nowUtc - _cyclesUtc >= FiveMinutes)
        {
            _cyclesUtc = nowUtc;
            await cycles.Run(client, cancellation);
            await clinics.Run(client, cancellation);
        }

        await summaries.Run(cancellation);
        await mail.Run(nowUtc, cancellation);
        if (nowUtc - _silenceUtc >= Hour)
        {
            _silenceUtc = nowUtc;
            await silence.Run(client, cancellation);
        }
    }

    /// <summary>The next instant at which a sweep will have something to do that it has not now; null when none will.</summary>
    public async Task<DateTime?> NextDueUtc(CancellationToken cancellation = default)
    {
        DateTime?[] due = [await outbox.NextDueUtc(cancellation), await cycles.NextDueUtc(cancellation), await summaries.NextDueUtc(cancellation)];
        return due.Min();
    }
}
