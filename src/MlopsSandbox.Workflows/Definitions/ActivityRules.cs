using System.Text.Json;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>What is wrong with single activities: their inputs, expressions and outputs.</summary>
internal static class ActivityRules
{
    private static readonly string[] WrittenByElsa = ["id", "nodeId", "name", "type", "version", "canStartWorkflow", "runAsynchronously", "source", "kind"];

    public static void Check(IReadOnlyList<ActivityDefinition> activities, IReadOnlyList<VariableDefinition> workflowVariables,
        IReadOnlyList<InputDefinition> inputs, ProblemList problems)
    {
        foreach (var activity in activities)
        {
            VariableDefinition[] variables = [.. VariablesAround(activity), .. workflowVariables];
            Missing(activity, problems);
            Undeclared(activity, problems);
            Unreadable(activity, problems);
            Misspelt(activity, problems);
            Misplaced(activity, problems);
            OutsideOfAFlowchart(activity, problems);
            Values(activity, problems);
            ResilienceReader.Read(activity, problems);
            Outputs(activity, variables, problems);
            foreach (var (path, expression) in Expressions(activity)) ExpressionRules.Check(activity, path, expression, variables, inputs, problems);
            foreach (var (property, message) in activity.Behaviour?.Problems(activity, variables) ?? []) problems.Error(activity, property, message);
            foreach (var (property, message) in activity.Behaviour?.Warnings(activity) ?? []) problems.Warn(activity, property, message);
        }
    }

    private static IEnumerable<VariableDefinition> VariablesAround(ActivityDefinition activity)
    {
        for (var outer = activity; outer is not null; outer = outer.Container)
            foreach (var variable in outer.Variables) yield return variable;
    }

    private static IEnumerable<(string Path, WorkflowExpression Expression)> Expressions(ActivityDefinition activity) =>
        activity.Inputs.Where(input => Declared(activity, input.Key) is not null)
            .Select(input => ($"{input.Key}.expression", input.Value.Expression))
            .Concat(activity.Behaviour?.OtherExpressions(activity) ?? []);

    private static void Missing(ActivityDefinition activity, ProblemList problems)
    {
        foreach (var input in activity.Descriptor.Inputs.Where(input => input.IsRequired && !IsSet(activity, input)))
            problems.Error(activity, "", $"{input.Name} is not set; expected {Lower(input.Description)} Set \"{input.Name}\".");
    }

    private static bool IsSet(ActivityDefinition activity, ActivityInput input) =>
        activity.Inputs.TryGetValue(input.Name, out var value) && !string.IsNullOrWhiteSpace(value.Expression.Text);

    private static void Undeclared(ActivityDefinition activity, ProblemList problems)
    {
        foreach (var name in activity.Inputs.Keys.Where(name => Declared(activity, name) is null))
            problems.Warn(activity, name, $"{name} is no input of this type and is not used; " +
                $"expected one of {Names(activity.Descriptor.Inputs.Select(input => input.Name))}." +
                NearestName.Suggestion(name, activity.Descriptor.Inputs.Select(input => input.Name)));
    }

    private static void Unreadable(ActivityDefinition activity, ProblemList problems)
    {
        foreach (var (property, lacking) in ActivityParts.Unreadable(activity))
            problems.Warn(activity, property, $"{property} has no {lacking}, so that it counts as not set, here as on Elsa; " +
                "expected { \"typeName\": …, \"expression\": { \"type\": …, \"value\": … } }, or a bare value.");
    }

    // What stands without an expression may be anything of another tool's; only what is nearly an input's name is told.
    private static void Misspelt(ActivityDefinition activity, ProblemList problems)
    {
        string[] inputs = [.. activity.Descriptor.Inputs.Select(input => input.Name)];
        foreach (var property in activity.Json.EnumerateObject().Where(property => IsBareAndUnknown(activity, property)))
            if (NearestName.Of(property.Name, inputs) is { } nearest && !activity.Inputs.ContainsKey(nearest))
                problems.Warn(activity, property.Name, $"{property.Name} is no input of this type and is not used; expected one of {Names(inputs)}. Did you mean '{nearest}'?");
    }

    private static bool IsBareAndUnknown(ActivityDefinition activity, JsonProperty property) =>
        property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
        && !WrittenByElsa.Contains(property.Name)
        && activity.Descriptor.Inputs.All(input => !string.Equals(input.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    private static void Misplaced(ActivityDefinition activity, ProblemList problems)
    {
        var slots = activity.Behaviour is Container container ? container.Slots : [];
        foreach (var property in activity.Json.EnumerateObject().Where(property => LooksLikeAnActivity(property.Value)))
        {
            if (slots.Contains(property.Name, StringComparer.OrdinalIgnoreCase)) continue;
            problems.Warn(activity, property.Name, $"'{property.Name}' is no place for an activity in this type, so that '{property.Value.GetText("id")}' never runs; " +
                $"expected one of {Names(slots)}.{NearestName.Suggestion(property.Name, slots)}");
        }
    }

    private static void OutsideOfAFlowchart(ActivityDefinition activity, ProblemList problems)
    {
        if (activity.Container?.Behaviour is Flowchart) return;
        if (activity.Behaviour is FlowJoin)
            problems.Warn(activity, "", "it is not in a flowchart, so that it faults; expected an Elsa.Flowchart around it.");
        else if (activity.Behaviour is FlowDecision or FlowSwitch or FlowFork)
            problems.Warn(activity, "", "it is not in a flowchart, so that nothing follows the port it leaves by; expected an Elsa.Flowchart around it, or an Elsa.If, Elsa.Switch or Elsa.Parallel.");
    }

    private static bool LooksLikeAnActivity(JsonElement value) => value.GetText("id") is not null && value.GetText("type") is not null;

    private static void Values(ActivityDefinition activity, ProblemList problems)
    {
        foreach (var (name, value) in activity.Inputs)
        {
            if (Declared(activity, name) is not { } declared) continue;
            if (value.Expression.Type is not (ExpressionEvaluation.Literal or ExpressionEvaluation.Object)) continue;
            if (Problem(activity, declared, value.Expression) is { } message) problems.Error(activity, $"{name}.expression.value", message);
            else if (Numbered(activity, declared, value.Expression) is { } warning) problems.Warn(activity, $"{name}.expression.value", warning);
        }
    }

    private static string? Numbered(ActivityDefinition activity, ActivityInput declared, WorkflowExpression expression) =>
        activity.Behaviour is null || declared.Allowed is null || expression.Value.ValueKind != JsonValueKind.Number ? null
        : $"{declared.Name} is the number {expression.Text}, which reads as '{declared.Allowed[0]}', here as on Elsa; expected a name: {Names(declared.Allowed)}.";

    private static string? Problem(ActivityDefinition activity, ActivityInput declared, WorkflowExpression expression)
    {
        try
        {
            var value = TypedValue.Convert(ExpressionEvaluation.Evaluate(expression, NoScope.Instance), declared.TypeName);
            if (value.IsNothing() || declared.Allowed is not { } allowed) return null;
            var text = TypedValue.AsText(value);
            var isKnown = activity.Behaviour is null ? allowed.Contains(text, StringComparer.OrdinalIgnoreCase)
                : NamedChoice.Of(expression.Value, allowed, isScript: false) is not null;
            return isKnown ? null
                : $"{declared.Name} is '{text}'; expected one of {Names(allowed)}.{NearestName.Suggestion(text, allowed)}";
        }
        catch (ExpressionException e)
        {
            return $"{declared.Name}: {e.Message} {declared.Description}";
        }
    }

    private static void Outputs(ActivityDefinition activity, IReadOnlyCollection<VariableDefinition> variables, ProblemList problems)
    {
        foreach (var (name, variableId) in activity.Outputs.Where(output => variables.All(variable => variable.Id != output.Value)))
            problems.Warn(activity, name, $"{name} is written to variable '{variableId}', which is not declared, so that it is lost; " +
                $"expected one of {Names(variables.Select(variable => variable.Id))}." +
                NearestName.Suggestion(variableId, variables.Select(variable => variable.Id)));
    }

    private static ActivityInput? Declared(ActivityDefinition activity, string name) => activity.Descriptor.Inputs.FirstOrDefault(input => input.Name == name);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "none, as it has none";

    private static string Lower(string sentence) => sentence.Length == 0 ? "a value." : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
