using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>The parts of <see cref="DefinitionSchema"/> that tell how an activity is written.</summary>
internal static class ActivitySchema
{
    /// <summary>What all activities have; by its type, one must also be as its type wants it.</summary>
    public static JsonObject Any(ActivityTypes types) => new()
    {
        ["type"] = "object",
        ["required"] = DefinitionSchema.Array("id", "type"),
        ["properties"] = new JsonObject
        {
            ["id"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["description"] = "Unique in the workflow." },
            ["nodeId"] = DefinitionSchema.Typed("string", "The ids of what is around it and its own, joined by colons."),
            ["name"] = new JsonObject { ["type"] = DefinitionSchema.Array("string", "null"), ["description"] = "Name for people and scripts." },
            ["type"] = new JsonObject { ["enum"] = DefinitionSchema.Array([.. types.Descriptors.Select(descriptor => descriptor.Type)]) },
            ["version"] = DefinitionSchema.Typed("integer", "The version of the activity type."),
            ["customProperties"] = DefinitionSchema.Typed("object", "canStartWorkflow and what else tools keep here."),
            ["metadata"] = DefinitionSchema.Typed("object", "Where the designer shows it."),
        },
        ["allOf"] = new JsonArray([.. types.Descriptors.Select(descriptor => Conditional(descriptor.Type))]),
    };

    /// <summary>What the type declares: inputs, outputs and the places of other activities.</summary>
    public static JsonObject Of(ActivityDescriptor descriptor, BuiltInActivity? behaviour)
    {
        var properties = new JsonObject();
        foreach (var output in descriptor.Outputs) properties[output.Name] = Described(DefinitionSchema.Reference("output"), output.Description);
        foreach (var input in descriptor.Inputs) properties[input.Name] = Input(input, isNumbered: behaviour is not null);
        foreach (var slot in behaviour is Container container ? container.Slots : [])
            properties[slot] = slot == "activities" ? DefinitionSchema.List("activity") : Nullable(DefinitionSchema.Reference("activity"));
        if (behaviour is Flowchart) properties["connections"] = DefinitionSchema.List("connection");
        if (behaviour is ActivityGroup) properties["variables"] = DefinitionSchema.List("variable");
        var schema = new JsonObject { ["description"] = descriptor.Description, ["properties"] = properties };
        string[] required = [.. descriptor.Inputs.Where(input => input.IsRequired).Select(input => input.Name)];
        if (required.Length > 0) schema["required"] = DefinitionSchema.Array(required);
        return schema;
    }

    /// <summary>The form of an input: an expression with the type that it gives, or a bare value.</summary>
    public static JsonObject Input() => new()
    {
        ["if"] = new JsonObject { ["type"] = "object" },
        ["then"] = new JsonObject
        {
            ["required"] = DefinitionSchema.Array("typeName", "expression"),
            ["properties"] = new JsonObject
            {
                ["typeName"] = DefinitionSchema.Typed("string", "The type of the value."),
                ["expression"] = DefinitionSchema.Reference("expression"),
            },
        },
    };

    private static JsonObject Conditional(string type) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = type } }, ["required"] = DefinitionSchema.Array("type") },
        ["then"] = DefinitionSchema.Reference(type),
    };

    private static JsonObject Input(ActivityInput input, bool isNumbered)
    {
        if (input.TypeName == "Variable") return new JsonObject { ["type"] = "object", ["required"] = DefinitionSchema.Array("id"), ["description"] = input.Description };
        var schema = Described(DefinitionSchema.Reference("input"), input.Description);
        if (input.Default is { } otherwise) schema["default"] = JsonNode.Parse(otherwise);
        if (input.Allowed is { } allowed) schema["properties"] = new JsonObject { ["expression"] = Literal(allowed, isNumbered) };
        return schema;
    }

    // A choice that the runner itself reads may also be its number, as on Elsa.
    private static JsonObject Literal(IReadOnlyList<string> allowed, bool isNumbered)
    {
        var choices = new JsonArray(new JsonObject { ["enum"] = new JsonArray([.. allowed.Select(text => JsonValue.Create(text)), null, JsonValue.Create("")]) });
        if (isNumbered) choices.Add(new JsonObject { ["type"] = DefinitionSchema.Array("integer", "string"), ["pattern"] = "^[0-9]+$" });
        return new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = ExpressionEvaluation.Literal } }, ["required"] = DefinitionSchema.Array("type", "value") },
            ["then"] = new JsonObject { ["properties"] = new JsonObject { ["value"] = new JsonObject { ["anyOf"] = choices } } },
        };
    }

    private static JsonObject Described(JsonObject schema, string description)
    {
        schema["description"] = description;
        return schema;
    }

    private static JsonObject Nullable(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
}
