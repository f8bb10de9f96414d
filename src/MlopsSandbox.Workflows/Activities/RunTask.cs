using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Asks somebody outside to do a task, and waits until they report that it is done.</summary>
internal sealed class RunTask : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.RunTask", "Primitives", "Asks for a task to be done outside, and waits until it is reported done.",
        [
            new ActivityInput("taskName", "String", "The name of the task.", IsRequired: true),
            new ActivityInput("payload", "ObjectDictionary", "What whoever does the task should know."),
        ],
        ["Done"],
        [
            new ActivityOutput("taskId", "String", "The id of the task."),
            new ActivityOutput("result", "Object", "What was reported."),
        ]);

    public override bool WaitsForPeople => true;

    public override Step Execute(ActivityExecution execution)
    {
        var (walk, name, payload) = (execution.Walk, execution.Named("taskName", "label-samples"), execution.Input("payload"));
        var taskId = walk.State.InstanceId is { } instance ? $"{instance}/{execution.Id}" : execution.Id;
        var step = execution.WaitFor(new RequestTask(execution.Id, execution.Activity.Id, taskId, name, payload.IsNothing() ? Json.NoProperties : payload));
        if (step is Waits) execution.Output("taskId", JsonSerializer.SerializeToElement(taskId));
        return step;
    }
}
