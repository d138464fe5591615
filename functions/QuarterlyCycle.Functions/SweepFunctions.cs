using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.Functions.Hosting;

namespace QuarterlyCycle.Functions;

/// <summary>The sweeps, each on a timer of its own, so that one that fails or takes long holds back no other.</summary>
public sealed class SweepFunctions(
    OutageSweep outage, ActSweep acts, OutboxSweep mail, OpenDueCycles cycles, ClinicStart clinics, SummarySweep summaries, SilenceSweep silence,
    PurgeSweep purge, TimeProvider clock)
{
    private const string EveryMinute = "0 * * * * *";

    [Function("SweepOutages")]
    public Task SweepOutages([TimerTrigger(EveryMinute)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        outage.Run(new HostClient(client), cancellation);

    [Function("SweepActs")]
    public Task SweepActs([TimerTrigger(EveryMinute)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        acts.Run(new HostClient(client), clock.GetUtcNow().UtcDateTime, cancellation);

    [Function("SweepMail")]
    public Task SweepMail([TimerTrigger(EveryMinute)] TimerInfo timer, CancellationToken cancellation) =>
        mail.Run(clock.GetUtcNow().UtcDateTime, cancellation);

    [Function("OpenDueCycles")]
    public async Task OpenDueCycles([TimerTrigger("30 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        await cycles.Run(new HostClient(client), cancellation);
        await clinics.Run(new HostClient(client), cancellation);
    }

    [Function("PostSummaries")]
    public Task PostSummaries([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => summaries.Run(cancellation);

    [Function("SweepSilence")]
    public Task SweepSilence([TimerTrigger("0 7 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        silence.Run(new HostClient(client), cancellation);

    // Every hour, so that a night on which the app was down is made good by day; it acts once a night.
    [Function("Purge")]
    public Task Purge([TimerTrigger("0 37 * * * *")] TimerInfo timer, CancellationToken cancellation) => purge.Run(cancellation);
}
