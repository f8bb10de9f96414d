using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Tests;

/// <summary>Draws small flowcharts for tests.</summary>
internal sealed class Drawing
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];
    private readonly JsonArray _inputs = [];
    private readonly JsonObject _options = [];
    private readonly JsonObject _custom = [];

    public static JsonObject Literal(JsonNode? value, string type = "String") => Value(type, "Literal", value);

    public static JsonObject Script(string script, string type = "String") => Value(type, "JavaScript", script);

    public static JsonObject Value(string type, string language, JsonNode? value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = language, ["value"] = value } };

    public static JsonObject Output(string variableId) => new() { ["typeName"] = "String", ["memoryReference"] = new JsonObject { ["id"] = variableId } };

    public Drawing Box(string id, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var box = new JsonObject { ["id"] = id, ["type"] = type };
        foreach (var (name, value) in properties) box[name] = value;
        _activities.Add(box);
        return this;
    }

    public Drawing Line(string id, string? text = null) => Box(id, "Elsa.WriteLine", ("text", Literal(text ?? id)));

    /// <summary>A box where the designer put it.</summary>
    public Drawing Placed(string id, int x, int y) => Box(id, "Elsa.WriteLine",
        ("metadata", new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = y } } }));

    public Drawing Decision(string id, string script) => Box(id, "Elsa.FlowDecision", ("condition", Script(script, "Boolean")));

    public Drawing Fork(string id, params string[] branches) =>
        Box(id, "Elsa.FlowFork", ("branches", Value("String[]", "Object", JsonSerializer.Serialize(branches))));

    public Drawing Join(string id, string mode) => Box(id, "Elsa.FlowJoin", ("mode", Literal(mode)));

    /// <summary>How the workflow is walked; of a flowchart inside, how that is.</summary>
    public Drawing Mode(JsonNode? mode)
    {
        _custom["Flowchart:ExecutionMode"] = mode;
        return this;
    }

    public Drawing Tokens() => Mode("TokenBased");

    /// <summary>Gives a box a merge mode.</summary>
    public Drawing Merge(string id, JsonNode? mode)
    {
        _activities.First(box => (string?)box!["id"] == id)!["customProperties"] = new JsonObject { ["mergeMode"] = mode };
        return this;
    }

    public Drawing Stage(string id) => Box(id, "MlopsSandbox.Prep");

    /// <summary>An activity that can start a run.</summary>
    public Drawing Trigger(string id, string type, params (string Name, JsonNode? Value)[] properties) =>
        Box(id, type, [.. properties, ("customProperties", new JsonObject { ["canStartWorkflow"] = true })]);

    public Drawing Event(string id, string name) => Box(id, "Elsa.Event", ("eventName", Literal(name)), ("result", Output("v-got")));

    /// <summary>A flowchart inside this one.</summary>
    public Drawing Inner(string id, Drawing inner) => Box(id, "Elsa.Flowchart", ("activities", inner._activities), ("connections", inner._connections), ("variables", inner._variables), ("customProperties", inner._custom));

    /// <summary>Arrows, each as <c>a:Port>b</c> or <c>a>b</c> for the port Done.</summary>
    public Drawing Arrows(params string[] arrows)
    {
        foreach (var arrow in arrows)
        {
            var (source, target) = (arrow.Split('>')[0].Split(':'), arrow.Split('>')[1]);
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
            });
        }
        return this;
    }

    public Drawing Variable(string name, string type, JsonNode? value)
    {
        _variables.Add(new JsonObject { ["id"] = $"v-{name}", ["name"] = name, ["typeName"] = type, ["value"] = value });
        return this;
    }

    /// <summary>Sets what Elsa calls the workflow's options.</summary>
    public Drawing Option(string name, JsonNode? value)
    {
        _options[name] = value;
        return this;
    }

    /// <summary>Sets one of the workflow's custom properties.</summary>
    public Drawing Custom(string name, JsonNode? value)
    {
        _custom[name] = value;
        return this;
    }

    public Drawing GoingOnWithIncidents() =>
        Option("incidentStrategyType", "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core");

    public Drawing Input(string name, string type = "String")
    {
        _inputs.Add(new JsonObject { ["name"] = name, ["type"] = type });
        return this;
    }

    public Drawing Set(string id, string variable, string script) =>
        Box(id, "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = $"v-{variable}" }), ("value", Script(script, "Object")));

    public string Text() => new JsonObject
    {
        ["definitionId"] = "drawn",
        ["variables"] = _variables.DeepClone(),
        ["inputs"] = _inputs.DeepClone(),
        ["options"] = _options.DeepClone(),
        ["customProperties"] = _custom.DeepClone(),
        ["root"] = new JsonObject { ["id"] = "f", ["type"] = "Elsa.Flowchart", ["activities"] = _activities.DeepClone(), ["connections"] = _connections.DeepClone() },
    }.ToJsonString();

    public DefinitionReading Read() => DefinitionReader.Read(Text(), "drawn.json", Stages.Types);

    public WorkflowDefinition Definition() => Read() is { Definition: { } definition } ? definition : throw new DefinitionException(Read().Problems);

    public Stroll Walk() => new(Definition());
}
