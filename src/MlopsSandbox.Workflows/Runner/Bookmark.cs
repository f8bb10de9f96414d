using System.Collections.Immutable;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>A place where the instance waits.</summary>
/// <param name="NodeId">The activity.</param>
/// <param name="ExecutionId">Its execution, <c>nodeId#visit</c>: what the answer names.</param>
/// <param name="Owner">Execution of the container that hears of its end; null for the root.</param>
/// <param name="IsBackward">True when an arrow that leads back brought the walk there.</param>
public sealed record Bookmark(string NodeId, string ExecutionId, string? Owner, bool IsBackward)
{
    /// <summary>How many executions were scheduled before it.</summary>
    public int Order { get; init; }
    /// <summary>The attempt that is under way, from 1.</summary>
    public int Attempt { get; init; } = 1;
    /// <summary>What the loop around it gave it.</summary>
    public ImmutableList<LoopVariable> LoopVariables { get; init; } = [];
}
