using System.Collections.Immutable;
using System.Text.Json;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>What the expressions of one activity see: the variables of its containers, innermost first, then the workflow's.</summary>
internal sealed class ActivityScope(Walk walk, ActivityDefinition activity, ScheduledActivity due) : IExpressionScope
{
    // A container that is open sees what is in it; everything else what is around it.
    private readonly string? _innermost = walk.ScopeOf(due.ExecutionId) is null ? due.Owner : due.ExecutionId;

    public IEnumerable<string> VariableNames => LoopNames
        .Concat(walk.Around(_innermost).SelectMany(scope => scope.LoopNames.Concat(DeclaredIn(scope).Select(variable => variable.Name))))
        .Concat(walk.Definition.Variables.Select(variable => variable.Name));

    public WorkflowIdentity Workflow { get; } = new(walk.State.InstanceId, walk.Definition.DefinitionId, walk.Definition.Id, walk.Definition.Version);

    public string? CorrelationId { get => walk.State.CorrelationId; set => walk.State = walk.State with { CorrelationId = value }; }

    public string? InstanceName { get => walk.State.Name; set => walk.State = walk.State with { Name = value }; }

    public IEnumerable<string> InputNames =>
        walk.Definition.Inputs.Select(input => input.Name).Concat(walk.State.Inputs.Keys).Distinct(StringComparer.Ordinal);

    public JsonElement? LastResult => walk.State.LastResult;

    public IEnumerable<(string Accessor, string ActivityId, string Output)> OutputAccessors => Siblings.SelectMany(sibling => sibling.Descriptor.Outputs
        .Select(output => (walk.Definition.NamesAccessors ? sibling.Name : sibling.Id, sibling.Id, output.Name)));

    private IEnumerable<string> LoopNames => due.LoopVariables.Select(variable => variable.Name);

    // The activities that stand in the nearest container that keeps variables: only their outputs can be asked for.
    private IEnumerable<ActivityDefinition> Siblings
    {
        get
        {
            var keeper = activity;
            while (keeper is not null && keeper.Behaviour is not Container { DeclaresVariables: true }) keeper = keeper.Container;
            return keeper is null ? [walk.Definition.Root] : keeper.Activities;
        }
    }

    public JsonElement? Variable(string name)
    {
        foreach (var scope in walk.Around(_innermost))
            if (In(scope, name) is { } value) return value;
        if (walk.Definition.Variables.FirstOrDefault(variable => variable.Name == name) is { } declared) return walk.State.Variables[declared.Id];
        return walk.State.Locals.TryGetValue(name, out var local) ? local : null;
    }

    public JsonElement? VariableById(string id)
    {
        foreach (var scope in walk.Around(_innermost))
            if (scope.Variables.TryGetValue(id, out var value) || LocalById(scope.Locals, id, out value)) return value;
        return walk.State.Variables.TryGetValue(id, out var found) || LocalById(walk.State.Locals, id, out found) ? found : null;
    }

    public void SetVariable(string name, JsonElement value)
    {
        if (!LoopNames.Contains(name) && DeclaredId(name) is { } id) walk.SetVariable(_innermost, id, value);
        else walk.SetLocal(_innermost, name, value);
    }

    public JsonElement? Input(string name) =>
        walk.State.Inputs.FirstOrDefault(input => string.Equals(input.Key, name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } input
            ? input.Value
            : null;

    public JsonElement? Output(string activityIdOrName, string? output)
    {
        var sibling = Siblings.FirstOrDefault(other => other.Name == activityIdOrName || other.Id == activityIdOrName)
            ?? throw new ExpressionException($"there is no activity '{activityIdOrName}' beside this one; " +
                $"expected one of {string.Join(", ", Siblings.Select(other => $"'{other.Id}'"))}.");
        return walk.OutputOf(sibling, _innermost, output);
    }

    // The variable that the name means, unless it is a loop's.
    private string? DeclaredId(string name)
    {
        foreach (var scope in walk.Around(_innermost))
        {
            if (scope.LoopNames.Contains(name)) return null;
            if (DeclaredIn(scope).FirstOrDefault(variable => variable.Name == name) is { } inner) return inner.Id;
        }
        return walk.Definition.Variables.FirstOrDefault(variable => variable.Name == name)?.Id;
    }

    private JsonElement? In(FlowScope scope, string name)
    {
        var hasLocal = scope.Locals.TryGetValue(name, out var local);
        if (hasLocal && scope.LoopNames.Contains(name)) return local;
        if (DeclaredIn(scope).FirstOrDefault(variable => variable.Name == name) is { } declared) return scope.Variables[declared.Id];
        return hasLocal ? local : null;
    }

    private static bool LocalById(ImmutableSortedDictionary<string, JsonElement> locals, string id, out JsonElement value)
    {
        var name = locals.Keys.FirstOrDefault(local => LoopVariable.IdOf(local) == id);
        value = name is null ? default : locals[name];
        return name is not null;
    }

    private IReadOnlyList<VariableDefinition> DeclaredIn(FlowScope scope) => walk.Node(scope.NodeId).Variables;
}
