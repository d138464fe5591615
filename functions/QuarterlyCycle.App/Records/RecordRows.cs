using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace QuarterlyCycle.App.Records;

/// <summary>Writes a record as a row's values and reads it back: one value for each property, text as it is, everything else as JSON, nothing for null.</summary>
public static partial class RecordRows
{
    private const int UsualBytes = 2_048;

    /// <summary>How records, payloads and stored messages are written: enums as their names, properties as they are called.</summary>
    public static JsonSerializerOptions Json { get; } = CreateOptions();

    /// <summary>The record as values.</summary>
    public static Dictionary<string, string> ToValues<TRecord>(TRecord record)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (JsonPropertyInfo property in PropertiesOf<TRecord>())
        {
            if (property.Get?.Invoke(record!) is { } value && ToText(property.PropertyType, value) is { } text)
            {
                values[property.Name] = text;
            }
        }

        return values;
    }

    /// <summary>The record of these values; an <see cref="InvalidOperationException"/> when they are not such a record.</summary>
    public static TRecord FromRow<TRecord>(string table, Row row)
    {
        try
        {
            ArrayBufferWriter<byte> whole = new(UsualBytes);
            using (Utf8JsonWriter writer = new(whole))
            {
                writer.WriteStartObject();
                foreach (JsonPropertyInfo property in PropertiesOf<TRecord>())
                {
                    if (row.Values.TryGetValue(property.Name, out string? text))
                    {
                        writer.WritePropertyName(property.Name);
                        Write(writer, property.PropertyType, text);
                    }
                    else if (property.IsRequired)
                    {
                        writer.WriteNull(property.Name);
                    }
                }

                writer.WriteEndObject();
            }

            return JsonSerializer.Deserialize<TRecord>(whole.WrittenSpan, Json) ?? throw new JsonException("It is null.");
        }
        catch (JsonException unreadable)
        {
            throw new InvalidOperationException(
                $"Row '{row.Partition}', '{row.Key}' of table {table} is not a {typeof(TRecord).Name}: {unreadable.Message}", unreadable);
        }
    }

    // A type other than string may be written as JSON text that looks like JSON itself ("2008"); that alone is kept in quotation marks,
    // so that whatever parses as JSON is JSON and everything else is text.
    private static string? ToText(Type type, object value)
    {
        if (value is string whole)
        {
            return WholeTextJson.Whole(whole);
        }

        string json = JsonSerializer.Serialize(value, type, Json);
        if (json[0] != '"')
        {
            return json == "null" ? null : json;
        }

        string text = json.Contains('\\', StringComparison.Ordinal) ? JsonSerializer.Deserialize<string>(json, Json)! : json[1..^1];
        return IsText(type) || !LooksLikeJson(text) ? text : json;
    }

    private static void Write(Utf8JsonWriter writer, Type type, string text)
    {
        if (IsText(type) || !LooksLikeJson(text))
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteRawValue(text, skipInputValidation: true);
        }
    }

    private static bool IsText(Type type)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsEnum || bare == typeof(string) || bare == typeof(DateTime) || bare == typeof(DateOnly) || bare == typeof(TimeOnly)
            || bare == typeof(DateTimeOffset) || bare == typeof(TimeSpan) || bare == typeof(Guid);
    }

    private static bool LooksLikeJson(string text)
    {
        // Rows are read by the thousand, and most values are plain: an exception for each date or code would take longer than all the rest.
        string value = text.TrimEnd(' ', '\t', '\r', '\n');
        switch (value.Length == 0 ? '\0' : value[0])
        {
            case 't' or 'f' or 'n':
                return value is "true" or "false" or "null";
            case '-' or (>= '0' and <= '9'):
                return Number().IsMatch(value);
            case '{' or '[' or '"':
                break;
            default:
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

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    private static IList<JsonPropertyInfo> PropertiesOf<TRecord>() => Json.GetTypeInfo(typeof(TRecord)).Properties;

    private static JsonSerializerOptions CreateOptions()
    {
        JsonSerializerOptions options = new()
        {
            // These values stand in rows and files, never in a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(), new PeriodJson(), new WholeTextJson() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
