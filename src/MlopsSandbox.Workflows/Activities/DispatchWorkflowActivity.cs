using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Starts an instance of another workflow and, if told so, waits for it.</summary>
internal sealed class DispatchWorkflowActivity : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.DispatchWorkflow", "Composition", "Starts an instance of another workflow.",
        [
            new ActivityInput("workflowDefinitionId", "String", "The definition id of the workflow to start.", IsRequired: true),
            new ActivityInput("correlationId", "String", "The correlation id of the new instance."),
            new ActivityInput("input", "ObjectDictionary", "Inputs of the new instance, by name."),
            new ActivityInput("waitForCompletion", "Boolean", "Whether to wait until the new instance has ended.", "false"),
            new ActivityInput("startNewTrace", "Boolean", "Whether the new instance begins a trace of its own.", "false"),
            new ActivityInput("channelName", "String", "The channel to dispatch by."),
        ],
        ["Done"],
        [new ActivityOutput("result", "Object", "Outputs of the new instance.")]);

    public override Step Execute(ActivityExecution execution)
    {
        var definitionId = execution.Text("workflowDefinitionId") is { Length: > 0 } id ? id
            : throw new FaultException("workflowDefinitionId is empty; expected the definition id of a workflow, such as 'lifecycle'.");
        var waits = execution.Flag("waitForCompletion");
        execution.Walk.Emit(new DispatchWorkflow(execution.Id, definitionId, Inputs(execution.Input("input")), waits));
        return waits ? new Waits() : Leaves.Done;
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
