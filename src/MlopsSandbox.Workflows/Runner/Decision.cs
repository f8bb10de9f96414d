namespace MlopsSandbox.Workflows.Runner;

/// <summary>The runner's answer: the next state, and what the world is to do once that state is kept.</summary>
/// <param name="State">The next state.</param>
/// <param name="Commands">In the order in which they were asked for.</param>
public sealed record Decision(InstanceState State, IReadOnlyList<WorkflowCommand> Commands)
{
    /// <summary>The event changes nothing: it was told before, or comes too late.</summary>
    public static Decision Nothing(InstanceState state) => new(state, []);
}
