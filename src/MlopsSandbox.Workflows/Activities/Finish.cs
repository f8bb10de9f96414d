namespace MlopsSandbox.Workflows.Activities;

/// <summary>Ends the whole instance at once.</summary>
internal sealed class Finish : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Finish", "Primitives", "Ends the whole workflow at once.", [], ["Done"], []);

    public override bool IsTerminal => true;

    public override Step Execute(ActivityExecution execution)
    {
        execution.Walk.Finish();
        return execution.Walk.State.Fault is null ? Leaves.Done : throw new FaultException("the instance has faulted, so that it can't finish.");
    }
}
