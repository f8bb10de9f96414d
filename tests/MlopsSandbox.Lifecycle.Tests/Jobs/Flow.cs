using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>Draws small workflows for tests.</summary>
internal sealed class Flow(string definitionId)
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonObject _options = [];
    private readonly JsonObject _custom = [];
    private readonly JsonArray _inputs = [];

    public Flow Box(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        JsonObject box = new() { ["id"] = id, ["type"] = type };
        foreach (var (name, value) in inputs) box[name] = value;
        _activities.Add(box);
        return this;
    }

    public Flow Work(params string[] ids)
    {
        foreach (string id in ids) Box(id, FakeStages.Work);
        return this;
    }

    public Flow Pure(string id, string level = "low") => Box(id, FakeStages.Pure, ("level", Literal("String", level)));

    /// <summary>A stage whose level is an input of the run.</summary>
    public Flow Levelled(string id)
    {
        _inputs.Add(new JsonObject { ["name"] = "level", ["type"] = "String" });
        return Box(id, FakeStages.Work, ("level", new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Input", ["value"] = new JsonObject { ["name"] = "level" } } }));
    }

    public Flow Scenario(string id, string scenario) => Box(id, "Elsa.WriteLine", ("text", Literal("String", "")), ("scenario", Literal("String", scenario)));

    public Flow Tune(string id) => Box(id, FakeStages.Tune);

    public Flow Dispatch(string id, string definitionId, bool waits) => Box(
        id, "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal("String", definitionId)), ("waitForCompletion", Literal("Boolean", waits)));

    public Flow Delay(string id, string timeSpan) => Box(id, "Elsa.Delay", ("timeSpan", Literal("TimeSpan", timeSpan)));

    public Flow Event(string id, string name) => Box(id, "Elsa.Event", ("eventName", Literal("String", name)));

    public Flow Publish(string id, string name, string correlationId = "", bool isLocal = false) => Box(id, "Elsa.PublishEvent",
        ("eventName", Literal("String", name)), ("correlationId", Literal("String", correlationId)), ("isLocalEvent", Literal("Boolean", isLocal)),
        ("payload", Literal("Object", id)));

    public Flow Task(string id, string name) => Box(id, "Elsa.RunTask", ("taskName", Literal("String", name)));

    public Flow SetOutput(string id, string name, string value) =>
        Box(id, "Elsa.SetOutput", ("outputName", Literal("String", name)), ("outputValue", Literal("Object", value)));

    public Flow Execute(string id, string definitionId, bool waits = false) => Box(
        id, "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Literal("String", definitionId)), ("waitForCompletion", Literal("Boolean", waits)));

    public Flow Correlate(string id, string correlationId) => Box(id, "Elsa.Correlate", ("correlationId", Literal("String", correlationId)));

    public Flow Trigger(string id, string type, string input, string value) =>
        Box(id, type, (input, Literal("String", value)), ("customProperties", new JsonObject { ["canStartWorkflow"] = true }));

    /// <summary>A line that tells what an activity beside it gave.</summary>
    public Flow Tell(string id, string activityId) => ScriptedLine(id, $"JSON.stringify(getOutputFrom('{activityId}'))");

    public Flow ScriptedLine(string id, string script) => Box(id, "Elsa.WriteLine", ("text", Script("String", script)));

    public Flow Line(string id, string text) => Box(id, "Elsa.WriteLine", ("text", Literal("String", text)));

    public Flow Approval(string id) => Box(id, "MlopsSandbox.Approval");

    /// <summary>So many runs at a time.</summary>
    public Flow AtMost(int runs)
    {
        _custom["maximumRuns"] = runs;
        return this;
    }

    public Flow GoingOnWithIncidents()
    {
        _options["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core";
        return this;
    }

    public Flow JoinAll(string id) => Box(id, "Elsa.FlowJoin", ("mode", Literal("String", "WaitAll")));

    public Flow JoinAny(string id) => Box(id, "Elsa.FlowJoin", ("mode", Literal("String", "WaitAny")));

    public Flow Fork(string id, params string[] branches) => Box(id, "Elsa.FlowFork", ("branches", new JsonObject
    {
        ["typeName"] = "String[]",
        ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = JsonSerializer.Serialize(branches) },
    }));

    /// <summary>Leaves by True or False, as a script says.</summary>
    public Flow Decision(string id, string script) => Box(id, "Elsa.FlowDecision", ("condition", Script("Boolean", script)));

    /// <summary>Arrows, each as <c>a:Port>b</c>, or <c>a>b</c> by the port Done.</summary>
    public Flow Arrows(params string[] arrows)
    {
        foreach (string[] ends in arrows.Select(arrow => arrow.Split('>')))
        {
            string[] source = ends[0].Split(':');
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
            });
        }
        return this;
    }

    public WorkflowDefinition Draw(StageTypes stages)
    {
        JsonObject document = new()
        {
            ["definitionId"] = definitionId,
            ["version"] = 1,
            ["options"] = _options.DeepClone(),
            ["customProperties"] = _custom.DeepClone(),
            ["inputs"] = _inputs.DeepClone(),
            ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["activities"] = _activities.DeepClone(), ["connections"] = _connections.DeepClone() },
        };
        DefinitionReading reading = DefinitionReader.Read(document.ToJsonString(), $"{definitionId}.json", stages.Activities);
        return reading.Definition ?? throw new DefinitionException(reading.Problems);
    }

    private static JsonObject Script(string type, string script) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } };

    private static JsonObject Literal(string type, JsonNode value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
}
