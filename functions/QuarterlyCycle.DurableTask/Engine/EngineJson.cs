using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>How inputs, results and events are written: names as they are, nulls left out, enumerations by name.</summary>
internal static class EngineJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static DataConverter Converter { get; } = new JsonDataConverter(Options);

    public static string? WriteFailure(TaskFailureDetails? failure) => failure is null ? null : JsonSerializer.Serialize(failure, Options);

    public static TaskFailureDetails? ReadFailure(string? text) =>
        text is null ? null : JsonSerializer.Deserialize<TaskFailureDetails>(text, Options);

    public static string? WriteTags(IReadOnlyDictionary<string, string>? tags) =>
        tags is null or { Count: 0 } ? null : JsonSerializer.Serialize(tags, Options);

    public static IReadOnlyDictionary<string, string>? ReadTags(string? text) =>
        text is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(text, Options);

    private static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new()
        {
            IncludeFields = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
