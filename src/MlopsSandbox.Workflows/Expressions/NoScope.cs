using System.Text.Json;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>What literals and JSON see while a definition is read: nothing.</summary>
internal sealed class NoScope : IExpressionScope
{
    public static readonly NoScope Instance = new();

    public IEnumerable<string> VariableNames => [];

    public IEnumerable<string> InputNames => [];

    public WorkflowIdentity Workflow { get; } = new(null, "", "", 1);

    public string? CorrelationId { get => null; set => throw Refused(); }

    public string? InstanceName { get => null; set => throw Refused(); }

    public JsonElement? Variable(string name) => null;

    public JsonElement? VariableById(string id) => null;

    public void SetVariable(string name, JsonElement value) => throw Refused();

    public JsonElement? Input(string name) => null;

    public JsonElement? Output(string activityIdOrName, string? output) => null;

    public JsonElement? LastResult => null;

    public IEnumerable<(string Accessor, string ActivityId, string Output)> OutputAccessors => [];

    private static NotSupportedException Refused() => new("Literals and JSON change nothing.");
}
