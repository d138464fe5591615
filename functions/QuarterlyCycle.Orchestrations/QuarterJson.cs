using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuarterlyCycle.Orchestrations;

/// <summary>How briefs, calls, events and outcomes are written, the same in both hosts.</summary>
public static class QuarterJson
{
    /// <summary>Nulls are left out, so that a nullable property added later leaves old inputs equal; names stand for enumerations, so that their order is free.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        JsonSerializerOptions options = new()
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
