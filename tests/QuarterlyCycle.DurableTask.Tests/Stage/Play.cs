using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.DurableTask.Engine;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Stage;

/// <summary>
/// Plays a story on a hub whose clock skips: in calm weather, and then in the weather asked for. Both must leave the same trace.
/// </summary>
internal sealed class Play : IAsyncDisposable
{
    public static readonly DateTime Opening = new(2026, 7, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly Scratch _scratch = new();
    private readonly HashSet<(long Id, long TaskRow)> _repeated = [];
    private readonly DurableTaskRegistry _registry = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Weather _weather;
    private readonly Staging _staging;
    private DurableTaskRegistry _program;
    private SqliteTaskHub? _hub;
    private Task _abandoned = Task.CompletedTask;
    private volatile bool _isKilled;
    private bool _isOver;

    private Play(Weather weather, Staging staging, Action<DurableTaskRegistry, Play> tasks)
    {
        _weather = weather;
        _staging = staging;
        _program = _registry;
        Time = staging.Clock?.Invoke() ?? Clock;
        tasks(_registry, this);
    }

    public SkippingClock Clock { get; } = new(Opening);

    /// <summary>The clock of the hub: <see cref="Clock"/>, unless the story was given one of its own.</summary>
    public TimeProvider Time { get; }

    /// <summary>What activities and loggers did, for stories that look at it. It may hold more in bad weather.</summary>
    public ConcurrentQueue<string> Deeds { get; } = new();

    /// <summary>The weather of this playing: every story is played calmly first.</summary>
    public Weather Weather => _weather;

    public int Kills { get; private set; }

    public SqliteTaskHub Hub => _hub!;

    public static Task Story(Weather weather, Action<DurableTaskRegistry> tasks, Func<Play, Task> story, Staging? staging = null) =>
        Story(weather, (registry, _) => tasks(registry), story, staging);

    public static async Task Story(Weather weather, Action<DurableTaskRegistry, Play> tasks, Func<Play, Task> story, Staging? staging = null)
    {
        string calm = await Trace(Weather.Calm, tasks, story, staging ?? new Staging());
        if (weather != Weather.Calm)
        {
            Assert.Equal(calm, await Trace(weather, tasks, story, staging ?? new Staging()));
        }
    }

    /// <summary>Plays a story in one weather only; the story says itself what must come of it.</summary>
    public static Task Scene(Weather weather, Action<DurableTaskRegistry> tasks, Func<Play, Task> story, Staging? staging = null) =>
        Scene(weather, (registry, _) => tasks(registry), story, staging);

    public static Task Scene(Weather weather, Action<DurableTaskRegistry, Play> tasks, Func<Play, Task> story, Staging? staging = null) =>
        Trace(weather, tasks, story, staging ?? new Staging());

    /// <summary>Starts an orchestration and lets everything run that can.</summary>
    public async Task<string> Start(string name, object? input = null, string id = "one", DateTime? atUtc = null, string? version = null)
    {
        StartOrchestrationOptions options = new(id, atUtc is { } at ? new DateTimeOffset(at) : null)
        {
            // A null string would become a version without a number, and not the default.
            Version = version is null ? (TaskVersion?)null : new TaskVersion(version),
        };
        await Once(() => Hub.Client.ScheduleNewOrchestrationInstanceAsync(name, input, options));
        await Settle();
        return id;
    }

    public Task Raise(string name, object? payload = null, string id = "one") =>
        Act(client => client.RaiseEventAsync(id, name, payload));

    public async Task Act(Func<DurableTaskClient, Task> act)
    {
        await Once(() => act(Hub.Client));
        await Settle();
    }

    /// <summary>
    /// Asks as a client does that must have an answer: where the process dies on it, the next process is asked again. It is for what a
    /// repeat leaves as it is, because every process that commits dies of it. Any number may ask at once.
    /// </summary>
    public async Task<T> Insist<T>(Func<DurableTaskClient, Task<T>> ask)
    {
        while (true)
        {
            SqliteTaskHub asked = Hub;
            try
            {
                return await ask(asked.Client);
            }
            catch (ObjectDisposedException) when (!_isOver)
            {
                await Next(asked);
            }
        }
    }

    /// <summary>Several acts before anything runs: their messages come in one episode.</summary>
    public async Task Together(params Func<DurableTaskClient, Task>[] acts)
    {
        // A kill between two acts would let the first run alone.
        await Next(null, starts: false, kills: false);
        foreach (Func<DurableTaskClient, Task> act in acts)
        {
            await act(Hub.Client);
        }

        Hub.Committed = CommittedHook();
        Hub.Start();
        await Settle();
    }

    /// <summary>Acts in a process that does not die of its commits: for what is only there while one lives.</summary>
    public async Task InOneLife(Func<Task> acts)
    {
        await Next(null, kills: false);
        await acts();
        await Next(null);
        await Settle();
    }

    /// <summary>Waits until nothing can run before the clock moves.</summary>
    public async Task Settle()
    {
        while (true)
        {
            SqliteTaskHub settling = Hub;
            await settling.WhenIdle();
            if (_isKilled)
            {
                await Next(settling);
            }
            else if (settling == Hub)
            {
                return;
            }
        }
    }

    public async Task SkipTo(DateTime instantUtc)
    {
        while (Hub.NextTimerUtc is { } next && next <= instantUtc)
        {
            Clock.AdvanceTo(next);
            await Settle();
        }

        Clock.AdvanceTo(instantUtc);
        await Settle();
    }

    public Task Skip(TimeSpan length) => SkipTo(Clock.UtcNow + length);

    /// <summary>Skips from timer to timer until none is left, and counts them.</summary>
    public async Task<int> RunOut()
    {
        int skips = 0;
        while (Hub.NextTimerUtc is { } next)
        {
            Clock.AdvanceTo(next);
            await Settle();
            skips++;
        }

        return skips;
    }

    /// <summary>Stops the process and starts it again, as a deployment would: from then on with this program, if there is a new one.</summary>
    public async Task Restart(Action<DurableTaskRegistry>? tasks = null)
    {
        if (tasks is not null)
        {
            _program = new DurableTaskRegistry();
            tasks(_program);
        }

        await Next(null);
        await Settle();
    }

    public async Task<OrchestrationMetadata> Get(string id = "one") =>
        await Hub.Client.GetInstanceAsync(id, getInputsAndOutputs: true) ?? throw new InvalidOperationException($"'{id}' is not there.");

    public async Task<T?> Output<T>(string id = "one")
    {
        OrchestrationMetadata instance = await Get(id);
        Assert.True(instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{instance} {instance.FailureDetails}");
        return instance.ReadOutputAs<T>();
    }

    public async Task<TaskFailureDetails> Failure(string id = "one")
    {
        OrchestrationMetadata instance = await Get(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        return instance.FailureDetails!;
    }

    public async Task<OrchestrationRuntimeStatus> Status(string id = "one") => (await Get(id)).RuntimeStatus;

    /// <summary>The events of the present execution: kinds with their numbers.</summary>
    public async Task<string[]> Kinds(string id = "one") =>
        [.. HistoryFile.Read(await Hub.ExportHistory(id)).Events
            .Where(happened => happened.Kind != EventKind.EpisodeStarted)
            .Select(happened => happened.TaskId < 0 ? $"{happened.Kind}" : $"{happened.Kind} {happened.TaskId}")];

    public async Task Replays(string id = "one") => HistoryReplayer.Replay(await Hub.ExportHistory(id), _program, _staging.DefaultVersion);

    public async ValueTask DisposeAsync()
    {
        _isOver = true;
        await Close();
        _turn.Dispose();
        _scratch.Dispose();
    }

    private static async Task<string> Trace(
        Weather weather, Action<DurableTaskRegistry, Play> tasks, Func<Play, Task> story, Staging staging)
    {
        await using Play play = new(weather, staging, tasks);
        await play.Open();
        await story(play);
        await play.Settle();
        if (weather == Weather.KilledAfterEveryCommit)
        {
            Assert.NotEqual(0, play.Kills);
        }

        return await play.Trace();
    }

    // The episodes fall differently when the process dies in between; what happened, and in which order, does not.
    private async Task<string> Trace()
    {
        StringBuilder trace = new();
        await foreach (OrchestrationMetadata instance in Hub.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)))
        {
            trace.AppendLine($"{instance.InstanceId} {instance.Name} {instance.RuntimeStatus} {instance.SerializedInput} {instance.SerializedOutput} "
                + $"{instance.SerializedCustomStatus} {instance.FailureDetails}");
            foreach (HistoryEvent happened in HistoryFile.Read(await Hub.ExportHistory(instance.InstanceId)).Events)
            {
                if (happened.Kind != EventKind.EpisodeStarted)
                {
                    trace.AppendLine("  " + JsonSerializer.Serialize(happened, EngineJson.Options));
                }
            }
        }

        return trace.ToString();
    }

    private async Task Open(bool starts = true, bool kills = true)
    {
        TaskHubOptions options = new()
        {
            Path = _scratch.Hub,
            Clock = Time,
            OneAtATime = !_staging.AllAtOnce,
            DefaultVersion = _staging.DefaultVersion,
            WarmInstances = _weather == Weather.NothingKeptInMemory ? 0 : 1024,
            LoggerFactory = new DeedLogger(Deeds),
        };
        _hub = await SqliteTaskHub.OpenAsync(options, _program, new ServiceCollection().BuildServiceProvider());
        _isKilled = false;
        _hub.Committed = kills ? CommittedHook() : null;
        if (_weather == Weather.EveryMessageTwice)
        {
            SqliteTaskHub hub = _hub;
            _hub.Received = messages =>
            {
                foreach (InboxMessage message in messages.Where(IsNew))
                {
                    hub.Deliver(message);
                    hub.Deliver(message);
                }
            };
        }

        if (starts)
        {
            _hub.Start();
        }
    }

    private bool IsNew(InboxMessage message)
    {
        lock (_repeated)
        {
            return _repeated.Add((message.Id, message.TaskRow));
        }
    }

    private Action<long>? CommittedHook()
    {
        if (_weather != Weather.KilledAfterEveryCommit)
        {
            return null;
        }

        SqliteTaskHub hub = _hub!;
        return commit =>
        {
            if (!_isKilled)
            {
                TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _abandoned = gone.Task;
                Kills++;
                _isKilled = true;
                _ = Abandon(hub, gone);
            }
        };
    }

    private static async Task Abandon(SqliteTaskHub hub, TaskCompletionSource gone)
    {
        await hub.AbandonAsync();
        gone.SetResult();
    }

    private async Task Close()
    {
        if (_isKilled)
        {
            await _abandoned;
        }
        else if (_hub is not null)
        {
            await _hub.StopAsync();
        }
    }

    // The next process. Of those who find the last one dead the first starts it; the others find it started.
    private async Task Next(SqliteTaskHub? dead, bool starts = true, bool kills = true)
    {
        await _turn.WaitAsync();
        try
        {
            if (dead is null || (dead == Hub && _isKilled))
            {
                await Close();
                await Open(starts, kills);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    // Where nothing else commits while a story acts, a kill during the act comes after its commit: it is not repeated.
    private async Task Once(Func<Task> act)
    {
        SqliteTaskHub acted = Hub;
        try
        {
            await act();
        }
        catch (ObjectDisposedException) when (_isKilled)
        {
            await Next(acted);
        }
    }

    private sealed class DeedLogger(ConcurrentQueue<string> deeds) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            deeds.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
