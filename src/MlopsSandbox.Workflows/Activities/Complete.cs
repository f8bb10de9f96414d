namespace MlopsSandbox.Workflows.Activities;

/// <summary>Ends the workflow; what is already due in containers that have ended still runs, as it does in Elsa.</summary>
internal sealed class Complete : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Complete", "Composition", "Ends the workflow, with outcomes.",
        [new ActivityInput("outcomes", "Object", "One outcome or several.")], null, []);

    public override bool IsTerminal => true;

    public override IReadOnlyList<string>? Ports(Definitions.ActivityDefinition activity) => null;

    public override Step Execute(ActivityExecution execution)
    {
        execution.Input("outcomes");
        var isInLoop = execution.Walk.Around(execution.Due.Owner).Any(scope => !scope.IsClosed && execution.Walk.ContainerOf(scope) is LoopActivity);
        if (!isInLoop) execution.Walk.Leave(execution.Activity, execution.Due, Leaves.Done);    // a loop around it is cancelled first, and it with the loop
        execution.Walk.CancelOpen();
        if (isInLoop) execution.Walk.HaltIfOpen(execution.Due);    // the workflow had ended before: nobody cancels the loop, and this is never done
        return new Opened();
    }
}
