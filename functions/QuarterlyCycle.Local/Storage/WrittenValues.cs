using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.Local.Storage;

/// <summary>A row's values as they are written, read when one is asked for: of most rows only the ETag is looked at.</summary>
internal sealed class WrittenValues(string json) : IReadOnlyDictionary<string, string>
{
    private readonly Lazy<Dictionary<string, string>> _values = new(
        () => JsonSerializer.Deserialize<Dictionary<string, string>>(json, RecordRows.Json) ?? [], LazyThreadSafetyMode.PublicationOnly);

    public int Count => _values.Value.Count;

    public IEnumerable<string> Keys => _values.Value.Keys;

    public IEnumerable<string> Values => _values.Value.Values;

    public string this[string key] => _values.Value[key];

    public bool ContainsKey(string key) => _values.Value.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => _values.Value.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
