namespace MlopsSandbox.Workflows.Activities;

/// <summary>Ties the instance to something outside.</summary>
internal sealed class Correlate : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Correlate", "Primitives", "Sets the correlation id of the workflow.",
        [new ActivityInput("correlationId", "String", "The correlation id, such as an order number.")], ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        execution.Walk.State = execution.Walk.State with { CorrelationId = execution.Text("correlationId") };
        return Leaves.Done;
    }
}
