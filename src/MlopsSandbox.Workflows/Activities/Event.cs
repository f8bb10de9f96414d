using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Waits until an event is published, or starts a run each time it is.</summary>
internal sealed class Event : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Event", "Primitives",
        "Waits until an event is published; as a trigger it starts a run each time it is.",
        [new ActivityInput("eventName", "String", "The name of the event, in its own case.", IsRequired: true)], ["Done"],
        [new ActivityOutput("result", "Object", "What the event brought; an empty object for nothing.")]);

    public override bool WaitsForPeople => true;

    public override bool IsTrigger => true;

    public override WorkflowTrigger TriggerOf(ActivityExecution execution) => new EventTrigger(execution.Activity.Id, execution.Named("eventName", "order-shipped"));

    public override Step Execute(ActivityExecution execution)
    {
        if (execution.IsTrigger)
        {
            execution.Output("result", execution.Walk.State.Trigger!.Payload ?? Json.NoProperties);
            return Leaves.Done;
        }
        var name = execution.Named("eventName", "order-shipped");
        return execution.WaitFor(new WaitForEvent(execution.Id, name, execution.Walk.State.CorrelationId));
    }
}
