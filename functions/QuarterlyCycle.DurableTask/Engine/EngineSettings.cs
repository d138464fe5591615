using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>What every orchestration of a hub shares.</summary>
internal sealed record EngineSettings(TaskCatalogue Catalogue, DataConverter Converter, ILoggerFactory LoggerFactory, string DefaultVersion);
