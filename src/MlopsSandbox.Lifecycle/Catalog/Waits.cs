using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What runs wait for, apart from people's decisions: written with the step that waits.</summary>
internal sealed class Waits(Timers timers, EventWaits events, Tasks tasks)
{
    /// <summary>Keeps what a command waits for.</summary>
    /// <returns>False when it is no command that waits.</returns>
    public bool Ask(string runId, WorkflowCommand command)
    {
        switch (command)
        {
            case StartTimer timer:
                timers.Set(runId, timer);
                return true;
            case WaitForEvent wait:
                events.Add(runId, wait);
                return true;
            case Correlated correlated:
                events.Correlate(runId, correlated.CorrelationId);
                return true;
            case RequestTask task:
                tasks.Request(runId, task);
                return true;
            default:
                return false;
        }
    }

    /// <summary>An execution no longer waits.</summary>
    public void Cancel(string runId, string executionId)
    {
        timers.Cancel(runId, executionId);
        events.Remove(runId, executionId);
        tasks.Remove(runId, executionId);
    }
}
