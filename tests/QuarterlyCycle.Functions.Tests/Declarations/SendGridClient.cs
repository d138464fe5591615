// A minimal client in the shape of the SendGrid package: it posts what the v3 mail/send format asks for, and does nothing else.
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SendGrid.Helpers.Mail;

namespace SendGrid;

public sealed class SendGridClientOptions
{
    public string ApiKey { get; set; } = "";

    public string Host { get; set; } = "https://api.sendgrid.com";
}

public sealed class Response(HttpStatusCode statusCode, HttpContent body, HttpResponseHeaders headers)
{
    public HttpStatusCode StatusCode { get; } = statusCode;

    public HttpContent Body { get; } = body;

    public HttpResponseHeaders Headers { get; } = headers;
}

public sealed class SendGridClient(HttpClient httpClient, SendGridClientOptions options)
{
    public async Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"{options.Host}/v3/mail/send");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        request.Content = new StringContent(JsonSerializer.Serialize(msg.ToBody()), Encoding.UTF8, "application/json");
        HttpResponseMessage response = await httpClient.SendAsync(request, cancellationToken);
        return new Response(response.StatusCode, response.Content, response.Headers);
    }
}
