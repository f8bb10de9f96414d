using System.Text.Json;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>An expression as the definition holds it: <c>{ "type", "value" }</c>.</summary>
/// <param name="Type">Elsa's name of the language: <c>Literal</c>, <c>Object</c>, <c>Variable</c>, <c>Input</c>, <c>JavaScript</c> or <c>Liquid</c>.</param>
/// <param name="Value">The text, or the JSON value of a literal; undefined when the definition leaves it out.</param>
public sealed record WorkflowExpression(string Type, JsonElement Value)
{
    /// <summary>The value's text: a string as it is, anything else as JSON, null and undefined as empty.</summary>
    public string Text => Value.ValueKind switch
    {
        JsonValueKind.String => Value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => Value.GetRawText(),
    };
}
