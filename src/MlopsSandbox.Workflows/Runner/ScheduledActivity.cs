using System.Collections.Immutable;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>An activity that is due.</summary>
/// <param name="NodeId">The activity.</param>
/// <param name="ExecutionId">Its execution, <c>nodeId#visit</c>.</param>
/// <param name="Visit">How often it was scheduled before, from 0.</param>
/// <param name="Owner">Execution of the container that hears of its end; null for the root.</param>
/// <param name="IsBackward">True when an arrow that leads back brought the walk there.</param>
public sealed record ScheduledActivity(string NodeId, string ExecutionId, int Visit, string? Owner, bool IsBackward)
{
    /// <summary>How many executions were scheduled before it.</summary>
    public int Order { get; init; }
    /// <summary>What the loop around it gives it.</summary>
    public ImmutableList<LoopVariable> LoopVariables { get; init; } = [];
}
