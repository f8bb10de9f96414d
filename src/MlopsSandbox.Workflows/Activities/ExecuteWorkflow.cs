using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Runs another workflow and goes on when it has ended; unless told to wait for that, also when it waits for something itself.</summary>
internal sealed class ExecuteWorkflow : WorkflowCall
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.ExecuteWorkflow", "Composition", "Runs another workflow and goes on when it has ended.",
        [
            new ActivityInput("workflowDefinitionId", "String", "The definition id of the workflow to run.", IsRequired: true),
            new ActivityInput("correlationId", "String", "The correlation id of the new instance."),
            new ActivityInput("input", "ObjectDictionary", "Inputs of the new instance, by name."),
            new ActivityInput("waitForCompletion", "Boolean", "Whether to wait for its end also when it waits for something itself.", "false"),
        ],
        ["Done"],
        [new ActivityOutput("result", "Object", "WorkflowInstanceId, Status, SubStatus and Output of the new instance.")]);

    public override Step Execute(ActivityExecution execution) =>
        execution.WaitFor(Call(execution, waits: true) with { MayWait = !execution.Flag("waitForCompletion") });

    // Elsa's names and words.
    public override JsonElement ResultOf(WorkflowReturned returned) => JsonSerializer.SerializeToElement(new
    {
        WorkflowInstanceId = returned.InstanceId,
        Status = returned.Status == InstanceStatus.Running ? "Running" : "Finished",
        SubStatus = returned.Status == InstanceStatus.Running ? "Suspended" : returned.Status.ToString(),
        Output = returned.Outputs,
    });
}
