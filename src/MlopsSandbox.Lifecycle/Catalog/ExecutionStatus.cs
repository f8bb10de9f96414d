namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Where a stage execution stands.</summary>
public enum ExecutionStatus
{
    /// <summary>Is to be taken up by a job.</summary>
    Queued,
    /// <summary>A job works on it.</summary>
    Running,
    /// <summary>Its trials are at work.</summary>
    Waiting,
    /// <summary>Ended by one of its outcomes.</summary>
    Succeeded,
    /// <summary>Ended with an error.</summary>
    Failed,
    /// <summary>No longer wanted.</summary>
    Cancelled,
    /// <summary>Was not needed.</summary>
    Skipped,
}
