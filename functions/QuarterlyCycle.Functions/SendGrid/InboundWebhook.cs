using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Functions.Hosting;

namespace QuarterlyCycle.Functions.SendGrid;

/// <summary>Takes the e-mails that people send to the service, as SendGrid posts them.</summary>
public sealed class InboundWebhook(SignedPost posts, Arrivals arrivals, SendGridOptions options, TimeProvider clock)
{
    /// <summary>SendGrid takes messages of up to 30 MB; the fields around one need some room.</summary>
    public const long LargestBody = 32 * 1024 * 1024;

    private const string Source = "sendgrid-mail";

    [Function("InboundWebhook")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/sendgrid/inbound")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        (byte[]? body, int refused) = await posts.Read(request, options.InboundKey, LargestBody, cancellation);
        if (body is null)
        {
            return new StatusCodeResult(refused);
        }

        string file = $"inbox/{Source}/{InboxRow.KeyOf(body)}.multipart";
        IncomingMail mail = await InboundMail.Read(request.ContentType, body, file, cancellation);
        IReadOnlyList<InboxRow> unseen = await arrivals.Store(file, body, [mail.ToRow(Source, clock.GetUtcNow().UtcDateTime)], cancellation);
        await arrivals.Take(new HostClient(client), unseen, cancellation);
        return new OkResult();
    }
}
