using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuarterlyCycle.App.Records;

/// <summary>Text as it is. JSON has no half characters and would put another in their place, so that they are refused, as every store refuses them.</summary>
internal sealed class WholeTextJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Whole(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(Whole(value));

    private static string Whole(string text) => HalfCharacters.AreIn(text)
        ? throw new ArgumentException("A text holds half a character: a surrogate without its other half.", nameof(text))
        : text;
}
