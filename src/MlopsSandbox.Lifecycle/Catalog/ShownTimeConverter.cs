using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Writes times as ISO 8601 in UTC, to the millisecond: <c>2026-01-31T00:00:00.000Z</c>.</summary>
internal sealed class ShownTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
