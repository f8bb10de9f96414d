using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>Where each value of a JSON text begins, by its path: the property's name, or the element of an array.</summary>
internal sealed class JsonPositions
{
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal) { ["$"] = 0 };
    private readonly List<string> _doubled = [];
    private readonly byte[] _text;
    private readonly long[] _lineStarts;

    private JsonPositions(byte[] text)
    {
        _text = text;
        _lineStarts = [0, .. text.Index().Where(one => one.Item == (byte)'\n').Select(one => one.Index + 1L)];
    }

    /// <summary>Paths of properties whose object has an earlier one of the same name; their place is that of the last.</summary>
    public IReadOnlyList<string> Doubled => _doubled;

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
            if (_offsets.TryGetValue(known, out var offset)) return Place(offset);
    }

    /// <summary>Line and column, from 1 and in characters, of a byte.</summary>
    public static (int Line, int Column) LineAndColumn(ReadOnlySpan<byte> text, long offset)
    {
        var before = text[..(int)Math.Min(offset, text.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private (int Line, int Column) Place(long offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, Encoding.UTF8.GetCharCount(_text.AsSpan((int)_lineStarts[line]..(int)offset)) + 1);
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
                    path = $"{frames.Peek().Path}.{Text(ref reader)}";
                    if (!_offsets.TryAdd(path, reader.TokenStartIndex))
                    {
                        _doubled.Add(path);
                        _offsets[path] = reader.TokenStartIndex;
                    }
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    frames.Pop();
                    break;
                default:
                    if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped) Text(ref reader);
                    if (frames.TryPeek(out var frame) && frame.NextIndex() is { } index) _offsets[path = $"{frame.Path}[{index}]"] = reader.TokenStartIndex;
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        frames.Push(new Frame(path, reader.TokenType == JsonTokenType.StartArray));
                    break;
            }
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(MalformedText.HalfACharacter, e) { Data = { [MalformedText.Offset] = reader.TokenStartIndex } };
        }
    }

    private sealed class Frame(string path, bool isArray)
    {
        private int _next;

        public string Path => path;

        public int? NextIndex() => isArray ? _next++ : null;
    }
}
