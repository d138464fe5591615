using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using QuarterlyCycle.Functions.Hosting;

namespace QuarterlyCycle.Functions;

/// <summary>Starts the isolated worker.</summary>
internal static class Program
{
    public static Task Main(string[] args) => Build(args).RunAsync();

    /// <summary>The worker, put together and not started.</summary>
    public static IHost Build(string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        ServiceSetup.AddTo(builder.Services, builder.Configuration);
        Stores.AddTo(builder.Services);
        return builder.Build();
    }
}
