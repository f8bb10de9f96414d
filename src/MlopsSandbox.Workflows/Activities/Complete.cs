using MlopsSandbox.Workflows.Runner;

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
        var walk = execution.Walk;
        FlowScope[] loops = [.. walk.Around(execution.Due.Owner).Where(scope => !scope.IsClosed && walk.ContainerOf(scope) is LoopActivity)];
        if (loops.Length == 0) walk.Leave(execution.Activity, execution.Due, Leaves.Done);    // a loop around it is cancelled first, and it with the loop
        walk.CancelOpen();
        foreach (var loop in loops) walk.CancelInner(loop);    // still open where the workflow had ended before
        return new Opened();
    }
}
