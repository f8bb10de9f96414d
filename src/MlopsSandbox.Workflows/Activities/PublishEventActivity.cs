using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Publishes an event to whoever waits for it, once the walk waits or has ended, and goes on at once.</summary>
internal sealed class PublishEventActivity : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.PublishEvent", "Primitives", "Publishes an event.",
        [
            new ActivityInput("eventName", "String", "The name of the event, in its own case.", IsRequired: true),
            new ActivityInput("correlationId", "String", "Only runs with this correlation id hear of it; a run that it starts is given it."),
            new ActivityInput("isLocalEvent", "Boolean", "Whether only this run hears of it.", "false"),
            new ActivityInput("payload", "Object", "What the event brings."),
        ],
        ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        var name = execution.Named("eventName", "order-shipped");
        var correlationId = execution.Text("correlationId") is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        var payload = execution.Input("payload");
        execution.Walk.Emit(new PublishEvent(execution.Id, name, correlationId, execution.Flag("isLocalEvent"), payload.IsNothing() ? Json.NoProperties : payload));
        return Leaves.Done;
    }
}
