using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>A JSON Schema (2020-12) of definition files, made of the activity types: for editors that complete and check while one types.</summary>
/// <remarks>It knows forms and names; what only the whole drawing tells (ports, loops, ids used twice, scripts) is found by <see cref="DefinitionReader"/>.</remarks>
public static class DefinitionSchema
{
    /// <summary>The schema as indented JSON; ends with a line break. The same types give the same text.</summary>
    public static string Of(ActivityTypes types) => Schema(types).ToJsonString(Json.Written) + "\n";

    private static JsonObject Schema(ActivityTypes types) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Workflow definition",
        ["description"] = "An Elsa 3 workflow definition, with the activity types that MlopsSandbox walks.",
        ["type"] = "object",
        ["required"] = Array("definitionId", "root"),
        ["properties"] = new JsonObject
        {
            ["$schema"] = Typed("string", "Elsa's name of the format."),
            ["id"] = Typed("string", "The id of this version."),
            ["definitionId"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["description"] = "What runs and other workflows call it; the same for all its versions." },
            ["name"] = Typed("string", "Name for people."),
            ["description"] = Typed("string", "What it is for."),
            ["version"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["description"] = "Its version, from 1." },
            ["toolVersion"] = Typed("string", "The version of Elsa that wrote it."),
            ["isLatest"] = Typed("boolean", "True for the newest version."),
            ["isPublished"] = Typed("boolean", "False for a draft, which is not found by its name."),
            ["variables"] = List("variable"),
            ["inputs"] = List("workflowInput"),
            ["outputs"] = Typed("array", "Values that the workflow gives."),
            ["outcomes"] = Typed("array", "Ports that the workflow leaves by when it is used as an activity."),
            ["customProperties"] = Typed("object", "Whatever tools keep here."),
            ["options"] = Typed("object", "Elsa's options of the workflow."),
            ["root"] = Reference("activity"),
        },
        ["$defs"] = Parts(types),
    };

    private static JsonObject Parts(ActivityTypes types)
    {
        var parts = new JsonObject
        {
            ["variable"] = Part(["name"], ("id", Typed("string", "What activities refer to.")), ("name", Typed("string", "What expressions call it.")),
                ("typeName", Typed("string", "Such as String, Int32, Double, Boolean, Object.")), ("isArray", Typed("boolean", "True for a list of that type.")),
                ("value", new JsonObject { ["description"] = "What it starts with." })),
            ["workflowInput"] = Part(["name"], ("name", Typed("string", "What runs set and expressions read.")), ("type", Typed("string", "Such as String or Int32.")),
                ("displayName", Typed("string", "What a form shows.")), ("description", Typed("string", "One sentence for people.")), ("isArray", Typed("boolean", "True for a list."))),
            ["expression"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["type"] = new JsonObject { ["enum"] = Array([.. ExpressionEvaluation.Types]) } },
                ["required"] = Array("type"),
            },
            ["input"] = ActivitySchema.Input(),
            ["output"] = new JsonObject { ["type"] = Array("object", "null"), ["description"] = "The variable that is given the value." },
            ["connection"] = new JsonObject { ["type"] = "object", ["required"] = Array("source", "target") },
            ["activity"] = ActivitySchema.Any(types),
        };
        foreach (var descriptor in types.Descriptors) parts[descriptor.Type] = ActivitySchema.Of(descriptor, types.Behaviour(descriptor.Type));
        return parts;
    }

    internal static JsonObject Typed(string type, string description) => new() { ["type"] = type, ["description"] = description };

    internal static JsonObject Reference(string part) => new() { ["$ref"] = $"#/$defs/{part}" };

    internal static JsonObject List(string part) => new() { ["type"] = "array", ["items"] = Reference(part) };

    internal static JsonArray Array(params string[] texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static JsonObject Part(string[] required, params (string Name, JsonObject Schema)[] properties)
    {
        var known = new JsonObject();
        foreach (var (name, schema) in properties) known[name] = schema;
        return new JsonObject { ["type"] = "object", ["required"] = Array(required), ["properties"] = known };
    }
}
