namespace MlopsSandbox.Workflows.Activities;

/// <summary>Leaves by <c>True</c> or <c>False</c>.</summary>
internal sealed class FlowDecision : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.FlowDecision", "Branching", "Goes one way or the other by a condition.",
        [new ActivityInput("condition", "Boolean", "True or false.", "false")], ["True", "False"], []);

    public override Step Execute(ActivityExecution execution) => new Leaves(execution.Flag("condition") ? "True" : "False");
}
