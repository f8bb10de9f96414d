using System.Collections.Immutable;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Runner;

internal sealed partial class Walk
{
    /// <summary>True when a container has a child that runs or waits, or anything inside it is due.</summary>
    public bool HasPendingWork(FlowScope scope) =>
        _executing?.Owner == scope.ExecutionId
        || State.Bookmarks.Exists(bookmark => bookmark.Owner == scope.ExecutionId)
        || State.Scopes.Exists(inner => inner.Owner == scope.ExecutionId && !inner.IsClosed)
        || State.Scheduled.Exists(due => IsInside(due.Owner, scope.ExecutionId));

    /// <summary>Opens a container.</summary>
    public FlowScope Open(ActivityDefinition container, ScheduledActivity due)
    {
        var scope = new FlowScope
        {
            ExecutionId = due.ExecutionId,
            NodeId = due.NodeId,
            Order = due.Order,
            Owner = due.Owner,
            IsBackward = due.IsBackward,
            LoopNames = due.LoopVariables.ConvertAll(variable => variable.Name),
            Variables = Initial(container.Variables).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Locals = OwnLocals(container, due),
        };
        State = State with { Scopes = State.Scopes.Add(scope) };
        _executing = null;
        return scope;
    }

    /// <summary>
    /// A container is done: children that still wait are cancelled. What is already scheduled inside still runs, but nobody hears of its end, as in Elsa.
    /// </summary>
    public void Close(string executionId)
    {
        if (ScopeOf(executionId) is not { } scope) return;
        CancelChildren(executionId, _ => true);
        if (ScopeOf(executionId) is null) return;    // cancelling the last child has closed it
        Update(ScopeOf(executionId)! with { IsClosed = true });
        Leave(Node(scope.NodeId), executionId, scope.Owner, scope.IsBackward, Leaves.Done);
    }

    /// <summary>One of the activities that a container started side by side is done; the container is, once all are.</summary>
    public void OneLess(FlowScope scope)
    {
        Update(scope with { Outstanding = scope.Outstanding - 1 });
        if (scope.Outstanding == 1) Close(scope.ExecutionId);
    }

    /// <summary>Cancels what has halted, waits or is open among these activities of a container, in the order in which it was scheduled, as Elsa does.</summary>
    public void CancelChildren(string owner, Predicate<string> isAmong)
    {
        foreach (var (_, _, cancel) in Children(owner).Where(child => isAmong(child.NodeId)).OrderBy(child => child.Order)) cancel();
    }

    /// <summary>Cancels every container that is open, and all that waits or is due in it.</summary>
    public void CancelOpen()
    {
        _executing = null;
        foreach (var scope in State.Scopes.FindAll(scope => scope is { IsClosed: false, Owner: null })) DropInside(scope.ExecutionId);
    }

    /// <summary>Cancels a container and all that waits or is due in it, if it is still open, and tells the one around it.</summary>
    public void CancelInner(FlowScope inner)
    {
        if (ScopeOf(inner.ExecutionId) is null) return;
        DropInside(inner.ExecutionId);
        Record(Node(inner.NodeId), inner.ExecutionId, outcome: null);
        TellCancelled(inner.Owner, inner.NodeId);
    }

    /// <summary>The whole instance ends well, at once.</summary>
    public void Finish()
    {
        Withdraw(State.Bookmarks);
        State = State with { Scheduled = [], Scopes = [], Status = State.Fault is null ? InstanceStatus.Finished : InstanceStatus.Faulted };
    }

    // An instance that has faulted keeps where it stood, for a retry.
    private void End()
    {
        var fault = State.Fault ?? (definition.ContinuesWithIncidents ? null : State.Incidents.Select(Told).FirstOrDefault()) ?? WaitedInVain();
        State = State with
        {
            Fault = fault,
            Status = fault is null ? InstanceStatus.Finished : InstanceStatus.Faulted,
            Scopes = fault is null ? [] : State.Scopes,
        };
    }

    public void CancelAll()
    {
        Withdraw(State.Bookmarks);
        State = State with { Status = InstanceStatus.Cancelled, Scheduled = [], Scopes = [] };
    }

    // Nothing is left to do, and yet a token stands before an activity.
    private string? WaitedInVain() => State.Scopes.Where(scope => !scope.IsClosed)
        .SelectMany(scope => (scope.Tokens ?? []).Where(token => token.IsAwaited).Select(token => (scope, token)))
        .Select(left => Node(left.scope.NodeId).Activities.First(activity => activity.Id == left.token.To) is var waiting
            ? $"activity '{waiting.Id}' ({waiting.Type}) never became due: '{left.token.From}' led to it, but another way that it waits for was not taken; " +
                $"expected all of them. Set another \"{(waiting.Behaviour is FlowJoin ? "mode" : "mergeMode")}\" on it, or lead every branch to it."
            : null)
        .FirstOrDefault();

    private void Halt(string? owner, string nodeId, int order)
    {
        if (Known(owner) is { } scope) Update(scope with { Halted = scope.Halted.Add(new HaltedActivity(nodeId, order)) });
    }

    // What is there now: cancelling one may cancel others, or schedule something.
    private List<(string NodeId, int Order, Action Cancel)> Children(string owner) =>
    [
        .. (Known(owner)?.Halted ?? []).Select(halted => (halted.NodeId, halted.Order, (Action)(() => CancelHalted(owner, halted)))),
        .. State.Bookmarks.FindAll(bookmark => bookmark.Owner == owner).Select(bookmark => (bookmark.NodeId, bookmark.Order, (Action)(() => CancelWaiting(bookmark)))),
        .. State.Scopes.FindAll(inner => inner.Owner == owner && !inner.IsClosed).Select(inner => (inner.NodeId, inner.Order, (Action)(() => CancelInner(inner)))),
    ];

    private void CancelHalted(string owner, HaltedActivity halted)
    {
        if (Known(owner) is not { } scope || !scope.Halted.Contains(halted)) return;
        Update(scope with { Halted = scope.Halted.Remove(halted) });
        TellCancelled(owner, halted.NodeId);
    }

    private void CancelWaiting(Bookmark bookmark)
    {
        if (!State.Bookmarks.Contains(bookmark)) return;
        Withdraw([bookmark]);
        TellCancelled(bookmark.Owner, bookmark.NodeId);
    }

    private void TellCancelled(string? owner, string nodeId)
    {
        if (Known(owner) is { } scope) ContainerOf(scope).ChildCancelled(this, scope, Node(nodeId));
    }

    private void DropInside(string executionId)
    {
        foreach (var inner in State.Scopes.FindAll(scope => scope.Owner == executionId && !scope.IsClosed)) DropInside(inner.ExecutionId);
        Withdraw(State.Bookmarks.FindAll(bookmark => bookmark.Owner == executionId));
        if (Kept(executionId) is { } scope) Update(scope with { IsClosed = true, IsCancelled = true });
        State = State with { Scheduled = State.Scheduled.RemoveAll(due => due.Owner == executionId) };
    }

    private void Withdraw(IReadOnlyList<Bookmark> bookmarks)
    {
        foreach (var bookmark in bookmarks)
        {
            State = State with { Bookmarks = State.Bookmarks.Remove(bookmark) };
            Emit(new CancelActivity(bookmark.ExecutionId));
            Record(Node(bookmark.NodeId), bookmark.ExecutionId, outcome: null);
        }
    }

    private bool IsInside(string? owner, string executionId) => Around(owner).Any(scope => scope.ExecutionId == executionId);

    // A container that has ended is kept as long as something inside it is due: breaks and variables find their way through it.
    private void ForgetClosed()
    {
        if (!AnyClosed()) return;
        var needed = State.Scheduled.Select(due => due.Owner)
            .Concat(State.Bookmarks.Select(bookmark => bookmark.Owner))
            .Concat(State.Incidents.Select(incident => incident.Activity.Owner))
            .Concat(State.Withdrawn.Select(due => due.Owner))
            .Concat(State.Scopes.Where(scope => !scope.IsClosed).Select(scope => scope.Owner))
            .SelectMany(Around)
            .Select(scope => scope.ExecutionId)
            .ToHashSet();
        State = State with { Scopes = State.Scopes.RemoveAll(scope => scope.IsClosed && !needed.Contains(scope.ExecutionId)) };
    }

    // Asked after each step, so without the list's own search.
    private bool AnyClosed()
    {
        for (var i = State.Scopes.Count - 1; i >= 0; i--)
            if (State.Scopes[i].IsClosed) return true;
        return false;
    }
}
