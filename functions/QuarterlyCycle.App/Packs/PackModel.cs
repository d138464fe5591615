using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Packs;

/// <summary>A version as it was put together: both editions, and the same as a part of the board's pack, where people are named by post.</summary>
public sealed record PackModel
{
    public required Pack Public { get; init; }

    /// <summary>The edition with small numbers, or null when the public one hides nothing.</summary>
    public Pack? Exempt { get; init; }

    public PackPart? ForBoard { get; init; }

    public PackPart? ForBoardExempt { get; init; }

    /// <summary>The edition asked for, or null when there is none.</summary>
    public Pack? Edition(PackEdition edition) => edition == PackEdition.Public ? Public : Exempt;
}

/// <summary>Keeps each version's model beside its files, for the version after it, the board's pack and pages that mark a version.</summary>
public sealed class PackModels(IFileStore files)
{
    private static readonly JsonSerializerOptions Json = MakeJson();

    // The newest versions of a quarter's bodies, which its e-mails and pages ask for again and again; a large one takes some megabytes.
    private const int MostRemembered = 12;

    private readonly ConcurrentDictionary<string, PackModel> _remembered = new(StringComparer.Ordinal);

    public async Task Write(string folder, PackModel model, CancellationToken cancellation = default)
    {
        _remembered.TryRemove(Name(folder), out _);
        await files.Write(Name(folder), JsonSerializer.SerializeToUtf8Bytes(model, Json), cancellation);
    }

    /// <summary>The model of a version, or null when its file is gone.</summary>
    public async Task<PackModel?> Read(PackVersion version, CancellationToken cancellation = default)
    {
        string stored = version.Files[0].StoredAs;
        string name = Name(stored[..stored.LastIndexOf('/')]);
        if (_remembered.TryGetValue(name, out PackModel? known))
        {
            return known;
        }

        if (await files.Read(name, cancellation) is not { } content || JsonSerializer.Deserialize<PackModel>(content, Json) is not { } model)
        {
            return null;
        }

        if (_remembered.Count >= MostRemembered)
        {
            _remembered.Clear();
        }

        return _remembered[name] = model;
    }

    private static string Name(string folder) => $"{folder}/model.json";

    private static JsonSerializerOptions MakeJson()
    {
        JsonSerializerOptions json = new()
        {
            IgnoreReadOnlyProperties = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(), new QuarterAsCode() },
        };
        json.MakeReadOnly(populateMissingResolver: true);
        return json;
    }

    private sealed class QuarterAsCode : JsonConverter<Quarter>
    {
        public override Quarter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Quarter.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Quarter value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
