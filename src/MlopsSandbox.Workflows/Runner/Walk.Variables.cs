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
            State = State with { Variables = State.Variables.SetItem(variableId, ElsaValue.Convert(value, variable.TypeName)) };
        }
        catch (ExpressionException e)
        {
            throw new ExpressionException($"variable '{variable.Name}': {e.Message}", e);
        }
    }

    /// <summary>Drops what scripts made inside a container when it was open before.</summary>
    public void ForgetUndeclared(ActivityDefinition container) =>
        State = State with { Variables = State.Variables.RemoveRange(UndeclaredIn(State, container)) };

    private static string IdIn(ActivityDefinition container, string name) => $"{container.NodeId}:undeclared:{name}";

    private static string[] UndeclaredIn(InstanceState state, ActivityDefinition container) =>
        [.. state.Variables.Keys.Where(id => id.StartsWith(IdIn(container, ""), StringComparison.Ordinal))];

    public IExpressionScope ScopeFor(ActivityDefinition activity) => new ActivityScope(this, activity);

    private IEnumerable<VariableDefinition> Declared() => Definition.Variables.Concat(Definition.Activities.SelectMany(activity => activity.Variables));

    /// <summary>What the expressions of one activity see: the variables of its containers, innermost first, then the workflow's.</summary>
    private sealed class ActivityScope(Walk walk, ActivityDefinition activity) : IExpressionScope
    {
        public IEnumerable<string> VariableNames => Visible().Select(variable => variable.Name).Concat(Undeclared().Select(undeclared => undeclared.Name));

        public WorkflowIdentity Workflow { get; } =
            new(walk.State.InstanceId, walk.Definition.DefinitionId, walk.Definition.Id, walk.Definition.Version);

        public string? CorrelationId { get => walk.State.CorrelationId; set => walk.State = walk.State with { CorrelationId = value }; }

        public string? InstanceName { get => walk.State.Name; set => walk.State = walk.State with { Name = value }; }

        public IEnumerable<string> InputNames =>
            walk.Definition.Inputs.Select(input => input.Name).Concat(walk.State.Inputs.Keys).Distinct(StringComparer.Ordinal);

        public JsonElement? Variable(string name) => (ByName(name)?.Id ?? UndeclaredId(name)) is { } id ? VariableById(id) : null;

        public JsonElement? VariableById(string id) => walk.State.Variables.TryGetValue(id, out var value) ? value : null;

        public void SetVariable(string name, JsonElement value)
        {
            if (ByName(name) is { } variable) walk.SetVariable(variable.Id, value);
            else walk.State = walk.State with { Variables = walk.State.Variables.SetItem(UndeclaredId(name) ?? IdIn(activity.Container ?? activity, name), value) };
        }

        public JsonElement? Input(string name) =>
            walk.State.Inputs.FirstOrDefault(input => string.Equals(input.Key, name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } input
                ? input.Value
                : null;

        private VariableDefinition? ByName(string name) => Visible().FirstOrDefault(variable => variable.Name == name);

        private string? UndeclaredId(string name) => Undeclared().FirstOrDefault(undeclared => undeclared.Name == name).Id;

        // Variables that a script made, innermost first.
        private IEnumerable<(string Name, string Id)> Undeclared()
        {
            for (var outer = activity; outer is not null; outer = outer.Container)
                foreach (var id in UndeclaredIn(walk.State, outer)) yield return (id[IdIn(outer, "").Length..], id);
        }

        private IEnumerable<VariableDefinition> Visible()
        {
            for (var outer = activity; outer is not null; outer = outer.Container)
                foreach (var variable in outer.Variables) yield return variable;
            foreach (var variable in walk.Definition.Variables) yield return variable;
        }
    }
}
