using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Gives a variable a value.</summary>
internal sealed class SetVariable : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.SetVariable", "Primitives", "Gives a workflow variable a value.",
        [new ActivityInput("variable", "Variable", "The variable, by its id."), new ActivityInput("value", "Object", "The value.")], ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        execution.Walk.SetVariable(execution.Due.Owner, VariableId(execution.Activity)!, execution.Input("value"));
        return Leaves.Done;
    }

    public override IEnumerable<(string Property, string Message)> Problems(ActivityDefinition activity, IReadOnlyCollection<VariableDefinition> variables)
    {
        var id = VariableId(activity);
        if (id is null)
            yield return ("variable", "variable is not set; expected the variable to set, by its id. Set \"variable\": { \"id\": … }.");
        else if (variables.All(variable => variable.Id != id))
            yield return ("variable", $"variable is '{id}', which is not declared; " +
                $"expected one of {Names(variables)}. Declare it in the definition's \"variables\".");
    }

    private static string? VariableId(ActivityDefinition activity) => activity.Json.Get("variable")?.GetText("id");

    private static string Names(IReadOnlyCollection<VariableDefinition> variables) =>
        variables.Count == 0 ? "the declared variables, of which there are none" : string.Join(", ", variables.Select(variable => $"'{variable.Id}'"));
}
