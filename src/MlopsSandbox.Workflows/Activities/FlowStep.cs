using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>What one finished box of a flowchart sets in motion.</summary>
internal sealed class FlowStep(Walk walk, string scopeId)
{
    private FlowScope Scope => walk.Known(scopeId)!;

    private ActivityDefinition Flowchart => walk.Node(Scope.NodeId);

    private FlowGraph Graph => Flowchart.GraphFrom(Scope.TriggerId);

    /// <summary>Counts the box and its arrows, and schedules what is due by that. With no ports at all the box counts as passed over.</summary>
    /// <returns>True when anything was scheduled.</returns>
    public bool FollowFrom(ActivityDefinition box, Leaves leaves, bool isBackward)
    {
        if (!isBackward) walk.Update(Scope with { ActivityVisits = Scope.ActivityVisits.SetItem(box.Id, VisitsOf(box.Id) + 1) });
        var hasScheduled = false;
        foreach (var connection in Graph.Outbound(box.Id))
        {
            Count(connection, leaves.By(connection.SourcePort));
            hasScheduled |= Graph.IsForward(connection) ? EnterForward(connection) : EnterBackward(connection);
        }
        return hasScheduled;
    }

    private bool EnterBackward(Connection connection)
    {
        if (!WasFollowed(connection)) return false;
        if (!Graph.IsValidBackward(connection))
            throw new FaultException($"the connection {connection} leads back to '{connection.Target}', which not every way to '{connection.Source}' passes; " +
                "expected a loop that is entered in one place only. Lead it back to where the ways part.");
        walk.Schedule(Target(connection), scopeId, isBackward: true);
        return true;
    }

    private bool EnterForward(Connection connection)
    {
        var target = Target(connection);
        return JoinModes.Of(walk, target, scopeId) switch
        {
            JoinModes.WaitAny => EnterAny(connection, target),
            var mode when !AllVisited(target.Id) => false,
            JoinModes.WaitAll => AllFollowed(target.Id) ? Schedule(target) : PassOver(target),
            _ => AnyFollowed(target.Id) ? Schedule(target) : PassOver(target),
        };
    }

    private bool EnterAny(Connection connection, ActivityDefinition target)
    {
        if (VisitsOf(connection) <= VisitsOf(target.Id) || IsScheduled(target)) return false;
        if (!AnyFollowed(target.Id)) return AllVisited(target.Id) && PassOver(target);
        Schedule(target);
        CancelBefore(walk, scopeId, target);
        return true;
    }

    /// <summary>Cancels what still waits on the ways into a join.</summary>
    public static void CancelBefore(Walk walk, string scopeId, ActivityDefinition join)
    {
        var flowchart = join.Container!;
        var ancestors = flowchart.GraphFrom(walk.Known(scopeId)!.TriggerId).Ancestors(join.Id).ToHashSet();
        walk.CancelChildren(scopeId, flowchart.Activities.Where(activity => ancestors.Contains(activity.Id)).Select(activity => activity.NodeId).ToHashSet());
    }

    private bool Schedule(ActivityDefinition target)
    {
        walk.Schedule(target, scopeId);
        return true;
    }

    private bool IsScheduled(ActivityDefinition target) =>
        walk.State.Scheduled.Exists(due => due.Owner == scopeId && due.NodeId == target.NodeId);

    private bool PassOver(ActivityDefinition target) => FollowFrom(target, new Leaves([]), isBackward: false);

    private void Count(Connection connection, bool isFollowed)
    {
        var key = connection.ToString();
        walk.Update(Scope with
        {
            ConnectionVisits = Scope.ConnectionVisits.SetItem(key, VisitsOf(connection) + 1),
            Followed = Scope.Followed.SetItem(key, isFollowed),
        });
    }

    private bool AllVisited(string activityId) => Graph.ForwardInbound(activityId).All(connection => VisitsOf(connection) > VisitsOf(activityId));

    private bool AnyFollowed(string activityId) =>
        MostVisits(activityId) is var most && most > VisitsOf(activityId)
        && Graph.ForwardInbound(activityId).Any(connection => VisitsOf(connection) == most && WasFollowed(connection));

    private bool AllFollowed(string activityId) =>
        MostVisits(activityId) is var most && most > VisitsOf(activityId)
        && Graph.ForwardInbound(activityId).All(connection => VisitsOf(connection) == most && WasFollowed(connection));

    private int MostVisits(string activityId) => Graph.ForwardInbound(activityId).Max(VisitsOf);

    private int VisitsOf(Connection connection) => Scope.ConnectionVisits.GetValueOrDefault(connection.ToString());

    private int VisitsOf(string activityId) => Scope.ActivityVisits.GetValueOrDefault(activityId);

    private bool WasFollowed(Connection connection) => Scope.Followed.GetValueOrDefault(connection.ToString());

    private ActivityDefinition Target(Connection connection) => Flowchart.Activities.First(activity => activity.Id == connection.Target);
}
