using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;

namespace QuarterlyCycle.Functions;

/// <summary>Logs how much waits for somebody, for the alerts in <c>infra/modules/alerts.bicep</c>, which know these words.</summary>
public sealed class WatchFunction(IRecordStore store, Outbox outbox, QuarterRecords records, TimeProvider clock, ILogger<WatchFunction> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    [Function("Watch")]
    public async Task Run([TimerTrigger("45 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        DateTime before = clock.GetUtcNow().UtcDateTime - Patience;
        int late = (await OpenWork.OfOutbox(store).List(cancellation)).Count(mail => mail.DueUtc < before);
        int uncertain = (await outbox.ListUncertain(cancellation)).Count;
        int attention = 0;
        foreach (Cycle cycle in await records.Cycles.Running(cancellation))
        {
            attention += (await records.NeedsAttention.Open(cycle.Code, cancellation)).Count;
        }

        log.LogInformation("Watch: {Late} late, {Uncertain} uncertain, {Attention} for attention.", late, uncertain, attention);
    }
}
