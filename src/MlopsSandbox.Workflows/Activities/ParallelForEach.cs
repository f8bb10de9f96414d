using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Runs its body for each item of a list, all side by side.</summary>
internal sealed class ParallelForEach : Container
{
    private const string Items = "items", Body = "body";

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.ParallelForEach", "Looping", "Runs an activity for each item of a list, side by side.",
        [new ActivityInput(Items, "Object", "The list.")], ["Done"], []);

    public override IReadOnlyList<string> Slots { get; } = [Body];

    public override Step Execute(ActivityExecution execution)
    {
        var items = ItemsOf(execution);
        if (items.Length == 0) return Leaves.Done;
        var body = execution.Activity.ChildIn(Body) ?? throw new FaultException("there is no body to run for the items; expected an activity. Set \"body\".");
        var scope = execution.Walk.Open(execution.Activity, execution.Due);
        execution.Walk.Update(scope with { Outstanding = items.Length });
        for (var index = 0; index < items.Length; index++)
            execution.Walk.Schedule(body, scope.ExecutionId, loopVariables: LoopItems.Variables(index, items[index]));
        return new Opened();
    }

    public override void ChildLeft(Walk walk, FlowScope scope, ActivityDefinition child, Leaves leaves, bool isBackward) => walk.OneLess(scope);

    public override IEnumerable<(string Property, string Message)> Warnings(ActivityDefinition activity)
    {
        if (activity.ChildIn(Body) is null) yield return ("", "it has no body, so that it faults as soon as there are items; expected an activity. Set \"body\".");
        if (activity.Inputs.TryGetValue(Items, out var items) && items.Expression.Type is ExpressionEvaluation.Literal or ExpressionEvaluation.Object or ExpressionEvaluation.Json)
            yield return (Items, "the items are written as a text, in which this activity finds none, here as on Elsa; expected a list. Use the expression type JavaScript.");
    }

    // Unlike Elsa.ForEach it takes what already is a list of things, no text, and no array of numbers or flags straight from a variable.
    private static JsonElement[] ItemsOf(ActivityExecution execution) =>
        execution.Input(Items) is { ValueKind: JsonValueKind.Array } items && !IsArrayOfValues(execution) ? [.. items.EnumerateArray()] : [];

    private static bool IsArrayOfValues(ActivityExecution execution) =>
        execution.Activity.Inputs[Items].Expression is { Type: ExpressionEvaluation.Variable } reference
        && execution.Walk.Declared(ExpressionEvaluation.Reference(reference, "id"))?.TypeName is { } type
        && type.EndsWith("[]", StringComparison.Ordinal) && type is not ("String[]" or "Object[]");
}
