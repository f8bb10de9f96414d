namespace MlopsSandbox.Workflows.Activities;

/// <summary>Marks where a flowchart begins.</summary>
internal sealed class Start : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Start", "Flow", "Marks the start of a flowchart.", [], ["Done"], []);

    public override Step Execute(ActivityExecution execution) => Leaves.Done;
}
