using System.Diagnostics.Metrics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.DurableTask.Store;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>A task hub in one file and one process.</summary>
internal sealed class SqliteTaskHub : IAsyncDisposable
{
    private readonly HubStore _store;
    private readonly Dispatcher _dispatcher;
    private readonly InstanceWaiters _waiters = new();
    private readonly TaskHubClient _client;
    private readonly DataConverter _converter;
    private bool _isClosed;

    private SqliteTaskHub(TaskHubOptions options)
    {
        _converter = options.Json is { } json ? new JsonDataConverter(json) : EngineJson.Converter;
        _dispatcher = new Dispatcher(options);
        _store = new HubStore(options.Path, Arrived);
        _store.Signals = _dispatcher.Signals;
        _client = new TaskHubClient(_store, _waiters, _converter, options);
    }

    /// <summary>Starts, asks after and signals orchestrations. It works from the opening on, also before the start.</summary>
    public DurableTaskClient Client => _client;

    /// <summary>The earliest instant at which a timer or a scheduled start is due.</summary>
    public DateTime? NextTimerUtc => _dispatcher.NextTimerUtc;

    /// <summary>Where this hub counts: episodes, activities, commits, what waits and what is overdue.</summary>
    public Meter Meter => _dispatcher.Signals.Meter;

    /// <summary>How many transactions have been made durable.</summary>
    public long Commits => _store.Commits;

    /// <summary>Called after each commit, before its callers are answered.</summary>
    public Action<long>? Committed
    {
        get => _store.Committed;
        set => _store.Committed = value;
    }

    /// <summary>Called with the messages of an episode once it is stored.</summary>
    public Action<IReadOnlyList<InboxMessage>>? Received
    {
        get => _dispatcher.Received;
        set => _dispatcher.Received = value;
    }

    /// <summary>Opens the file and reads what waits in it. Nothing runs before <see cref="Start"/>.</summary>
    public static async Task<SqliteTaskHub> OpenAsync(TaskHubOptions options, DurableTaskRegistry registry, IServiceProvider services)
    {
        TaskCatalogue catalogue = new(registry, services);
        SqliteTaskHub hub = new(options);
        ILogger logger = options.LoggerFactory.CreateLogger("QuarterlyCycle.DurableTask");
        EngineSettings settings = new(catalogue, hub._converter, options.LoggerFactory, options.DefaultVersion);
        EpisodeRunner episodes = new(hub._store, settings, options.Clock, options.WarmInstances, hub._dispatcher.Deliver, logger);
        try
        {
            await hub._dispatcher.Open(hub._store, episodes, new ActivityRunner(settings, options.Clock, logger));
            return hub;
        }
        catch
        {
            // A file that cannot be read is let go of, so that it can be mended or restored.
            await hub.StopAsync();
            throw;
        }
    }

    /// <summary>Asks the hub's database one thing, in its turn: pragmas as they are in force, and counts.</summary>
    public Task<object?> OnStore(string sql) => _store.Ask(sql);

    public void Start() => _dispatcher.Start();

    /// <summary>Completes when nothing can run before the next timer.</summary>
    public Task WhenIdle() => _dispatcher.WhenIdle();

    /// <summary>Gives a message to its orchestration once more.</summary>
    public void Deliver(InboxMessage message) => _dispatcher.Deliver(message);

    /// <summary>The history of an instance's present execution, as JSON that <see cref="HistoryReplayer"/> reads.</summary>
    public async Task<string> ExportHistory(string instanceId)
    {
        LoadedInstance instance = await _store.Load(instanceId)
            ?? throw new ArgumentException($"There is no orchestration '{instanceId}'.", nameof(instanceId));
        return HistoryFile.Write(instance);
    }

    /// <summary>Begins nothing more, lets what runs come to its end, and closes the file.</summary>
    public async Task StopAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        await _dispatcher.Stop();
        await _store.DisposeAsync();
        _dispatcher.Dispose();
        _waiters.Close();
    }

    /// <summary>Lets everything go as a power cut would: nothing more is stored, and nobody is answered.</summary>
    public async Task AbandonAsync()
    {
        _isClosed = true;
        _store.Abandon();
        await _store.DisposeAsync();
        _dispatcher.Dispose();
        _waiters.Close();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private void Arrived(Arrivals arrivals)
    {
        _dispatcher.Arrived(arrivals);
        arrivals.Moved.ForEach(_waiters.Moved);
    }
}
