using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace QuarterlyCycle.App.Records;

/// <summary>Writes a record as a row's values and reads it back: one value for each property, text as it is, everything else as JSON, nothing for null.</summary>
public static class RecordRows
{
    /// <summary>How records, payloads and stored messages are written: enums as their names, properties as they are called.</summary>
    public static JsonSerializerOptions Json { get; } = CreateOptions();

    /// <summary>The record as values.</summary>
    public static Dictionary<string, string> ToValues<TRecord>(TRecord record)
    {
        JsonElement whole = JsonSerializer.SerializeToElement(record, Json);
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (JsonPropertyInfo property in PropertiesOf<TRecord>())
        {
            if (whole.TryGetProperty(property.Name, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
            {
                values[property.Name] = ToText(property.PropertyType, value);
            }
        }

        return values;
    }

    /// <summary>The record of these values; an <see cref="InvalidOperationException"/> when they are not such a record.</summary>
    public static TRecord FromRow<TRecord>(string table, Row row)
    {
        try
        {
            JsonObject whole = [];
            foreach (JsonPropertyInfo property in PropertiesOf<TRecord>())
            {
                if (row.Values.TryGetValue(property.Name, out string? text))
                {
                    whole[property.Name] = FromText(property.PropertyType, text);
                }
                else if (property.IsRequired)
                {
                    whole[property.Name] = null;
                }
            }

            return whole.Deserialize<TRecord>(Json) ?? throw new JsonException("It is null.");
        }
        catch (JsonException unreadable)
        {
            throw new InvalidOperationException(
                $"Row '{row.Partition}', '{row.Key}' of table {table} is not a {typeof(TRecord).Name}: {unreadable.Message}", unreadable);
        }
    }

    // A type other than string may be written as JSON text that looks like JSON itself ("2008"); that alone is kept in quotation marks,
    // so that whatever parses as JSON is JSON and everything else is text.
    private static string ToText(Type type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return JsonSerializer.Serialize(value, Json);
        }

        string text = value.GetString()!;
        return IsText(type) || !LooksLikeJson(text) ? text : JsonSerializer.Serialize(value, Json);
    }

    private static JsonNode? FromText(Type type, string text) =>
        IsText(type) || !LooksLikeJson(text) ? JsonValue.Create(text) : JsonNode.Parse(text);

    private static bool IsText(Type type)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsEnum || bare == typeof(string) || bare == typeof(DateTime) || bare == typeof(DateOnly) || bare == typeof(TimeOnly)
            || bare == typeof(DateTimeOffset) || bare == typeof(TimeSpan) || bare == typeof(Guid);
    }

    private static bool LooksLikeJson(string text)
    {
        if (text.Length == 0 || !(text[0] is '{' or '[' or '"' or '-' or 't' or 'f' or 'n' || char.IsAsciiDigit(text[0])))
        {
            return false;
        }

        try
        {
            using JsonDocument parsed = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IList<JsonPropertyInfo> PropertiesOf<TRecord>() => Json.GetTypeInfo(typeof(TRecord)).Properties;

    private static JsonSerializerOptions CreateOptions()
    {
        JsonSerializerOptions options = new()
        {
            // These values stand in rows and files, never in a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(), new PeriodJson() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
