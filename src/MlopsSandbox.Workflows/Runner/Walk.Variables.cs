using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Runner;

internal sealed partial class Walk
{
    /// <summary>Sets a declared variable to the value, turned into its type.</summary>
    /// <exception cref="ExpressionException">The value can't become the variable's type.</exception>
    public void SetVariable(string variableId, JsonElement value)
    {
        var variable = Declared().First(declared => declared.Id == variableId);
        try
        {
            State = State with { Variables = State.Variables.SetItem(variableId, TypedValue.Convert(value, variable.TypeName)) };
        }
        catch (ExpressionException e)
        {
            throw new ExpressionException($"variable '{variable.Name}': {e.Message}", e);
        }
    }

    public IExpressionScope ScopeFor(ActivityDefinition activity) => new ActivityScope(this, activity);

    private IEnumerable<VariableDefinition> Declared() => Definition.Variables.Concat(Definition.Activities.SelectMany(activity => activity.Variables));

    /// <summary>What the expressions of one activity see: the variables of its containers, innermost first, then the workflow's.</summary>
    private sealed class ActivityScope(Walk walk, ActivityDefinition activity) : IExpressionScope
    {
        public IEnumerable<string> VariableNames => Visible().Select(variable => variable.Name);

        public IEnumerable<string> InputNames =>
            walk.Definition.Inputs.Select(input => input.Name).Concat(walk.State.Inputs.Keys).Distinct(StringComparer.Ordinal);

        public JsonElement? Variable(string name) => ByName(name) is { } variable ? VariableById(variable.Id) : null;

        public JsonElement? VariableById(string id) => walk.State.Variables.TryGetValue(id, out var value) ? value : null;

        public bool SetVariable(string name, JsonElement value)
        {
            if (ByName(name) is not { } variable) return false;
            walk.SetVariable(variable.Id, value);
            return true;
        }

        public JsonElement? Input(string name) =>
            walk.State.Inputs.FirstOrDefault(input => string.Equals(input.Key, name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } input
                ? input.Value
                : null;

        private VariableDefinition? ByName(string name) => Visible().FirstOrDefault(variable => variable.Name == name);

        private IEnumerable<VariableDefinition> Visible()
        {
            for (var outer = activity; outer is not null; outer = outer.Container)
                foreach (var variable in outer.Variables) yield return variable;
            foreach (var variable in walk.Definition.Variables) yield return variable;
        }
    }
}
