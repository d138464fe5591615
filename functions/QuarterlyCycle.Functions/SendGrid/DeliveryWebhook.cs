using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Functions.Hosting;

namespace QuarterlyCycle.Functions.SendGrid;

/// <summary>Takes what SendGrid tells about messages that it took: delivered, bounced, dropped.</summary>
public sealed class DeliveryWebhook(SignedPost posts, Arrivals arrivals, SendGridOptions options, TimeProvider clock)
{
    private const string Source = "sendgrid-events";

    // SendGrid sends what it has at 768 KB, or after thirty seconds.
    private const long LargestBody = 1024 * 1024;

    [Function("DeliveryWebhook")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/sendgrid/events")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        (byte[]? body, int refused) = await posts.Read(request, options.EventKey, LargestBody, cancellation);
        if (body is null)
        {
            return new StatusCodeResult(refused);
        }

        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        string file = $"inbox/{Source}/{InboxRow.KeyOf(body)}.json";
        IReadOnlyList<InboxRow> rows = DeliveryEvents.Read(body) is { } reports ? [.. reports.Select(report => report.ToRow(Source, nowUtc))] : [Unreadable(body, file, nowUtc)];
        IReadOnlyList<InboxRow> unseen = await arrivals.Store(file, body, rows, cancellation);
        await arrivals.Take(new HostClient(client), unseen, cancellation);
        return new OkResult();
    }

    // Signed, so it is kept; posting it again would not make it readable.
    private static InboxRow Unreadable(byte[] body, string file, DateTime nowUtc) => new()
    {
        Source = Source,
        Key = InboxRow.KeyOf(body),
        Kind = DeliveryReport.Kind,
        ReceivedUtc = nowUtc,
        Payload = file,
        Signals = [],
        State = InboxState.Rejected,
        Why = "It is no list of events.",
    };
}
