using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>An execution that this process has claimed, with all that was known when it did.</summary>
/// <param name="Lease">The claim.</param>
/// <param name="Run">The run.</param>
/// <param name="Execution">The execution.</param>
/// <param name="Activity">The activity in the definition.</param>
/// <param name="Upstream">What stands on its incoming paths.</param>
/// <param name="Trials">Its trials that have ended.</param>
internal sealed record StageWork(
    Lease Lease, RunRow Run, StageExecutionRow Execution, ActivityDefinition Activity, IReadOnlyList<UpstreamOutput> Upstream, IReadOnlyList<TrialResult> Trials)
{
    public ExecutionKey Key => Lease.Key;
}
