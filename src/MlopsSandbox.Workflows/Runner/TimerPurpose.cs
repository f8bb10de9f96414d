namespace MlopsSandbox.Workflows.Runner;

/// <summary>What a timer is for. An execution has at most one of each.</summary>
public enum TimerPurpose
{
    /// <summary>The execution waits for nothing else: it is completed when the timer fires.</summary>
    Wait,
    /// <summary>The execution failed and is tried again when the timer fires. It goes by the real clock, whatever the instance's own.</summary>
    Retry,
}
