using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuarterlyCycle.App.Records;

/// <summary>Text as it is. JSON would put another character in the place of half a one, so that it is refused, as every store refuses it.</summary>
internal sealed class WholeTextJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Whole(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(Whole(value));

    /// <summary>The text, if it is whole.</summary>
    public static string Whole(string text) => HalfCharacters.AreIn(text)
        ? throw new ArgumentException("A text holds half a character: a surrogate without its other half.", nameof(text))
        : text;
}
