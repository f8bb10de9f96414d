using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Benchmarks.Workflows;

/// <summary>Definitions to walk, of activities that do nothing.</summary>
internal static class Drawings
{
    /// <summary>The activity that does nothing and ends at once.</summary>
    private const string NoOp = "Elsa.Start";

    /// <summary>A flowchart of that many activities in a row.</summary>
    public static WorkflowDefinition Chain(int length) => Chain(length, new ActivityTypes([]), _ => NoOp);

    /// <summary>A flowchart of that many activities in a row, each of the type that its number has.</summary>
    public static WorkflowDefinition Chain(int length, ActivityTypes types, Func<int, string> typeOf) => Read(
        Flowchart(Enumerable.Range(0, length).Select(number => Box(number, typeOf(number))), Enumerable.Range(1, length - 1).Select(i => Arrow(i - 1, i))), types);

    /// <summary>A flowchart that forks into branches of two activities each, joins them, and does so a number of times.</summary>
    public static WorkflowDefinition Forks(int times, int branches)
    {
        List<JsonNode> boxes = [], arrows = [];
        for (var fork = 0; fork < times; fork++)
        {
            var first = boxes.Count;
            var join = first + 1 + (2 * branches);
            for (var box = first; box <= join; box++) boxes.Add(Box(box));
            for (var branch = 0; branch < branches; branch++)
            {
                var begin = first + 1 + (2 * branch);
                arrows.AddRange([Arrow(first, begin), Arrow(begin, begin + 1), Arrow(begin + 1, join)]);
            }
            if (fork > 0) arrows.Add(Arrow(first - 1, first));
        }
        return Read(Flowchart(boxes, arrows));
    }

    /// <summary>A sequence of that many activities.</summary>
    public static WorkflowDefinition Sequence(int length) => Read(new JsonObject
    {
        ["id"] = "root", ["type"] = "Elsa.Sequence", ["activities"] = new JsonArray([.. Enumerable.Range(0, length).Select(Box)]),
    });

    private static JsonObject Flowchart(IEnumerable<JsonNode> boxes, IEnumerable<JsonNode> arrows) => new()
    {
        ["id"] = "root", ["type"] = "Elsa.Flowchart", ["activities"] = new JsonArray([.. boxes]), ["connections"] = new JsonArray([.. arrows]),
    };

    private static JsonObject Box(int number) => Box(number, NoOp);

    // The name of an event that nobody publishes is read only where there is one.
    private static JsonObject Box(int number, string type) => type == "Elsa.Event"
        ? new JsonObject { ["id"] = $"a{number}", ["type"] = type, ["eventName"] = "never" }
        : new JsonObject { ["id"] = $"a{number}", ["type"] = type };

    private static JsonObject Arrow(int from, int to) => new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = $"a{from}", ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = $"a{to}", ["port"] = "In" },
    };

    private static WorkflowDefinition Read(JsonObject root) => Read(root, new ActivityTypes([]));

    private static WorkflowDefinition Read(JsonObject root, ActivityTypes types)
    {
        var document = new JsonObject { ["definitionId"] = "benchmark", ["name"] = "benchmark", ["version"] = 1, ["root"] = root };
        var reading = DefinitionReader.Read(document.ToJsonString(), "benchmark.json", types);
        return reading.Definition ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
