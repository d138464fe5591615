using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QuarterlyCycle.DurableTask.Store;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>How a task hub is run.</summary>
internal sealed record TaskHubOptions
{
    /// <summary>A hub that lives as long as the process: for rehearsals and tests.</summary>
    public const string InMemory = HubFile.InMemory;

    /// <summary>The hub's file, or <see cref="InMemory"/>.</summary>
    public required string Path { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The version of an instance that asks for none; instances of a newer one wait for a newer program.</summary>
    public string DefaultVersion { get; init; } = "1.0";

    public int MaxConcurrentOrchestrations { get; init; } = 512;

    public int MaxConcurrentActivities { get; init; } = 64;

    /// <summary>Exactly one episode or activity at a time, in the order of the messages: two runs do everything in the same order.</summary>
    public bool OneAtATime { get; init; }

    /// <summary>How many sleeping orchestrations stay in memory, so that their next event replays nothing.</summary>
    public int WarmInstances { get; init; } = 1024;

    /// <summary>How inputs, results and events are written; the engine's own rules if null.</summary>
    public JsonSerializerOptions? Json { get; init; }
}
