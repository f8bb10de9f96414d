using System.Text.Json;
using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Shows an output as its hash or its value. The kind is left out, so it can't be read back.</summary>
internal sealed class ShownOutputConverter : JsonConverter<StageOutput>
{
    public override StageOutput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("a shown output has lost its kind and can't be read back.");

    public override void Write(Utf8JsonWriter writer, StageOutput value, JsonSerializerOptions options)
    {
        if (value.Hash is { } hash) writer.WriteStringValue(hash.ToString());
        else if (value.Value is { } small) small.WriteTo(writer);
        else writer.WriteNullValue();
    }
}
