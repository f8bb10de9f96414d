using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>JSON in one form only: properties sorted by ordinal, no white space, shortest round-trip numbers.</summary>
public static class CanonicalJson
{
    /// <summary><c>sha256:</c> and the hex digest of <see cref="Write(JsonElement)"/>.</summary>
    public static string Hash(JsonElement document) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Write(document)));

    /// <summary>The document as UTF-8: equal documents give equal bytes.</summary>
    public static byte[] Write(JsonElement document)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes)) Write(writer, document);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string Number(JsonElement value) =>
        value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture)
        : value.TryGetDouble(out var number) && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture)
        : value.GetRawText();
}
