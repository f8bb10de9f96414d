using System.Diagnostics;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>The walk through a definition, as pure functions: no clock, no chance, no I/O. The same arguments always give the same decision.</summary>
/// <remarks>
/// Whoever keeps instances takes one step at a time, each in a transaction of its own: <see cref="Decide"/> when something happened,
/// then <see cref="Advance"/> while <see cref="CanAdvance"/>. Each answers with a state and commands to be kept together, with the state's
/// version as the lock; the commands are carried out after that transaction stands, at least once, and are known by their execution id.
/// <see cref="WorkflowRuntime"/> does just that over an <see cref="IInstanceStore"/>; whoever has a transaction open can call the two functions in it.
/// </remarks>
public static class WorkflowRunner
{
    /// <summary>Steps that may be taken in a row without anything being told from outside; then the instance faults, as it seems to loop for ever.</summary>
    public const int MaximumBurst = 10_000;

    /// <summary>True when an activity is due, so that <see cref="Advance"/> has something to do.</summary>
    public static bool CanAdvance(InstanceState state) => state.Status == InstanceStatus.Running && state.Scheduled.Count > 0;

    /// <summary>True when a bookmark is answered by people or from outside, so that nothing goes on until then; false for a job or another instance.</summary>
    public static bool WaitsForPeople(WorkflowDefinition definition, Bookmark bookmark) => definition.FindNode(bookmark.NodeId)?.Behaviour is { WaitsForPeople: true };

    /// <summary>Answers an event. Activities that it makes due are run by <see cref="Advance"/>.</summary>
    /// <param name="definition">The definition that the instance is pinned to.</param>
    /// <param name="state">The instance; <c>new InstanceState()</c> before <see cref="WorkflowStarted"/>.</param>
    /// <param name="happened">The event. One that was answered before, or that comes too late, changes nothing.</param>
    public static Decision Decide(WorkflowDefinition definition, InstanceState state, WorkflowEvent happened) => happened switch
    {
        WorkflowStarted when state.IsStarted => Decision.Nothing(state),
        WorkflowStarted e => Take(definition, state, walk => walk.Start(e)),
        RetryRequested e when IncidentsOf(definition, state, e.ActivityId) is { Count: > 0 } incidents => Take(definition, state, walk => walk.Retry(incidents)),
        _ when state.Status != InstanceStatus.Running => Decision.Nothing(state),
        ActivityCompleted e when BookmarkOf(state, e.ExecutionId) is { } bookmark => Take(definition, state, walk => walk.Resume(bookmark, e.Outcome, e.Outputs)),
        ActivityFaulted e when BookmarkOf(state, e.ExecutionId) is { } bookmark => Take(definition, state, walk => walk.FaultFromOutside(bookmark, e)),
        TimerFired { Purpose: TimerPurpose.Wait } e when BookmarkOf(state, e.ExecutionId) is { } bookmark =>
            Take(definition, state, walk => walk.Resume(bookmark, "Done")),
        TimerFired { Purpose: TimerPurpose.Retry } e when BookmarkOf(state, e.ExecutionId) is not null => Take(definition, state, walk => walk.Emit(new RepeatActivity(e.ExecutionId))),
        WorkflowReturned e when BookmarkOf(state, e.ExecutionId) is { } bookmark => Take(definition, state, walk => walk.Resume(bookmark, e)),
        ActivityCompleted or ActivityFaulted or TimerFired or WorkflowReturned or RetryRequested => Decision.Nothing(state),
        CancelRequested => Take(definition, state, walk => walk.CancelAll()),
        _ => throw new UnreachableException($"no rule for {happened.GetType().Name}"),
    };

    /// <summary>Runs the one activity that is due next.</summary>
    /// <exception cref="InvalidOperationException">Nothing is due: ask <see cref="CanAdvance"/> first.</exception>
    public static Decision Advance(WorkflowDefinition definition, InstanceState state)
    {
        if (!CanAdvance(state)) throw new InvalidOperationException("Nothing is due in this instance; ask CanAdvance first.");
        var walk = new Walk(definition, state);
        if (state.Burst >= MaximumBurst) walk.StopRunaway();
        else walk.ExecuteNext();
        return walk.Decide();
    }

    /// <summary>
    /// Ids of the activities on the incoming paths of an activity, the nearest last; of activities equally near, those drawn first come first.
    /// An activity in a loop also comes after those that lead back to it. The containers' own incoming paths count too.
    /// </summary>
    /// <exception cref="ArgumentException">The definition has no such activity.</exception>
    public static IReadOnlyList<string> Upstream(WorkflowDefinition definition, string activityId) => Definitions.Upstream.Of(definition, activityId);

    private static Decision Take(WorkflowDefinition definition, InstanceState state, Action<Walk> step)
    {
        var walk = new Walk(definition, state with { Burst = 0, Trigger = null });
        step(walk);
        return walk.Decide();
    }

    private static List<Incident> IncidentsOf(WorkflowDefinition definition, InstanceState state, string? activityId) =>
        state.Status is InstanceStatus.Running or InstanceStatus.Faulted
            ? [.. state.Incidents.Where(incident => activityId is null || definition.FindNode(incident.Activity.NodeId)?.Id == activityId)]
            : [];

    private static Bookmark? BookmarkOf(InstanceState state, string executionId) =>
        state.Bookmarks.Find(bookmark => bookmark.ExecutionId == executionId);
}
