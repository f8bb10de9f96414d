namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>Has not begun: its workflow runs only so many at a time.</summary>
    Queued,
    /// <summary>Stages are queued or at work, or a run that it dispatched is.</summary>
    Running,
    /// <summary>Waits for something from outside: an approval, an event.</summary>
    Waiting,
    /// <summary>Held on request.</summary>
    Paused,
    /// <summary>Ended well; with a rejected candidate too.</summary>
    Succeeded,
    /// <summary>Ended because a stage or an activity failed.</summary>
    Failed,
    /// <summary>Ended on request.</summary>
    Cancelled,
}
