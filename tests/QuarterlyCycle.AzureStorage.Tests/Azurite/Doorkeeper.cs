using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

/// <summary>What happens to one request at the door.</summary>
internal enum AtTheDoor
{
    Busy,
    TooMany,
    LoseTheRequest,
    LoseTheAnswer,
}

/// <summary>A real HTTP listener in front of Azurite that turns writes away, or lets them get lost, as it is told; everything else goes through.</summary>
internal sealed class Doorkeeper : IAsyncDisposable
{
    private readonly WebApplication _listener;
    private readonly HttpClient _azurite;
    private readonly ConcurrentQueue<AtTheDoor> _orders = [];
    private readonly ConcurrentQueue<(string Method, string Path, long At)> _seen = [];

    private Doorkeeper(WebApplication listener, Uri azurite)
    {
        _listener = listener;
        _azurite = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = azurite };
    }

    public Uri Address => new(_listener.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>When each write came to the door, turned away or not.</summary>
    public IReadOnlyList<(string Method, string Path, long At)> Writes => [.. _seen];

    public static async Task<Doorkeeper> Open(Uri azurite)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication listener = builder.Build();
        Doorkeeper doorkeeper = new(listener, new Uri(azurite.GetLeftPart(UriPartial.Authority)));
        listener.Run(doorkeeper.Handle);
        await listener.StartAsync();
        return doorkeeper;
    }

    /// <summary>What happens to the writes that come next, one after the other.</summary>
    public void Order(params ReadOnlySpan<AtTheDoor> orders)
    {
        foreach (AtTheDoor order in orders)
        {
            _orders.Enqueue(order);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        _azurite.Dispose();
    }

    private async Task Handle(HttpContext http)
    {
        string target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        bool isWrite = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            && !target.Contains("/Tables", StringComparison.Ordinal) && !target.Contains("restype=container", StringComparison.Ordinal);
        AtTheDoor? order = null;
        if (isWrite)
        {
            _seen.Enqueue((http.Request.Method, target, Stopwatch.GetTimestamp()));
            order = _orders.TryDequeue(out AtTheDoor next) ? next : null;
        }

        switch (order)
        {
            case AtTheDoor.Busy or AtTheDoor.TooMany:
                http.Response.StatusCode = order == AtTheDoor.Busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = "1";
                return;
            case AtTheDoor.LoseTheRequest:
                http.Abort();
                return;
        }

        using HttpResponseMessage answer = await Pass(http, target);
        if (order == AtTheDoor.LoseTheAnswer)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = (int)answer.StatusCode;
        foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive"))
            {
                http.Response.Headers[name] = values.ToArray();
            }
        }

        if (answer.StatusCode != HttpStatusCode.NoContent)
        {
            await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }

    private async Task<HttpResponseMessage> Pass(HttpContext http, string target)
    {
        using HttpRequestMessage request = new(new HttpMethod(http.Request.Method), new Uri(_azurite.BaseAddress!.ToString().TrimEnd('/') + target));
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        request.Content = new ByteArrayContent(body.ToArray());
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in http.Request.Headers)
        {
            if (name != "Host" && !request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        request.Content.Headers.ContentLength = body.Length;
        return await _azurite.SendAsync(request, http.RequestAborted);
    }
}
