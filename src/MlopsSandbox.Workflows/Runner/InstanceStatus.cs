namespace MlopsSandbox.Workflows.Runner;

/// <summary>Where an instance stands. A suspended one is <see cref="Running"/> with bookmarks and nothing scheduled.</summary>
public enum InstanceStatus
{
    /// <summary>Has work scheduled or waits on a bookmark.</summary>
    Running,
    /// <summary>Every activity that could run has run.</summary>
    Finished,
    /// <summary>An activity faulted.</summary>
    Faulted,
    /// <summary>Ended on request.</summary>
    Cancelled,
}
