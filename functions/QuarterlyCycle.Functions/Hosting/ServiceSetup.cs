using Azure.Core.Serialization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.App;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.Functions.SendGrid;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.Functions.Hosting;

/// <summary>The service as this host puts it together: options from settings, the clock, SendGrid, and the App.</summary>
internal static class ServiceSetup
{
    /// <summary>Adds everything but the stores; a setting that is missing or wrong stops the start.</summary>
    public static IServiceCollection AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddChecked<ServiceOptions>(configuration, "Service")
            .AddChecked<MailOptions>(configuration, "Mail")
            .AddChecked<AuditOptions>(configuration, "Audit")
            .AddChecked<LinkOptions>(configuration, "Links")
            .AddChecked<StorageOptions>(configuration, "Storage")
            .AddChecked<SendGridOptions>(configuration, "SendGrid");
        services.AddSingleton(TimeProvider.System).AddSingleton<IMailSender, SendGridMailSender>().AddSingleton<SignedPost>();

        // Inputs, results and events are written the same way in both hosts.
        services.Configure<WorkerOptions>(worker => worker.Serializer = new JsonObjectSerializer(QuarterJson.Options));
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = InboundWebhook.LargestBody);
        return QuarterlyService.AddTo(services);
    }
}
