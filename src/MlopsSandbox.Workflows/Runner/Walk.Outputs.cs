using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Runner;

internal sealed partial class Walk
{
    private const string Result = nameof(Result);

    /// <summary>An activity gives an output: to the variable that the definition names for it, and to scripts that ask for it.</summary>
    public void Output(ActivityDefinition activity, string executionId, string? owner, string name, JsonElement value)
    {
        var target = activity.Outputs.FirstOrDefault(output => string.Equals(output.Key, name, StringComparison.OrdinalIgnoreCase));
        if (target.Value is not null) SetVariable(ScopeOf(executionId) is null ? owner : executionId, target.Value, value);
        var (key, elsaName) = (OutputKey(activity, name), Pascal(name));
        if (Known(owner) is { } scope)
        {
            if (!scope.Outputs.ContainsKey(key)) Update(scope with { Outputs = scope.Outputs.Add(key, value) });
        }
        else if (!State.Outputs.ContainsKey(key)) State = State with { Outputs = State.Outputs.Add(key, value) };
        if (elsaName == Result) State = State with { LastResult = value };
    }

    /// <summary>What the activity first gave in the containers around whoever asks, as Elsa tells; null when it gave nothing.</summary>
    public JsonElement? OutputOf(ActivityDefinition activity, string? owner, string? name)
    {
        var key = OutputKey(activity, name ?? Result);
        foreach (var scope in Around(owner))
            if (scope.Outputs.TryGetValue(key, out var value)) return value;
        return State.Outputs.TryGetValue(key, out var given) ? given : null;
    }

    private static string OutputKey(ActivityDefinition activity, string name) => $"{activity.Id}:{Pascal(name)}";

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
