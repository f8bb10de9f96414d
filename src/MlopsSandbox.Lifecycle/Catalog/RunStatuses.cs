namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What the statuses of runs and stories have in common.</summary>
internal static class RunStatuses
{
    /// <summary>True of those that nothing follows.</summary>
    public static bool IsEnd(this RunStatus status) => status is RunStatus.Succeeded or RunStatus.Failed or RunStatus.Cancelled;
}
