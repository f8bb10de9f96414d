namespace MlopsSandbox.Workflows.Runner;

/// <summary>What a timer is for. An execution has at most one of each.</summary>
public enum TimerPurpose
{
    /// <summary>The execution waits for nothing else: it is completed when the timer fires.</summary>
    Wait,
}
