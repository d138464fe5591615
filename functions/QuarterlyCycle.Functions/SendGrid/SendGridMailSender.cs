using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using QuarterlyCycle.App.Mail;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace QuarterlyCycle.Functions.SendGrid;

/// <summary>Hands messages to SendGrid, which knows no repeats: nothing here tries twice.</summary>
internal sealed class SendGridMailSender : IMailSender, IDisposable
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LaterAgain = TimeSpan.FromMinutes(15);

    private readonly HttpClient _http;
    private readonly SendGridClient _client;

    public SendGridMailSender(SendGridOptions options)
    {
        _http = new HttpClient { Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds) };
        // The package's own retries are off unless they are asked for.
        _client = new SendGridClient(_http, new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.Address.GetLeftPart(UriPartial.Authority) });
    }

    /// <inheritdoc />
    public bool RepeatsAreSafe => false;

    /// <inheritdoc />
    public async Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        if (mail.WhyRefused() is { } refused)
        {
            return new SendResult.Refused(refused);
        }

        try
        {
            return await Read(mail, await _client.SendEmailAsync(Write(mail), cancellation));
        }
        catch (HttpRequestException failure)
        {
            return NeverConnected(failure) ? new SendResult.NotSent(failure.Message, SoonAgain) : new SendResult.Unknown(failure.Message);
        }
        catch (IOException broken)
        {
            return new SendResult.Unknown(broken.Message);
        }
        catch (OperationCanceledException)
        {
            return new SendResult.Unknown(cancellation.IsCancellationRequested ? "The service was stopped while it was sent." : "SendGrid did not answer in time.");
        }
    }

    public void Dispose() => _http.Dispose();

    private static SendGridMessage Write(OutgoingMail mail)
    {
        SendGridMessage message = new()
        {
            From = new EmailAddress(mail.FromAddress, mail.FromName),
            Subject = mail.Subject,
            PlainTextContent = mail.Text,
            HtmlContent = mail.Html,
        };
        message.AddTo(new EmailAddress(mail.ToAddress, mail.ToName));
        message.AddCustomArg(DeliveryEvents.MailKey, mail.Key);
        foreach (MailHeader header in mail.Headers)
        {
            message.AddHeader(header.Name, header.Value);
        }

        foreach (MailAttachment attachment in mail.Attachments)
        {
            message.AddAttachment(attachment.FileName, Convert.ToBase64String(attachment.Content), TypeOf(attachment.ContentType), "attachment", null);
        }

        // A link that is rewritten no longer shows where it leads, and nobody is to be watched while reading.
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false, null);
        return message;
    }

    // SendGrid refuses a type with parameters, but for the one that makes a meeting of a calendar file (sendgrid-php issue 250).
    private static string TypeOf(string contentType)
    {
        MediaTypeHeaderValue type = MediaTypeHeaderValue.Parse(contentType);
        bool isMeeting = type.Parameters.Any(parameter => parameter.Name == "method" && parameter.Value == "REQUEST");
        return isMeeting ? $"{type.MediaType}; method=REQUEST" : type.MediaType!;
    }

    private static async Task<SendResult> Read(OutgoingMail mail, Response response)
    {
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            return new SendResult.Accepted(response.Headers.TryGetValues("X-Message-Id", out IEnumerable<string>? ids) ? ids.First() : mail.Key);
        }

        string why = $"SendGrid answered {(int)response.StatusCode}: {await response.Body.ReadAsStringAsync()}";
        return response.StatusCode switch
        {
            // It has looked at the message and will never take it: a bad address, or too large.
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => new SendResult.Refused(why),
            HttpStatusCode.TooManyRequests => new SendResult.NotSent(why, RetryAfter(response)),
            // The key or the account is wrong, not the address.
            >= HttpStatusCode.Moved and < HttpStatusCode.InternalServerError => new SendResult.NotSent(why, LaterAgain),
            _ => new SendResult.Unknown(why),
        };
    }

    private static TimeSpan RetryAfter(Response response) =>
        response.Headers.TryGetValues("Retry-After", out IEnumerable<string>? values)
        && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : SoonAgain;

    private static bool NeverConnected(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
