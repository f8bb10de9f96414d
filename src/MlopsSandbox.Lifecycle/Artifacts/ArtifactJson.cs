using System.Text.Json;
using System.Text.Json.Serialization;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Artifacts;

/// <summary>Artifacts that are JSON: camelCase names in order, shortest round-trip numbers, so that equal values have equal hashes. A null is written, as readers demand every member.</summary>
internal static class ArtifactJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static byte[] Write<T>(T value) => CanonicalJson.Write(Element(value));

    public static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, Options);

    /// <exception cref="FormatException">The bytes are not what <see cref="Write"/> makes of this type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content, Options) ?? throw new FormatException($"The artifact holds null; expected a {typeof(T).Name}.");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The artifact is not a {typeof(T).Name}: {problem.Message} Make it again by another run.", problem);
        }
    }
}
