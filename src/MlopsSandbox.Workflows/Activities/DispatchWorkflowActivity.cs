using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Starts an instance of another workflow and, if told so, waits for it.</summary>
internal sealed class DispatchWorkflowActivity : WorkflowCall
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
        var call = Call(execution, execution.Flag("waitForCompletion"));
        if (call.WaitForCompletion) return execution.WaitFor(call);
        execution.Walk.Emit(call);
        return Leaves.Done;
    }

    public override JsonElement ResultOf(WorkflowReturned returned) => JsonSerializer.SerializeToElement(returned.Outputs);
}
