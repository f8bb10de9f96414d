using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Tests.Oracle;

internal sealed record Arrow(string Source, string Port, string Target);

/// <summary>The drawing of one flowchart: where it starts, and which arrows lead forward.</summary>
internal sealed class FlowMap
{
    private readonly List<JsonNode> _boxes;
    private readonly List<Arrow> _arrows;

    public FlowMap(JsonNode flowchart)
    {
        _boxes = [.. flowchart["activities"]!.AsArray().OfType<JsonNode>()];
        _arrows = [.. flowchart["connections"]!.AsArray().Select(arrow =>
            new Arrow((string)arrow!["source"]!["activity"]!, (string)arrow["source"]!["port"]!, (string)arrow["target"]!["activity"]!))];
        Start = _boxes.Find(box => (string)box["type"]! == "Elsa.Start") ?? _boxes.Find(box => !_arrows.Any(arrow => arrow.Target == (string)box["id"]!))
            ?? _boxes.FirstOrDefault();
        if (Start is not null) FindForward((string)Start["id"]!);
    }

    public JsonNode? Start { get; }

    /// <summary>Arrows met by a walk by breadth from the start, but for those whose target already leads to their source.</summary>
    public List<Arrow> Forward { get; } = [];

    public JsonNode Find(string id) => _boxes.Find(box => (string)box["id"]! == id)!;

    public List<Arrow> From(string id) => _arrows.FindAll(arrow => arrow.Source == id);

    public List<Arrow> Into(string id) => Forward.FindAll(arrow => arrow.Target == id);

    public HashSet<string> Ancestors(string id) => [.. Into(id).SelectMany(arrow => Ancestors(arrow.Source).Append(arrow.Source))];

    /// <summary>True when all forward ways from the start to the source pass the target.</summary>
    public bool IsValidBackward(Arrow arrow) => WaysBack(arrow.Source).All(way => way.Contains(arrow.Target));

    private IEnumerable<List<string>> WaysBack(string id) => id == (string)Start!["id"]! ? [[id]]
        : Into(id).SelectMany(arrow => WaysBack(arrow.Source)).Select(way => way.Append(id).ToList());

    private void FindForward(string start)
    {
        var queue = new Queue<string>([start]);
        var visited = new HashSet<string>();
        while (queue.TryDequeue(out var source))
        {
            visited.Add(source);
            foreach (var arrow in From(source))
            {
                if (Forward.Contains(arrow) || arrow.Target == source || Ancestors(source).Contains(arrow.Target)) continue;
                Forward.Add(arrow);
                if (!visited.Contains(arrow.Target)) queue.Enqueue(arrow.Target);
            }
        }
    }
}
