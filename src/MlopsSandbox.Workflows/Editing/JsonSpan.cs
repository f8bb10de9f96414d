using System.Text.Json;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>A value of a JSON text with its place in it: bytes from <paramref name="Start"/> up to, not including, <see cref="End"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first byte.</param>
internal sealed record JsonSpan(JsonTokenType Kind, int Start)
{
    private readonly List<JsonMember> _members = [];
    private readonly List<JsonSpan> _items = [];

    /// <summary>The byte behind it.</summary>
    public int End { get; private set; }

    /// <summary>The members of an object, in their order.</summary>
    public IReadOnlyList<JsonMember> Members => _members;

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<JsonSpan> Items => _items;

    /// <summary>True for an object.</summary>
    public bool IsObject => Kind == JsonTokenType.StartObject;

    /// <summary>True for an array.</summary>
    public bool IsArray => Kind == JsonTokenType.StartArray;

    /// <summary>The member of that name, in any case if not as written; of several the last, which is the one that is read.</summary>
    public JsonMember? Find(string name) => _members.FindLast(member => member.Name == name)
        ?? _members.FindLast(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a text.</summary>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">A name holds half a character.</exception>
    public static JsonSpan Read(ReadOnlySpan<byte> utf8)
    {
        int before = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(utf8[before..]);
        var open = new Stack<JsonSpan>();
        (JsonSpan? root, string name, int nameStart) = (null, "", 0);
        while (reader.Read())
        {
            (int start, int end) = (before + (int)reader.TokenStartIndex, before + (int)reader.BytesConsumed);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    (name, nameStart) = (reader.GetString()!, start);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop().End = end;
                    break;
                default:
                    var value = new JsonSpan(reader.TokenType, start) { End = end };
                    if (!open.TryPeek(out var owner)) root = value;
                    else if (owner.IsArray) owner._items.Add(value);
                    else owner._members.Add(new JsonMember(name, nameStart, value));
                    if (value.IsObject || value.IsArray) open.Push(value);
                    break;
            }
        }
        return root ?? throw new JsonException("there is no value in the text.");
    }

    /// <summary>The value at a path such as <c>$.root.activities[2].then</c>; null when there is none.</summary>
    public JsonSpan? At(string path)
    {
        JsonSpan? at = this;
        foreach (string step in path[1..].Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
            at = step[0] == '[' ? at?.Items.ElementAtOrDefault(int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture)) : at?.Find(step)?.Value;
        return at;
    }
}
