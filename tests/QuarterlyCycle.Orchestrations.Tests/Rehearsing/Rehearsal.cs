using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.Orchestrations.Cycles;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.Rehearsing;

/// <summary>A quarter on the real engine and a clock that skips: people act at their instants, and the trace tells what they were sent.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    private readonly SkippingClock _clock;
    private readonly List<(DateTime AtUtc, Func<Task> Act)> _acts = [];
    private readonly DurableTaskRegistry _registry = new();
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly DirectoryInfo? _folder;
    private SqliteTaskHub? _hub;
    private readonly HashSet<(long Message, long Task)> _repeated = [];
    private int _signals;

    private Rehearsal(DateTime startUtc, bool onDisk)
    {
        _clock = new SkippingClock(startUtc);
        _folder = onDisk ? Directory.CreateTempSubdirectory("rehearsal") : null;
        Trace = new Trace(_clock);
        Records.Timetables.Add(1, Quarter2.Timetable);
        foreach (RegisteredOrchestrator registered in QuarterRegistration.Orchestrators)
        {
            _registry.AddOrchestrator(registered.Name, registered.Type);
        }

        foreach (RehearsedActivity rehearsed in RehearsedActivities.Of(Records, Trace, _clock))
        {
            _registry.AddActivity(rehearsed.Name, rehearsed.Activity);
        }
    }

    public KeptRecords Records { get; } = new();

    /// <summary>Stops the service and starts it again whenever it has nothing to do.</summary>
    public bool RestartsOften { get; init; }

    /// <summary>Gives every message to its orchestration a second time.</summary>
    public bool DeliversTwice { get; init; }

    public Trace Trace { get; }

    public DateTime NowUtc => _clock.UtcNow;

    /// <summary>Signals that came for an orchestration that had ended.</summary>
    public List<string> TooLate { get; } = [];

    public DurableTaskClient Client => Hub.Client;

    private SqliteTaskHub Hub => _hub ?? throw new InvalidOperationException("The service is down.");

    /// <summary>A rehearsal that begins on the Friday before the officers are told.</summary>
    public static Rehearsal Begin() => BeginAt(Quarter2.At(26, 9, 12));

    public static Rehearsal BeginAt(DateTime startUtc) => new(startUtc, onDisk: false);

    /// <summary>The same on a file, which outlives the service.</summary>
    public static Rehearsal BeginOnDisk() => new(Quarter2.At(26, 9, 12), onDisk: true);

    /// <summary>The same, in a service that stops and starts all the time, or hears everything twice.</summary>
    public static Rehearsal BeginUneasily(bool restartsOften, bool deliversTwice) =>
        new(Quarter2.At(26, 9, 12), onDisk: true) { RestartsOften = restartsOften, DeliversTwice = deliversTwice };

    /// <summary>Plans measures for one officer, reviewed by one lead officer.</summary>
    public Rehearsal Ask(string officer, string lead, params string[] codes) => AskInChunk(1, officer, lead, codes);

    public Rehearsal AskInChunk(int chunk, string officer, string lead, params string[] codes)
    {
        Records.Measures.AddRange(codes.Select(code => new AskedMeasure
        {
            Code = code,
            Officer = officer,
            Chunk = chunk,
            Lead = lead,
            DueUtc = Quarter2.Timetable.DueUtc,
            AnswersStopUtc = Quarter2.Timetable.AnswersStopUtc,
        }));
        return this;
    }

    /// <summary>What a person does at this time of 2025.</summary>
    public Rehearsal On(int day, int month, int hour, Func<Acts, Task> act)
    {
        _acts.Add((Quarter2.At(day, month, hour), () => act(new Acts(this))));
        return this;
    }

    /// <summary>Something happens to the service itself at this time.</summary>
    public Rehearsal On(int day, int month, int hour, Action change)
    {
        _acts.Add((Quarter2.At(day, month, hour), () =>
        {
            lock (Records.Gate)
            {
                change();
            }

            return Task.CompletedTask;
        }
        ));
        return this;
    }

    /// <summary>The service stops and comes back later; nothing runs meanwhile, and people cannot act.</summary>
    public Rehearsal Outage(DateTime fromUtc, DateTime untilUtc)
    {
        _acts.Add((fromUtc, async () =>
        {
            await Hub.StopAsync();
            _hub = null;
            _clock.AdvanceTo(untilUtc);
            await Start();
        }
        ));
        return this;
    }

    /// <summary>Runs the whole quarter.</summary>
    public async Task<QuarterlyCycleOutcome> Run()
    {
        int chunks = Records.Measures.Max(measure => measure.Chunk);
        return await Run<QuarterlyCycleOutcome>(
            nameof(QuarterlyCycleOrchestrator), InstanceIds.Cycle(Quarter2.Cycle), new QuarterlyCycleBrief(Quarter2.Cycle, 1, chunks));
    }

    /// <summary>Runs one orchestrator by itself.</summary>
    public async Task<TOutcome> Run<TOutcome>(string orchestrator, string instanceId, object brief)
    {
        await Start();
        await StartInstance(orchestrator, instanceId, brief);
        await RunOut();
        OrchestrationMetadata? ended = await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, CancellationToken.None);
        Assert.NotNull(ended);
        Assert.True(
            ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed,
            $"{instanceId} is {ended.RuntimeStatus} {ended.FailureDetails}\n{Trace.Whole()}");
        return ended.ReadOutputAs<TOutcome>()!;
    }

    public Task StartInstance(string orchestrator, string instanceId, object brief) =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, brief, new StartOrchestrationOptions { InstanceId = instanceId, Version = QuarterRegistration.Version });

    public async Task Start()
    {
        if (_hub is not null)
        {
            return;
        }

        _hub = await SqliteTaskHub.OpenAsync(
            new TaskHubOptions
            {
                Path = _folder is null ? TaskHubOptions.InMemory : Path.Combine(_folder.FullName, "hub.db"),
                Clock = _clock,
                OneAtATime = true,
                DefaultVersion = QuarterRegistration.Version,
                Json = QuarterJson.Options,
            },
            _registry,
            _services);
        if (DeliversTwice)
        {
            SqliteTaskHub hub = _hub;
            hub.Received = messages =>
            {
                foreach (InboxMessage message in messages.Where(message => _repeated.Add((message.Id, message.TaskRow))))
                {
                    hub.Deliver(message);
                }
            };
        }

        _hub.Start();
    }

    /// <summary>Lets time pass until no act and no timer is left.</summary>
    public async Task RunOut()
    {
        Queue<(DateTime AtUtc, Func<Task> Act)> acts = new(_acts.OrderBy(act => act.AtUtc));
        while (true)
        {
            await Hub.WhenIdle();
            if (RestartsOften)
            {
                await Hub.StopAsync();
                _hub = null;
                await Start();
                await Hub.WhenIdle();
            }

            DateTime? timerUtc = Hub.NextTimerUtc;
            if (acts.TryPeek(out (DateTime AtUtc, Func<Task> Act) next) && (timerUtc is null || next.AtUtc <= timerUtc))
            {
                acts.Dequeue();
                _clock.AdvanceTo(next.AtUtc);
                await next.Act();
            }
            else if (timerUtc is { } due)
            {
                _clock.AdvanceTo(due);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Raises a signal as the inbox does.</summary>
    public async Task Raise(string instanceId, Signal signal)
    {
        try
        {
            await Client.RaiseEventAsync(instanceId, signal.GetType().Name, signal, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            TooLate.Add($"{signal.GetType().Name} to {instanceId}");
        }
        catch (ArgumentException)
        {
            // Not there yet, or not part of this rehearsal.
        }
    }

    public string NextSignalId() => $"s{++_signals}";

    public Task<string> ExportHistory(string instanceId) => Hub.ExportHistory(instanceId);

    public async Task<string?> StatusOf(string instanceId) =>
        (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, CancellationToken.None))?.ReadCustomStatusAs<string>();

    public async Task<TOutcome?> OutcomeOf<TOutcome>(string instanceId) =>
        (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, CancellationToken.None))!.ReadOutputAs<TOutcome>();

    public async ValueTask DisposeAsync()
    {
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }

        await _services.DisposeAsync();
        _folder?.Delete(recursive: true);
    }
}
