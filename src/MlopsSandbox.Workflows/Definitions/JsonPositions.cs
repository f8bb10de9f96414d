using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>Where each value of a JSON text begins, by its path: the property's name, or the element of an array.</summary>
internal sealed class JsonPositions
{
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal) { ["$"] = 0 };
    private readonly byte[] _text;

    private JsonPositions(byte[] text) => _text = text;

    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonPositions Of(byte[] text)
    {
        var positions = new JsonPositions(text);
        positions.Scan();
        return positions;
    }

    /// <summary>Line and column, from 1, of the value at that path, or of the nearest value around it.</summary>
    public (int Line, int Column) Find(string path)
    {
        for (var known = path; ; known = Parent(known))
            if (_offsets.TryGetValue(known, out var offset)) return LineAndColumn(_text, offset);
    }

    /// <summary>Line and column, from 1 and in characters, of a byte.</summary>
    public static (int Line, int Column) LineAndColumn(ReadOnlySpan<byte> text, long offset)
    {
        var before = text[..(int)Math.Min(offset, text.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private static string Parent(string path) => path.LastIndexOfAny(['.', '[']) is > 0 and var cut ? path[..cut] : "$";

    private void Scan()
    {
        var reader = new Utf8JsonReader(_text);
        var frames = new Stack<Frame>();
        var path = "$";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path = $"{frames.Peek().Path}.{reader.GetString()}";
                    _offsets[path] = reader.TokenStartIndex;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    frames.Pop();
                    break;
                default:
                    if (frames.TryPeek(out var frame) && frame.NextIndex() is { } index) _offsets[path = $"{frame.Path}[{index}]"] = reader.TokenStartIndex;
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        frames.Push(new Frame(path, reader.TokenType == JsonTokenType.StartArray));
                    break;
            }
        }
    }

    private sealed class Frame(string path, bool isArray)
    {
        private int _next;

        public string Path => path;

        public int? NextIndex() => isArray ? _next++ : null;
    }
}
