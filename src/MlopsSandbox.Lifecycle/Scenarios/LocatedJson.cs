using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>A JSON value that knows where it stands, so that what is wrong with it can be pointed at.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Such as <c>$.label.positive</c>.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Raw">Its text in the file, shortened for showing; texts without escapes and quotes.</param>
internal sealed record LocatedJson(JsonValueKind Kind, string Path, TextPlace Place, string Raw)
{
    /// <summary>Members of an object in the file's order; of a name told twice, the last.</summary>
    public Dictionary<string, LocatedJson> Members { get; } = [];
    /// <summary>Names that the object tells twice.</summary>
    public List<LocatedJson> Repeated { get; } = [];
    /// <summary>Items of an array.</summary>
    public List<LocatedJson> Items { get; } = [];

    /// <summary>Reads a whole document.</summary>
    /// <exception cref="JsonException">It is not JSON; line and byte position are in the exception, from 0.</exception>
    public static LocatedJson Parse(ReadOnlySpan<byte> utf8)
    {
        int mark = utf8.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        ReadOnlySpan<byte> text = utf8[mark..];
        Utf8JsonReader reader = new(text);
        reader.Read();
        LocatedJson root = Value(ref reader, text, "$");
        reader.Read();
        return root;
    }

    private static LocatedJson Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, string path)
    {
        TextPlace place = TextPlace.Of(text, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, text, new LocatedJson(JsonValueKind.Object, path, place, "an object"));
            case JsonTokenType.StartArray:
                return Array(ref reader, text, new LocatedJson(JsonValueKind.Array, path, place, "an array"));
            case JsonTokenType.String:
                return new LocatedJson(JsonValueKind.String, path, place, reader.GetString()!);
            case JsonTokenType.Number:
                return new LocatedJson(JsonValueKind.Number, path, place, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True or JsonTokenType.False:
                return new LocatedJson(reader.GetBoolean() ? JsonValueKind.True : JsonValueKind.False, path, place, reader.GetBoolean() ? "true" : "false");
            default:
                return new LocatedJson(JsonValueKind.Null, path, place, "null");
        }
    }

    private static LocatedJson Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, LocatedJson whole)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            reader.Read();
            LocatedJson member = Value(ref reader, text, $"{whole.Path}.{name}");
            if (!whole.Members.TryAdd(name, member)) whole.Repeated.Add(member);
        }
        return whole;
    }

    private static LocatedJson Array(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, LocatedJson whole)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            whole.Items.Add(Value(ref reader, text, $"{whole.Path}[{whole.Items.Count}]"));
        return whole;
    }
}
