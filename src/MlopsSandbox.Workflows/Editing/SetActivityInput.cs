using System.Globalization;
using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Sets an input of an activity.</summary>
/// <param name="Id">The activity.</param>
/// <param name="Input">The input, in camelCase.</param>
/// <param name="Language">How its value is found: <c>Literal</c>, <c>Object</c>, <c>Variable</c>, <c>Input</c>, <c>JavaScript</c> or <c>Liquid</c>.</param>
/// <param name="Value">The text; the name of the variable or of the workflow's input that it is read from.</param>
public sealed record SetActivityInput(string Id, string Input, string Language, string Value) : DefinitionEdit
{
    /// <summary>The languages that a form offers.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [ExpressionEvaluation.Literal, ExpressionEvaluation.Variable, ExpressionEvaluation.Script, ExpressionEvaluation.Template, ExpressionEvaluation.Input, ExpressionEvaluation.Object];

    /// <inheritdoc/>
    public override string Title => $"Set {Input} of '{Id}'";

    /// <summary>What a form shows of an expression: its text, or the name that it refers to.</summary>
    public static string Shown(WorkflowExpression expression) =>
        expression.Type is ExpressionEvaluation.Variable or ExpressionEvaluation.Input && ExpressionEvaluation.Reference(expression, "name") is { } name ? name : expression.Text;

    internal override string Write(DefinitionDraft draft)
    {
        ActivityDefinition activity = draft.Activity(Id);
        ActivityInput? declared = activity.Descriptor.Inputs.FirstOrDefault(input => input.Name == Input);
        if (activity.Inputs.TryGetValue(Input, out InputValue? now) && now.Expression.Type == Language && Shown(now.Expression) == Value) return draft.Text;
        TextPatch patch = draft.Patch();
        JsonSpan owner = patch.Root.At(activity.Path)!;
        JsonNode? value = Written(draft, activity, declared?.TypeName ?? now?.TypeName ?? "String");
        JsonObject whole = new() { ["type"] = Language, ["value"] = value };
        if (owner.Find(Input)?.Value is { IsObject: true } set && set.Find("expression") is { } expression)
        {
            if (set.Find("typeName") is null) patch.Set(set, "typeName", declared?.TypeName ?? "String");
            if (expression.Value.Find("type") is null || expression.Value.Find("value") is null) patch.Set(set, "expression", whole);
            else
            {
                patch.Set(expression.Value, "type", Language);
                patch.Set(expression.Value, "value", value);
            }
        }
        else patch.Set(owner, Input, new JsonObject { ["typeName"] = declared?.TypeName ?? "String", ["expression"] = whole });
        return patch.Apply();
    }

    private JsonNode? Written(DefinitionDraft draft, ActivityDefinition activity, string typeName) => Language switch
    {
        ExpressionEvaluation.Variable => Variable(draft, activity),
        ExpressionEvaluation.Input => new JsonObject { ["name"] = Value, ["type"] = draft.Sketch.Inputs.FirstOrDefault(input => input.Name == Value)?.TypeName ?? "Object" },
        ExpressionEvaluation.Literal => Literal(typeName),
        _ => JsonValue.Create(Value),
    };

    private JsonObject Variable(DefinitionDraft draft, ActivityDefinition activity)
    {
        VariableDefinition[] known = [.. VariablesAround(draft.Sketch, activity)];
        VariableDefinition found = known.FirstOrDefault(variable => variable.Name == Value || variable.Id == Value)
            ?? throw new EditException($"there is no variable '{Value}' where '{Id}' stands; expected {(known.Length == 0 ? "one, but none is declared" : $"one of {string.Join(", ", known.Select(variable => variable.Name))}")}. Declare it in \"variables\", or choose another.");
        return new JsonObject { ["id"] = found.Id, ["name"] = found.Name, ["typeName"] = found.TypeName };
    }

    /// <summary>The variables that an activity may read, the nearest first.</summary>
    public static IEnumerable<VariableDefinition> VariablesAround(WorkflowDefinition definition, ActivityDefinition activity)
    {
        for (var outer = activity.Container; outer is not null; outer = outer.Container)
            foreach (var variable in outer.Variables) yield return variable;
        foreach (var variable in definition.Variables) yield return variable;
    }

    // What is no number yet stays a text, so that its problem is told in its words.
    private JsonValue? Literal(string typeName) => typeName switch
    {
        "Int32" or "Int64" when long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => JsonValue.Create(whole),
        "Double" or "Single" or "Decimal" when double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) => JsonValue.Create(number),
        "Boolean" when bool.TryParse(Value, out bool flag) => JsonValue.Create(flag),
        _ => JsonValue.Create(Value),
    };
}
