using System.Collections.Immutable;
using System.Text.Json;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Runner;

internal sealed partial class Walk
{
    /// <summary>The variable of that id, wherever it is declared; null when nothing declares it.</summary>
    public VariableDefinition? Declared(string? variableId) =>
        Definition.Variables.Concat(Definition.Activities.SelectMany(activity => activity.Variables)).FirstOrDefault(variable => variable.Id == variableId);

    /// <summary>Sets a declared variable to the value, turned into its type. One that no container around the activity declares is left alone, as on Elsa.</summary>
    /// <param name="owner">The container that the activity runs in.</param>
    /// <param name="variableId">The variable.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ExpressionException">The value can't become the variable's type.</exception>
    public void SetVariable(string? owner, string variableId, JsonElement value)
    {
        var scope = Around(owner).FirstOrDefault(scope => scope.Variables.ContainsKey(variableId));
        if (scope is not null) Update(scope with { Variables = scope.Variables.SetItem(variableId, Typed(variableId, value)) });
        else if (State.Variables.ContainsKey(variableId)) State = State with { Variables = State.Variables.SetItem(variableId, Typed(variableId, value)) };
    }

    /// <summary>Sets a variable that a script or a loop makes: where it already is, or in the nearest container that keeps variables.</summary>
    public void SetLocal(string? owner, string name, JsonElement value)
    {
        var holder = HolderOf(owner, name) ?? (State.Locals.ContainsKey(name) ? null : Around(owner).FirstOrDefault(Keeps));
        if (holder is { } scope) Update(scope with { Locals = scope.Locals.SetItem(name, value) });
        else State = State with { Locals = State.Locals.SetItem(name, value) };
    }

    /// <summary>What the expressions of one activity see: the variables of its containers, innermost first, then the workflow's.</summary>
    public IExpressionScope ScopeFor(ActivityDefinition activity, ScheduledActivity due) => new ActivityScope(this, activity, due);

    private static IEnumerable<KeyValuePair<string, JsonElement>> Initial(IEnumerable<VariableDefinition> variables) =>
        variables.DistinctBy(variable => variable.Id).Select(variable => KeyValuePair.Create(variable.Id, variable.Initial));

    // A container that keeps variables is given those of its loop when it opens, unless one around it has them already.
    private void TakeLoopVariables(ActivityDefinition activity, ScheduledActivity due)
    {
        if (due.LoopVariables.IsEmpty) return;
        foreach (var (name, value) in due.LoopVariables)
            if (activity.Behaviour is not Container { DeclaresVariables: true } || HasLocal(due.Owner, name)) SetLocal(due.Owner, name, value);
    }

    private ImmutableSortedDictionary<string, JsonElement> OwnLocals(ActivityDefinition container, ScheduledActivity due) =>
        container.Behaviour is not Container { DeclaresVariables: true } ? ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal)
        : due.LoopVariables.Where(variable => !HasLocal(due.Owner, variable.Name))
            .ToImmutableSortedDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);

    private bool HasLocal(string? owner, string name) => HolderOf(owner, name) is not null || State.Locals.ContainsKey(name);

    private FlowScope? HolderOf(string? owner, string name) => Around(owner).FirstOrDefault(scope => scope.Locals.ContainsKey(name));

    private bool Keeps(FlowScope scope) => ContainerOf(scope).DeclaresVariables;

    private JsonElement Typed(string variableId, JsonElement value)
    {
        var variable = Declared(variableId)!;
        try
        {
            return ElsaValue.Convert(value, variable.TypeName);
        }
        catch (ExpressionException e)
        {
            throw new ExpressionException($"variable '{variable.Name}': {e.Message}", e);
        }
    }
}
