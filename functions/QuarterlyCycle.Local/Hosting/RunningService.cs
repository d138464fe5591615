using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.App;
using QuarterlyCycle.App.Activities;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>The service in this process: the App over its stores, and the engine that runs its orchestrations.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Claim? _claim;

    private RunningService(ServiceProvider services, SqliteTaskHub hub, Claim? claim)
    {
        _services = services;
        Hub = hub;
        _claim = claim;
    }

    public SqliteTaskHub Hub { get; }

    public DurableTaskClient Client => Hub.Client;

    public IServiceProvider Services => _services;

    /// <summary>Cancelled when another service may run on the same records: this one has to stop.</summary>
    public CancellationToken Lost => _claim?.Lost ?? CancellationToken.None;

    /// <summary>Opens the stores and the hub; nothing runs before <see cref="Start"/>. The pages that a host adds first go before the service's own.</summary>
    public static async Task<RunningService> Open(ServiceSetup setup, Action<IServiceCollection>? first = null)
    {
        ServiceCollection collection = new();
        collection.AddLogging(setup.Logging);
        collection.AddSingleton(setup.Records);
        collection.AddSingleton(setup.Files);
        collection.AddSingleton(setup.Mail);
        collection.AddSingleton(setup.Clock);
        collection.AddSingleton(setup.Service);
        collection.AddSingleton(setup.MailOptions);
        collection.AddSingleton(setup.Audit);
        collection.AddSingleton(setup.Links);
        first?.Invoke(collection);
        QuarterlyService.AddTo(collection);
        ServiceProvider services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        DurableTaskRegistry registry = new();
        foreach (RegisteredOrchestrator orchestrator in QuarterRegistration.Orchestrators)
        {
            registry.AddOrchestrator(orchestrator.Name, orchestrator.Type);
        }

        foreach (RegisteredActivity activity in QuarterActivities.All)
        {
            registry.AddActivity(activity.Name, activity.Activity);
        }

        TaskHubOptions options = new()
        {
            Path = setup.HubPath,
            Clock = setup.Clock,
            OneAtATime = setup.OneAtATime,
            DefaultVersion = QuarterRegistration.Version,
            LoggerFactory = services.GetRequiredService<ILoggerFactory>(),
        };
        SqliteTaskHub hub = await SqliteTaskHub.OpenAsync(options, registry, services);
        try
        {
            return new RunningService(services, hub, await setup.Claim());
        }
        catch
        {
            await hub.DisposeAsync();
            await services.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Takes up the acts that a killed process left half done, before any timer fires; nobody else can still be at them, because only one process has the records.</summary>
    public Task TakeUp() => Get<ActSweep>().Run(Client, Get<TimeProvider>().GetUtcNow().UtcDateTime + ActSweep.LeftAlone);

    public void Start() => Hub.Start();

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await _services.DisposeAsync();
        if (_claim is not null)
        {
            await _claim.DisposeAsync();
        }
    }
}
