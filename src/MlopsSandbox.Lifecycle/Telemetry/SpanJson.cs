using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Attributes, events and links of a span, as JSON.</summary>
internal static class SpanJson
{
    public static string Attributes(Activity span) => Written(writer => WriteAttributes(writer, span.TagObjects));

    public static string Events(Activity span) => !span.Events.Any() ? "[]" : Written(writer => WriteEach(writer, span.Events, happened =>
    {
        writer.WriteString("name", happened.Name);
        writer.WriteNumber("at", TelemetryDatabase.Nanoseconds(happened.Timestamp));
        writer.WritePropertyName("attributes");
        WriteAttributes(writer, happened.Tags);
    }));

    public static string Links(Activity span) => !span.Links.Any() ? "[]" : Written(writer => WriteEach(writer, span.Links, link =>
    {
        writer.WriteString("traceId", link.Context.TraceId.ToHexString());
        writer.WriteString("spanId", link.Context.SpanId.ToHexString());
        writer.WritePropertyName("attributes");
        WriteAttributes(writer, link.Tags ?? []);
    }));

    public static IReadOnlyDictionary<string, JsonElement> ReadAttributes(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [];

    public static IReadOnlyList<SpanEventRecord> ReadEvents(string json) =>
        [.. Elements(json).Select(element => new SpanEventRecord(element.GetProperty("name").GetString()!,
            TelemetryDatabase.Time(element.GetProperty("at").GetInt64()), Attributes(element)))];

    public static IReadOnlyList<SpanLinkRecord> ReadLinks(string json) =>
        [.. Elements(json).Select(element => new SpanLinkRecord(
            element.GetProperty("traceId").GetString()!, element.GetProperty("spanId").GetString()!, Attributes(element)))];

    private static JsonElement[] Elements(string json) => JsonSerializer.Deserialize<JsonElement[]>(json) ?? [];

    private static Dictionary<string, JsonElement> Attributes(JsonElement element) =>
        element.GetProperty("attributes").Deserialize<Dictionary<string, JsonElement>>() ?? [];

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes)) write(writer);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteEach<T>(Utf8JsonWriter writer, IEnumerable<T> items, Action<T> writeItem)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writeItem(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteAttributes(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in attributes)
        {
            writer.WritePropertyName(key);
            WriteValue(writer, value);
        }
        writer.WriteEndObject();
    }

    /// <summary>JSON has no NaN and no infinity: they become text.</summary>
    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case string text: writer.WriteStringValue(text); break;
            case Array items:
                writer.WriteStartArray();
                foreach (var item in items) WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default: writer.WriteStringValue(FormattableString.Invariant($"{value}")); break;
        }
    }
}
