namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What one job works on: one attempt at one stage execution, or at one of its trials.</summary>
/// <param name="RunId">The run.</param>
/// <param name="ExecutionId">The activity execution, <c>nodeId#visit</c>.</param>
/// <param name="Ordinal">Ordinal of the trial; null for the stage itself.</param>
/// <param name="Attempt">From 1.</param>
public sealed record ExecutionKey(string RunId, string ExecutionId, int? Ordinal, int Attempt)
{
    /// <summary>The ordinal as its column holds it.</summary>
    internal int Column => Ordinal ?? -1;
}
