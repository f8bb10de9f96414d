namespace MlopsSandbox.Workflows.Runner;

/// <summary>An activity that faulted, or that waited when something faulted.</summary>
/// <param name="NodeId">The activity.</param>
/// <param name="Order">How many executions were scheduled before it.</param>
public sealed record HaltedActivity(string NodeId, int Order);
