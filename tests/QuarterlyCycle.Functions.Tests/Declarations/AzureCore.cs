// Inert declarations of Azure.Core's serializer, for builds without the Azure storage assemblies, which bring the real one.
using System.Text.Json;

namespace Azure.Core.Serialization;

public abstract class ObjectSerializer;

public sealed class JsonObjectSerializer(JsonSerializerOptions options) : ObjectSerializer
{
    public JsonSerializerOptions Options { get; } = options;
}
