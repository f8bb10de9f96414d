namespace MlopsSandbox.Workflows.Activities;

/// <summary>Ends its flowchart, whatever else waits in it.</summary>
internal sealed class End : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.End", "Flow", "Ends its flowchart.", [], ["Done"], []);

    public override bool IsTerminal => true;

    public override Step Execute(ActivityExecution execution) => Leaves.Done;
}
