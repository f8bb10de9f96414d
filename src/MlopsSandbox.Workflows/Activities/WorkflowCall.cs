using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Starts an instance of another workflow and may wait for it.</summary>
internal abstract class WorkflowCall : BuiltInActivity
{
    /// <summary>What the activity's <c>result</c> is once the other instance has ended, or waits.</summary>
    public abstract JsonElement ResultOf(WorkflowReturned returned);

    /// <summary>The command that starts the other instance.</summary>
    /// <exception cref="FaultException">An input can't be used.</exception>
    protected static DispatchWorkflow Call(ActivityExecution execution, bool waits)
    {
        var definitionId = execution.Text("workflowDefinitionId") is { Length: > 0 } id ? id
            : throw new FaultException("workflowDefinitionId is empty; expected the definition id of a workflow, such as 'lifecycle'.");
        return new DispatchWorkflow(execution.Id, definitionId, Inputs(execution.Input("input")), waits) { CorrelationId = execution.Text("correlationId") };
    }

    private static SortedDictionary<string, JsonElement> Inputs(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new SortedDictionary<string, JsonElement>(
            value.EnumerateObject().ToDictionary(one => one.Name, one => one.Value), StringComparer.Ordinal),
        JsonValueKind.Null => new SortedDictionary<string, JsonElement>(StringComparer.Ordinal),
        _ => throw new FaultException(
            $"input is {value.GetRawText()}; expected an object with the new instance's inputs, such as {{ \"scenario\": \"telco-churn\" }}."),
    };
}
