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

    /// <summary>What a run waits for: times first, then events, then tasks.</summary>
    public IReadOnlyList<WaitRow> Of(string runId) =>
    [
        .. timers.Of(runId).Where(timer => timer.Purpose == TimerPurpose.Wait).Select(timer => Row(timer.ExecutionId, WaitKind.Timer) with
        {
            DueAt = timer.DueAt,
            IsSimulated = timer.StoryId is not null,
        }),
        .. events.Of(runId).Select(wait => Row(wait.ExecutionId, WaitKind.Event) with { Name = wait.EventName }),
        .. tasks.Of(runId).Select(task => Row(task.ExecutionId, WaitKind.Task) with { ActivityId = task.ActivityId, Name = task.Name }),
    ];

    /// <summary>An execution no longer waits.</summary>
    public void Cancel(string runId, string executionId)
    {
        timers.Cancel(runId, executionId);
        events.Remove(runId, executionId);
        tasks.Remove(runId, executionId);
    }

    // A node id is the ids of the containers and of the activity, joined by colons.
    private static WaitRow Row(string executionId, WaitKind kind) => new()
    {
        ActivityId = executionId[..executionId.LastIndexOf('#')].Split(':')[^1],
        Kind = kind,
        ExecutionId = executionId,
    };
}
