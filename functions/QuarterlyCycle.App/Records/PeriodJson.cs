using System.Text.Json;
using System.Text.Json.Serialization;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.App.Records;

/// <summary>Writes a period as its code.</summary>
internal sealed class PeriodJson : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Period.TryParse(reader.GetString(), out Period? period) ? period : throw new JsonException("It is not a period.");

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
