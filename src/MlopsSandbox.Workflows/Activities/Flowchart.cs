using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Boxes and arrows, walked as Elsa does: by counters, or by tokens where the definition asks for it.</summary>
/// <remarks>
/// By counters (<see cref="CounterFlow"/>):
/// When a box is done, each of its arrows counts one visit, followed or not. A box is due when every forward arrow into it has one visit more than
/// the box itself; when none of these was followed the box is passed over, and so are its own arrows, so that what lies behind hears of it.
/// An arrow that leads back makes its target due at once.
/// By tokens (<see cref="TokenFlow"/>): each arrow that a box is left by holds a token until the box behind it is done, and the merge mode
/// of that box says which tokens make it due. Nothing is passed over.
/// </remarks>
internal sealed class Flowchart : ActivityGroup
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Flowchart", "Flow",
        "A collection of activities and connections between them.", [], ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        var scope = execution.Walk.Open(execution.Activity, execution.Due);
        var triggerId = execution.Activity.Triggers.FirstOrDefault(trigger => trigger.Id == execution.Walk.State.Trigger?.ActivityId)?.Id;
        execution.Walk.Update(scope with { TriggerId = triggerId, Tokens = execution.Activity.FlowMode == FlowMode.TokenBased ? [] : null });
        if (execution.Activity.GraphFrom(triggerId).Start is { } start) execution.Walk.Schedule(start, scope.ExecutionId);
        else execution.Walk.Close(scope.ExecutionId);
        return new Opened();
    }

    public override void ChildLeft(Walk walk, FlowScope scope, ActivityDefinition child, Leaves leaves, bool isBackward)
    {
        if (child.Behaviour is { IsTerminal: true })
        {
            walk.Close(scope.ExecutionId);
            return;
        }
        var isDone = scope.Tokens is null
            ? !new CounterFlow(walk, scope).FollowFrom(child, leaves, isBackward)
            : !new TokenFlow(walk, scope).FollowFrom(child, leaves);
        if (isDone && IsIdle(walk, scope.ExecutionId)) walk.Close(scope.ExecutionId);
    }

    public override void ChildCancelled(Walk walk, FlowScope scope, ActivityDefinition child)
    {
        if (scope.Tokens is null) PassOver(walk, scope, child);
        else new TokenFlow(walk, scope).Forget(child);
    }

    // As on Elsa, a flowchart that ends by this passes the box over afterwards, and what is due by that still runs.
    private static void PassOver(Walk walk, FlowScope scope, ActivityDefinition child)
    {
        if (IsIdle(walk, scope.ExecutionId)) walk.Close(scope.ExecutionId);
        new CounterFlow(walk, walk.Known(scope.ExecutionId) ?? scope).FollowFrom(child, Leaves.None, isBackward: false);
    }

    private static bool IsIdle(Walk walk, string executionId) => walk.ScopeOf(executionId) is { Halted.IsEmpty: true } scope && !walk.HasPendingWork(scope);
}
