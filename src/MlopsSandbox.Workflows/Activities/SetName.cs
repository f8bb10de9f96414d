namespace MlopsSandbox.Workflows.Activities;

/// <summary>Gives the instance a name.</summary>
internal sealed class SetName : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.SetName", "Primitives", "Sets the name of the workflow instance.",
        [new ActivityInput("value", "String", "The name.")], ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        execution.Walk.State = execution.Walk.State with { Name = execution.Text("value") };
        return Leaves.Done;
    }
}
