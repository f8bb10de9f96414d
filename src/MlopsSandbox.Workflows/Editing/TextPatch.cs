using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Changes to a JSON text that leave every byte alone that they are not about; what is added is indented as what stands around it.</summary>
internal sealed class TextPatch
{
    private static readonly JsonSerializerOptions Short = new() { Encoder = Json.Written.Encoder };

    private readonly byte[] _text;
    private readonly List<(int Start, int End, string Text)> _cuts = [];
    private readonly string _newLine, _unit;

    /// <param name="text">The text.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public TextPatch(string text)
    {
        _text = Encoding.UTF8.GetBytes(text);
        Root = JsonSpan.Read(_text);
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _unit = Root.Members.Count > 0 && Indentation(Root.Members[0].Start) is { Length: > 0 } first ? first : "  ";
    }

    /// <summary>The document.</summary>
    public JsonSpan Root { get; }

    /// <summary>A value of the text, parsed.</summary>
    public JsonNode? ValueOf(JsonSpan span) => JsonNode.Parse(_text.AsSpan(span.Start, span.End - span.Start));

    /// <summary>Sets a member; nothing changes where it says the same already.</summary>
    public void Set(JsonSpan owner, string name, JsonNode? value)
    {
        if (owner.Find(name) is not { } member)
        {
            Insert(owner, [.. owner.Members.Select(other => (other.Start, other.Value.End))], (indent, isShort) => $"{JsonSerializer.Serialize(name, Short)}:{(isShort && !IsSpaced(owner) ? "" : " ")}{Written(value, indent, isShort)}");
        }
        else if (!JsonNode.DeepEquals(ValueOf(member.Value), value))
        {
            bool isShort = Indentation(member.Start) is null;
            _cuts.Add((member.Value.Start, member.Value.End, Written(value, Indentation(member.Start) ?? "", isShort)));
        }
    }

    /// <summary>Sets a value some members down, making the objects on the way.</summary>
    public void SetDeep(JsonSpan owner, IReadOnlyList<string> way, JsonNode? value)
    {
        int step = 0;
        for (; step < way.Count - 1 && owner.Find(way[step]) is { Value: { IsObject: true } next }; step++) owner = next;
        for (int last = way.Count - 1; last > step; last--) value = new JsonObject { [way[last]] = value };
        Set(owner, way[step], value);
    }

    /// <summary>Adds an item at the end of an array.</summary>
    public void Append(JsonSpan array, JsonNode item) =>
        Insert(array, [.. array.Items.Select(other => (other.Start, other.End))], (indent, isShort) => Written(item, indent, isShort));

    /// <summary>Removes members of an object.</summary>
    public void RemoveMembers(JsonSpan owner, Func<JsonMember, bool> isGone) =>
        Remove(owner, [.. owner.Members.Select(member => (member.Start, member.Value.End, isGone(member)))]);

    /// <summary>Removes items of an array.</summary>
    public void RemoveItems(JsonSpan array, Func<JsonSpan, bool> isGone) => Remove(array, [.. array.Items.Select(item => (item.Start, item.End, isGone(item)))]);

    /// <summary>The text with all changes.</summary>
    public string Apply()
    {
        var text = new List<byte>(_text.Length + 512);
        int done = 0;
        foreach (var (start, end, added) in _cuts.OrderBy(cut => cut.Start))
        {
            text.AddRange(_text.AsSpan(done..start));
            text.AddRange(Encoding.UTF8.GetBytes(added));
            done = end;
        }
        text.AddRange(_text.AsSpan(done));
        return Encoding.UTF8.GetString([.. text]);
    }

    private void Insert(JsonSpan owner, (int Start, int End)[] others, Func<string, bool, string> written)
    {
        if (others.Length > 0)
        {
            string? indent = Indentation(others[0].Start);
            _cuts.Add((others[^1].End, others[^1].End, indent is null ? $",{(IsSpaced(owner) ? " " : "")}{written("", true)}" : $",{_newLine}{indent}{written(indent, false)}"));
            return;
        }
        bool isShort = _text.AsSpan().IndexOf((byte)'\n') < 0;
        string outer = LineIndentation(owner.Start);
        string text = isShort ? written("", true) : $"{_newLine}{outer + _unit}{written(outer + _unit, false)}{_newLine}{outer}";
        _cuts.Add((owner.Start + 1, owner.End - 1, text));
    }

    private void Remove(JsonSpan owner, (int Start, int End, bool IsGone)[] parts)
    {
        if (parts.Length > 0 && parts.All(part => part.IsGone))
        {
            _cuts.Add((owner.Start + 1, owner.End - 1, ""));
            return;
        }
        bool isKeptBefore = false;
        for (int i = 0; i < parts.Length; i++)
        {
            if (!parts[i].IsGone) isKeptBefore = true;
            else _cuts.Add(isKeptBefore ? (parts[i - 1].End, parts[i].End, "") : (parts[i].Start, parts[i + 1].Start, ""));
        }
    }

    private string Written(JsonNode? value, string indent, bool isShort)
    {
        if (value is null) return "null";
        if (isShort) return value.ToJsonString(Short);
        string[] lines = value.ToJsonString(Json.Written).Split('\n');
        return string.Join(_newLine, lines.Select((line, i) => i == 0 ? line.TrimEnd('\r') : indent + Reindented(line.TrimEnd('\r'))));
    }

    private string Reindented(string line)
    {
        string text = line.TrimStart(' ');
        return string.Concat(Enumerable.Repeat(_unit, (line.Length - text.Length) / 2)) + text;
    }

    private bool IsSpaced(JsonSpan owner) => _text[owner.Start..owner.End].AsSpan().IndexOf((byte)' ') >= 0;

    // What stands before it in its line, when that is only white space.
    private string? Indentation(int start)
    {
        int line = _text.AsSpan(0, start).LastIndexOf((byte)'\n') + 1;
        string before = Encoding.UTF8.GetString(_text.AsSpan(line..start));
        return line > 0 && string.IsNullOrWhiteSpace(before) ? before : null;
    }

    private string LineIndentation(int start)
    {
        int line = _text.AsSpan(0, start).LastIndexOf((byte)'\n') + 1;
        return Encoding.UTF8.GetString([.. _text[line..start].TakeWhile(one => one is (byte)' ' or (byte)'\t')]);
    }
}
