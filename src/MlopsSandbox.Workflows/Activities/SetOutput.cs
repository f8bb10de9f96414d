namespace MlopsSandbox.Workflows.Activities;

/// <summary>Gives an output of the workflow.</summary>
internal sealed class SetOutput : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.SetOutput", "Composition", "Gives an output of the workflow, for whoever started it.",
        [
            new ActivityInput("outputName", "String", "The name of the output.", IsRequired: true),
            new ActivityInput("outputValue", "Object", "Its value."),
        ],
        ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        var (walk, name) = (execution.Walk, execution.Named("outputName", "result"));
        walk.State = walk.State with { WorkflowOutputs = walk.State.WorkflowOutputs.SetItem(name, execution.Input("outputValue")) };
        return Leaves.Done;
    }
}
