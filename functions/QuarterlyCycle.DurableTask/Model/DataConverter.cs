using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Microsoft.DurableTask
{
    /// <summary>Turns inputs, results and events into text and back.</summary>
    public abstract class DataConverter
    {
        /// <summary>The text of a value; nothing for null.</summary>
        [return: NotNullIfNotNull(nameof(value))]
        public abstract string? Serialize(object? value);

        /// <summary>The value of a text; null for nothing.</summary>
        [return: NotNullIfNotNull(nameof(data))]
        public abstract object? Deserialize(string? data, Type targetType);

        /// <summary>The value of a text; the default for nothing.</summary>
        [return: NotNullIfNotNull(nameof(data))]
        public virtual T? Deserialize<T>(string? data) => (T?)(Deserialize(data, typeof(T)) ?? default(T));
    }
}

namespace Microsoft.DurableTask.Converters
{
    /// <summary>Writes values as JSON.</summary>
    public class JsonDataConverter : DataConverter
    {
        private static readonly JsonSerializerOptions DefaultOptions = new() { IncludeFields = true };

        private readonly JsonSerializerOptions _options;

        /// <summary>A converter with its own rules.</summary>
        public JsonDataConverter(JsonSerializerOptions? options = null) => _options = options ?? DefaultOptions;

        /// <summary>The converter with the usual rules.</summary>
        public static JsonDataConverter Default { get; } = new();

        /// <inheritdoc/>
        public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, _options);

        /// <inheritdoc/>
        public override object? Deserialize(string? data, Type targetType) =>
            data is null ? null : JsonSerializer.Deserialize(data, targetType, _options);
    }
}
