using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Pages;
using QuarterlyCycle.Local.Commands;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>Kestrel; every request goes to the pages.</summary>
internal static class WebHost
{
    /// <summary>Starts to listen. A port in use is one clear sentence.</summary>
    public static async Task<WebApplication> Start(RunningService service, ListeningPlace place, Action<ILoggingBuilder> logging)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
            place.Open(kestrel);
        });
        logging(builder.Logging);
        WebApplication app = builder.Build();
        PageServer pages = service.Get<PageServer>();
        app.Run(http => pages.Handle(http, service.Client));
        try
        {
            await app.StartAsync();
        }
        catch (IOException inUse) when (inUse.Message.Contains("in use", StringComparison.Ordinal))
        {
            throw new RefusedArgument($"Port {place.Port} is in use: stop the other program, or choose another port with --port.");
        }

        return app;
    }
}
