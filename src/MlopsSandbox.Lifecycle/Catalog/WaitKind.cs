namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What kind of thing a run waits for.</summary>
public enum WaitKind
{
    /// <summary>A time.</summary>
    Timer,
    /// <summary>An event that somebody publishes.</summary>
    Event,
    /// <summary>A task that somebody reports done.</summary>
    Task,
}
