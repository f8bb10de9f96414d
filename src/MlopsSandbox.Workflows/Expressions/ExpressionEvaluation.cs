using System.Text.Json;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>Evaluates expressions. Adding a language is adding a line here and a class beside it.</summary>
internal static class ExpressionEvaluation
{
    public const string Literal = "Literal", Object = "Object", Json = "Json", Variable = "Variable", Input = "Input", Output = "Output", Script = "JavaScript", Template = "Liquid";

    /// <summary>The languages that can be evaluated, in the order in which messages list them.</summary>
    public static readonly IReadOnlyList<string> Types = [Literal, Object, Json, Variable, Input, Output, Script, Template];

    /// <summary>The value of the expression, before it is turned into the wanted type. An <c>Object</c> expression is a text until something wants more.</summary>
    /// <exception cref="ExpressionException">It can't be evaluated.</exception>
    public static JsonElement Evaluate(WorkflowExpression expression, IExpressionScope scope) => expression.Type switch
    {
        Literal => Written(expression),
        Object or Json => ObjectText(expression) is var text && string.IsNullOrWhiteSpace(text) ? Expressions.Json.Null : Expressions.Json.Text(text),
        Variable => Reference(expression, "id") is { } id ? scope.VariableById(id) ?? throw NotInScope(id) : Expressions.Json.Null,
        Output => Expressions.Json.Null,
        Input => Reference(expression, "name") is { } input ? scope.Input(input) ?? Expressions.Json.Null : Expressions.Json.Null,
        Script => JavaScript.Evaluate(expression.Text, scope),
        Template => Liquid.Evaluate(expression.Text, scope),
        _ => throw new ExpressionException($"expression type '{expression.Type}' is unknown; expected one of {string.Join(", ", Types)}."),
    };

    /// <summary>
    /// The name or id that a <c>Variable</c> or <c>Input</c> expression refers to. Its value is an object
    /// <c>{ "id", "name", … }</c>, or that object as a text.
    /// </summary>
    public static string? Reference(WorkflowExpression expression, string property)
    {
        if (expression.Value.ValueKind == JsonValueKind.Object) return expression.Value.GetText(property);
        var text = expression.Text;
        if (!text.StartsWith('{')) return null;
        try
        {
            return Expressions.Json.Parse(text).GetText(property);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ExpressionException NotInScope(string variableId) =>
        new($"there is no variable '{variableId}' here; expected one that the workflow or a container around the activity declares.");

    private static string ObjectText(WorkflowExpression expression) =>
        expression.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? TypedValue.AsText(expression.Value) : expression.Text;

    // A literal that is written as an object or an array is its text, as on Elsa: what wants a structure reads it from there.
    private static JsonElement Written(WorkflowExpression expression) => expression.Value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => Expressions.Json.Null,
        JsonValueKind.Object or JsonValueKind.Array => Expressions.Json.Text(expression.Text),
        _ => expression.Value,
    };
}
