using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace QuarterlyCycle.Functions.Tests.SendGrid;

/// <summary>Answers on this machine as SendGrid's v3 mail/send does, and refuses with 400 what SendGrid would refuse.</summary>
internal sealed class TestSendGrid : IAsyncDisposable
{
    public const string Key = "SG.test";

    private readonly WebApplication _web;

    private TestSendGrid(WebApplication web) => _web = web;

    /// <summary>What it answers to a request that is right; 0 hangs up when it has the body, -1 never answers.</summary>
    public int Answer { get; set; } = StatusCodes.Status202Accepted;

    public string? RetryAfter { get; set; }

    public ConcurrentQueue<JsonDocument> Requests { get; } = new();

    public Uri Address => new(_web.Urls.Single());

    public static async Task<TestSendGrid> Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication web = builder.Build();
        TestSendGrid server = new(web);
        web.Run(server.Handle);
        await web.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task Handle(HttpContext http)
    {
        HttpRequest request = http.Request;
        JsonDocument body = await JsonDocument.ParseAsync(request.Body);
        Requests.Enqueue(body);
        if (request.Headers.Authorization != $"Bearer {Key}")
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        string? fault = request is { Method: "POST", Path.Value: "/v3/mail/send" } && request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true
            ? MailSendFormat.Fault(body.RootElement)
            : "There is nothing here.";
        if (fault is not null)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync($$"""{"errors":[{"message":"{{fault}}","field":null,"help":null}]}""");
            return;
        }

        switch (Answer)
        {
            case 0:
                http.Abort();
                return;
            case -1:
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
                return;
            case StatusCodes.Status202Accepted:
                http.Response.Headers["X-Message-Id"] = "14c5d75ce93.dfd.64b469";
                break;
        }

        if (RetryAfter is not null)
        {
            http.Response.Headers.RetryAfter = RetryAfter;
        }

        http.Response.StatusCode = Answer;
    }
}
