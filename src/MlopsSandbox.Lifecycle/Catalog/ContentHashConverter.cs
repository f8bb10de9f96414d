using System.Text.Json;
using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Artifacts;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Writes a content hash as its text.</summary>
internal sealed class ContentHashConverter : JsonConverter<ContentHash>
{
    public override ContentHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ContentHash.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, ContentHash value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
