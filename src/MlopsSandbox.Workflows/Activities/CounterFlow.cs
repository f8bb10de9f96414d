using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>What one finished box sets in motion in a flowchart that is walked by counters: visits of boxes and of arrows.</summary>
internal sealed class CounterFlow : Flow
{
    /// <summary>What an arrow does to the box that it leads to.</summary>
    private enum Entry
    {
        Nothing,
        Scheduled,
        PassedOver,
    }

    // The scope's counts while they are counted.
    private int[] _boxVisits = [], _arrowVisits = [];
    private bool[] _followed = [];

    /// <param name="walk">The walk.</param>
    /// <param name="scope">The open flowchart.</param>
    public CounterFlow(Walk walk, FlowScope scope) : base(walk, scope) => Take(scope);

    /// <summary>Counts the box and its arrows, and schedules what is due by that. With no ports at all the box counts as passed over.</summary>
    /// <returns>True when anything was scheduled.</returns>
    public bool FollowFrom(ActivityDefinition activity, Leaves leaves, bool isBackward)
    {
        try
        {
            return Follow(Graph.Box(activity.Id), leaves, isBackward);
        }
        finally
        {
            Keep();
        }
    }

    // By depth, as boxes that are passed over are followed at once; without recursion, as a dead branch may be very long.
    private bool Follow(FlowBox first, Leaves leaves, bool isBackward)
    {
        if (!isBackward) _boxVisits[first.Position]++;
        var hasScheduled = false;
        Stack<(FlowBox Box, int Next)>? interrupted = null;
        for (var (box, next) = (first, 0); ; next++)
        {
            if (next < box.Outbound.Count)
            {
                var arrow = box.Outbound[next];
                var entry = Enter(arrow, box == first && interrupted is not { Count: > 0 } ? leaves : Leaves.None);
                hasScheduled |= entry == Entry.Scheduled;
                if (entry != Entry.PassedOver) continue;
                (interrupted ??= []).Push((box, next));
                (box, next) = (arrow.Target, -1);
                _boxVisits[box.Position]++;
            }
            else
            {
                if (interrupted is not { Count: > 0 }) return hasScheduled;
                (box, next) = interrupted.Pop();
            }
        }
    }

    private Entry Enter(FlowArrow arrow, Leaves leaves)
    {
        _arrowVisits[arrow.Position]++;
        _followed[arrow.Position] = leaves.By(arrow.Connection.SourcePort);
        return arrow.IsForward ? EnterForward(arrow) : EnterBackward(arrow);
    }

    private Entry EnterBackward(FlowArrow arrow)
    {
        if (!_followed[arrow.Position]) return Entry.Nothing;
        if (!Graph.IsValidBackward(arrow.Connection))
            throw new FaultException($"the connection {arrow.Connection} leads back to '{arrow.Connection.Target}', which not every way to '{arrow.Connection.Source}' passes; " +
                "expected a loop that is entered in one place only. Lead it back to where the ways part.");
        Walk.Schedule(arrow.Target.Activity, ScopeId, isBackward: true);
        return Entry.Scheduled;
    }

    private Entry EnterForward(FlowArrow arrow)
    {
        var target = arrow.Target;
        return ModeOf(target.Activity) switch
        {
            JoinModes.WaitAny => EnterAny(arrow),
            var mode when !AllVisited(target) => Entry.Nothing,
            JoinModes.WaitAll => AllFollowed(target) ? Schedule(target) : Entry.PassedOver,
            _ => AnyFollowed(target) ? Schedule(target) : Entry.PassedOver,
        };
    }

    private string ModeOf(ActivityDefinition target)
    {
        if (target.Behaviour is not FlowJoin) return JoinModes.WaitAllActive;
        Keep();
        var mode = JoinModes.Of(Walk, target, ScopeId);    // May be a script, which may set variables.
        TakeAgain();
        return mode;
    }

    private Entry EnterAny(FlowArrow arrow)
    {
        var target = arrow.Target;
        if (_arrowVisits[arrow.Position] <= _boxVisits[target.Position] || IsScheduled(target)) return Entry.Nothing;
        if (!AnyFollowed(target)) return AllVisited(target) ? Entry.PassedOver : Entry.Nothing;
        Schedule(target);
        Keep();
        CancelBefore(Walk, ScopeId, target.Activity);
        TakeAgain();
        return Entry.Scheduled;
    }

    private Entry Schedule(FlowBox target)
    {
        Walk.Schedule(target.Activity, ScopeId);
        return Entry.Scheduled;
    }

    private bool IsScheduled(FlowBox target) => Walk.State.Scheduled.Exists(due => due.Owner == ScopeId && due.NodeId == target.Activity.NodeId);

    private bool AllVisited(FlowBox box)
    {
        foreach (var arrow in box.ForwardInbound)
            if (_arrowVisits[arrow.Position] <= _boxVisits[box.Position]) return false;
        return true;
    }

    private bool AnyFollowed(FlowBox box)
    {
        var most = MostVisits(box);
        if (most <= _boxVisits[box.Position]) return false;
        foreach (var arrow in box.ForwardInbound)
            if (_arrowVisits[arrow.Position] == most && _followed[arrow.Position]) return true;
        return false;
    }

    private bool AllFollowed(FlowBox box)
    {
        var most = MostVisits(box);
        if (most <= _boxVisits[box.Position]) return false;
        foreach (var arrow in box.ForwardInbound)
            if (_arrowVisits[arrow.Position] != most || !_followed[arrow.Position]) return false;
        return true;
    }

    private int MostVisits(FlowBox box)
    {
        var most = 0;
        foreach (var arrow in box.ForwardInbound) most = Math.Max(most, _arrowVisits[arrow.Position]);
        return most;
    }

    private void TakeAgain()
    {
        if (Walk.Known(ScopeId) is { } scope) Take(scope);
    }

    private void Take(FlowScope scope) => (_boxVisits, _arrowVisits, _followed) =
        (Copy(scope.ActivityVisits, Graph.BoxCount), Copy(scope.ConnectionVisits, Graph.ArrowCount), Copy(scope.Followed, Graph.ArrowCount));

    private void Keep()
    {
        if (Walk.Known(ScopeId) is not { } scope) return;
        Walk.Update(scope with
        {
            ActivityVisits = ImmutableCollectionsMarshal.AsImmutableArray(_boxVisits),
            ConnectionVisits = ImmutableCollectionsMarshal.AsImmutableArray(_arrowVisits),
            Followed = ImmutableCollectionsMarshal.AsImmutableArray(_followed),
        });
    }

    private static T[] Copy<T>(ImmutableArray<T> counts, int length)
    {
        var copy = new T[length];
        counts.AsSpan().CopyTo(copy);
        return copy;
    }
}
