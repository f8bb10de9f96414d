using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Tests.Oracle;

/// <summary>Makes a failing definition smaller: leaves out one activity or arrow after the other as long as it still fails.</summary>
internal static class Shrinking
{
    public static JsonNode Smallest(JsonNode document, Func<JsonNode, bool> fails)
    {
        while (Smaller(document).FirstOrDefault(fails) is { } smaller) document = smaller;
        return document;
    }

    private static IEnumerable<JsonNode> Smaller(JsonNode document)
    {
        foreach (var path in Paths(document["root"]!, ["root"]).ToList())
        {
            var copy = document.DeepClone();
            if (path[^1] is "body" || IsCount(path.Aggregate(copy, At))) continue;
            var parent = path.SkipLast(1).Aggregate(copy, At);
            if (path[^1] is int at) parent.AsArray().RemoveAt(at);
            else parent.AsObject().Remove((string)path[^1]);
            RemoveLooseArrows(copy);
            yield return copy;
        }
        foreach (var path in Paths(document["root"]!, ["root"]).ToList())
        {
            var copy = document.DeepClone();
            var node = path.Aggregate(copy, At);
            if (node["type"] is null || (string)node["type"]! == "Elsa.WriteLine" || IsCount(node)) continue;
            node.ReplaceWith(new JsonObject { ["id"] = (string)node["id"]!, ["type"] = "Elsa.WriteLine", ["text"] = Drawing.Literal("line") });
            yield return copy;
        }
    }

    private static JsonNode At(JsonNode node, object key) => key is int index ? node[index]! : node[(string)key]!;

    // Without it a loop would not end.
    private static bool IsCount(JsonNode node) => (string?)node["type"] == "Elsa.SetVariable";

    // Everything that can go: activities in lists and in the places of other containers, and arrows.
    private static IEnumerable<object[]> Paths(JsonNode activity, object[] path)
    {
        foreach (var list in new[] { "activities", "connections", "cases" })
        {
            for (var index = 0; index < (activity[list]?.AsArray().Count ?? 0); index++)
            {
                yield return [.. path, list, index];
                foreach (var inner in Paths(activity[list]![index]!, [.. path, list, index])) yield return inner;
            }
        }
        foreach (var place in new[] { "then", "else", "body", "default", "activity" })
        {
            if (activity[place] is not JsonObject child) continue;
            yield return [.. path, place];
            foreach (var inner in Paths(child, [.. path, place])) yield return inner;
        }
    }

    private static void RemoveLooseArrows(JsonNode node)
    {
        if (node is JsonObject flowchart && flowchart["connections"] is JsonArray arrows && flowchart["activities"] is JsonArray boxes)
        {
            var ids = boxes.Select(box => (string)box!["id"]!).ToHashSet();
            arrows.RemoveAll(arrow => arrow!["source"] is JsonObject && !(ids.Contains((string)arrow["source"]!["activity"]!) && ids.Contains((string)arrow["target"]!["activity"]!)));
        }
        foreach (var child in node is JsonObject one ? one.Select(property => property.Value) : node is JsonArray many ? many : [])
            if (child is JsonObject or JsonArray) RemoveLooseArrows(child);
    }
}
