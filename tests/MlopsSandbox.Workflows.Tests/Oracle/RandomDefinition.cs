using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Tests.Oracle;

/// <summary>A random definition: flowcharts with forks, joins, choices and loops back, and every other container, in one another. One seed, one definition.</summary>
internal sealed class RandomDefinition
{
    private const int Deepest = 3;

    private readonly Random _chance;
    private readonly JsonArray _variables = [];
    private readonly List<string> _inScope = [];
    private int _named, _declared;

    private RandomDefinition(int seed) => _chance = new Random(seed);

    public static JsonObject Draw(int seed) => new RandomDefinition(seed).Document();

    private JsonObject Document()
    {
        var root = OneIn(8) ? Sequence(0) : Flowchart(0);
        return new JsonObject { ["definitionId"] = "random", ["variables"] = _variables, ["root"] = root };
    }

    private JsonObject Activity(int depth) => depth < Deepest && OneIn(3) ? Container(depth + 1) : Leaf();

    private JsonObject Leaf() => _chance.Next(40) switch
    {
        < 14 => Box("Elsa.WriteLine", ("text", Drawing.Literal("line"))),
        < 20 => Box("MlopsSandbox.Prep"),
        < 24 => Pause(),
        < 30 => Box("MlopsSandbox.Evaluate"),
        < 34 => Count(Variable()),
        < 36 => Box("Elsa.Break"),
        36 => Box("Elsa.End"),
        37 => Box("Elsa.Complete"),
        38 => OneIn(2) ? Box("Elsa.Finish") : Box("Elsa.Start"),
        _ => Box("Elsa.Fault", ("message", Drawing.Literal("boom"))),
    };

    private JsonObject Pause() => _chance.Next(4) switch
    {
        0 => Box("Elsa.Delay", ("timeSpan", Drawing.Literal("00:00:01", "TimeSpan"))),
        1 => Box("Elsa.Event", ("eventName", Drawing.Literal("labels-came"))),
        2 => Box("Elsa.RunTask", ("taskName", Drawing.Literal("label-samples"))),
        _ => Box("Elsa.ExecuteWorkflow", ("workflowDefinitionId", Drawing.Literal("other"))),
    };

    private JsonObject Container(int depth) => _chance.Next(11) switch
    {
        0 => Sequence(depth),
        1 => Box("Elsa.Parallel", ("activities", Activities(depth, 0, 3))),
        2 => Box("Elsa.If", ("condition", Condition()), ("then", Perhaps(depth)), ("else", Perhaps(depth))),
        3 => Box("Elsa.Switch", ("cases", Cases(depth)), ("mode", Mode()), ("default", Perhaps(depth))),
        4 => While(depth),
        5 => Box("Elsa.For", ("start", Number(_chance.Next(3))), ("end", Number(_chance.Next(4))), ("step", Number(OneIn(4) ? -1 : 1 + _chance.Next(2))),
            ("outerBoundInclusive", Drawing.Literal(OneIn(2), "Boolean")), ("body", Activity(depth))),
        6 => Box("Elsa.ForEach", ("items", Items()), ("body", Activity(depth))),
        7 => Box("Elsa.ParallelForEach", ("items", Items()), ("body", Activity(depth))),
        _ => Flowchart(depth),
    };

    private JsonObject Sequence(int depth) => WithVariables(variables => Box("Elsa.Sequence", ("variables", variables), ("activities", Activities(depth, 0, 4))));

    private JsonObject While(int depth)
    {
        var variable = Variable();
        JsonNode[] body = [Count(variable), .. Activities(depth, 1, 3).Select(activity => activity!.DeepClone())];
        return Box("Elsa.While", ("condition", Below(variable)), ("body", Box("Elsa.Sequence", ("activities", new JsonArray(body)))));
    }

    // Arrows lead from earlier boxes to later ones, but for those of the loops, which are added last.
    private JsonObject Flowchart(int depth) => WithVariables(variables => Flowchart(depth, variables));

    private JsonObject Flowchart(int depth, JsonArray? variables)
    {
        var boxes = new List<JsonObject>();
        var arrows = new JsonArray();
        for (var count = 1 + _chance.Next(8); count > 0; count--) boxes.Add(FlowBox(depth));
        for (var target = 1; target < boxes.Count; target++)
        {
            if (OneIn(12)) continue;
            for (var more = 1 + (OneIn(2) ? _chance.Next(3) : 0); more > 0; more--) Connect(arrows, boxes[_chance.Next(target)], boxes[target]);
        }
        if (OneIn(3)) Loop(boxes, arrows);
        return Box("Elsa.Flowchart", ("variables", variables), ("activities", new JsonArray([.. boxes])), ("connections", arrows));
    }

    private JsonObject FlowBox(int depth) => _chance.Next(12) switch
    {
        0 => Box("Elsa.FlowDecision", ("condition", Condition())),
        1 => Box("Elsa.FlowSwitch", ("cases", Cases()), ("mode", Mode())),
        2 or 3 => Box("Elsa.FlowFork", ("branches", Drawing.Value("String[]", "Object", """["a","b","c"]"""))),
        4 or 5 => Box("Elsa.FlowJoin", ("mode", Drawing.Literal(OneOf("WaitAll", "WaitAllActive", "WaitAny", "WaitAny")))),
        _ => Activity(depth),
    };

    private void Loop(List<JsonObject> boxes, JsonArray arrows)
    {
        var variable = Variable();
        var (count, again) = (Count(variable), Box("Elsa.FlowDecision", ("condition", Below(variable))));
        var end = _chance.Next(boxes.Count);
        Connect(arrows, boxes[end], count);
        Connect(arrows, count, again);
        Connect(arrows, again, boxes[_chance.Next(end + 1)], "True");
        if (end + 1 < boxes.Count) Connect(arrows, again, boxes[_chance.Next(end + 1, boxes.Count)], "False");
        boxes.AddRange([count, again]);
    }

    private void Connect(JsonArray arrows, JsonObject source, JsonObject target, string? port = null)
    {
        port ??= (string)source["type"]! switch
        {
            "Elsa.FlowDecision" => OneOf("True", "False"),
            "Elsa.FlowSwitch" => OneOf("a", "b", "Default"),
            "Elsa.FlowFork" => OneOf("a", "b", "c"),
            "MlopsSandbox.Evaluate" => OneOf("Accepted", "Rejected"),
            _ => "Done",
        };
        var arrow = new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = (string)source["id"]!, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = (string)target["id"]!, ["port"] = "In" },
        };
        if (!arrows.Any(other => JsonNode.DeepEquals(other, arrow))) arrows.Add(arrow);
    }

    private JsonArray Activities(int depth, int least, int most) => [.. Enumerable.Range(0, _chance.Next(least, most + 1)).Select(_ => Activity(depth))];

    private JsonObject? Perhaps(int depth) => OneIn(4) ? null : Activity(depth);

    private JsonArray Cases(int? depth = null) => [.. new[] { "a", "b" }.Select(label =>
    {
        var one = new JsonObject { ["label"] = label, ["condition"] = Script() };
        if (depth is { } inner && Perhaps(inner) is { } activity) one["activity"] = activity;
        return one;
    })];

    private JsonObject Condition() => OneIn(3) ? Below(Variable()) : Drawing.Literal(OneIn(2), "Boolean");

    private JsonObject Script() => (JsonObject)(OneIn(3) ? Below(Variable()) : Drawing.Script(OneIn(2) ? "true" : "false"))["expression"]!.DeepClone();

    private JsonObject Below(string variable) => Drawing.Script($"get{variable}() < {_chance.Next(1, 4)}", "Boolean");

    private JsonObject Count(string variable) => Box("Elsa.SetVariable", ("variable", new JsonObject { ["id"] = $"v-{variable}" }),
        ("value", Drawing.Script($"get{variable}() + 1", "Object")));

    private string Variable()
    {
        if (_inScope.Count > 0 && OneIn(2)) return _inScope[_chance.Next(_inScope.Count)];
        return Declare(_variables);
    }

    private string Declare(JsonArray variables)
    {
        var name = $"N{_declared++}";
        variables.Add(new JsonObject { ["id"] = $"v-{name}", ["name"] = name, ["typeName"] = "Int32", ["value"] = 0 });
        if (variables == _variables) _inScope.Insert(0, name);
        else _inScope.Add(name);
        return name;
    }

    // A container now and then declares a variable of its own, which is anew in each of its executions.
    private JsonObject WithVariables(Func<JsonArray?, JsonObject> draw)
    {
        if (!OneIn(4)) return draw(null);
        var variables = new JsonArray();
        var name = Declare(variables);
        var container = draw(variables);
        _inScope.Remove(name);
        return container;
    }

    private JsonObject Items() => Drawing.Script(JsonSerializer.Serialize(Enumerable.Range(1, _chance.Next(4))), "Object");

    private JsonObject Mode() => Drawing.Literal(OneOf("MatchFirst", "MatchAny"));

    private static JsonObject Number(int value) => Drawing.Literal(value, "Int32");

    private JsonObject Box(string type, params (string Name, JsonNode? Value)[] properties)
    {
        var box = new JsonObject { ["id"] = $"{char.ToLowerInvariant(type.Split('.')[1][0])}{type.Split('.')[1][1..]}{_named++}", ["type"] = type };
        foreach (var (name, value) in properties.Where(property => property.Value is not null)) box[name] = value;
        return box;
    }

    private bool OneIn(int many) => _chance.Next(many) == 0;

    private T OneOf<T>(params T[] choices) => choices[_chance.Next(choices.Length)];
}
