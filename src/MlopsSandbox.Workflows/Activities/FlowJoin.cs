namespace MlopsSandbox.Workflows.Activities;

/// <summary>Merges branches. When it is due is the flowchart's affair; once it runs, whatever still waits before it is cancelled.</summary>
internal sealed class FlowJoin : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.FlowJoin", "Branching", "Merges several branches into one.",
        [
            new ActivityInput("mode", "String", "When to go on: with the first branch, with all, or with all that are active.", "\"WaitAny\"",
                Allowed: JoinModes.All),
        ],
        ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        if (execution.Activity.Container?.Behaviour is not Flowchart)
            throw new FaultException("it is not in a flowchart, so that there are no branches to merge; expected an Elsa.Flowchart around it.");
        if (execution.Due.Owner is { } owner && execution.Walk.Known(owner) is not null) Flow.CancelBefore(execution.Walk, owner, execution.Activity);
        return Leaves.Done;
    }
}
