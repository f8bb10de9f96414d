using System.Collections.Immutable;
using System.Globalization;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Runner;

internal sealed partial class Walk
{
    // As on Elsa, a container in which something faulted never ends by itself: the instance stays until somebody has it retried, or ends it.
    private bool IsHeldByIncident => definition.ContinuesWithIncidents && State.Fault is null
        && State.Incidents.Exists(incident => incident.Activity.Owner is null || ScopeOf(incident.Activity.Owner) is not null);

    public void FaultFromOutside(Bookmark bookmark, ActivityFaulted faulted)
    {
        if (faulted.Code is { } code && Node(bookmark.NodeId).Retry.PauseAfter(bookmark.Attempt, code, faulted.IsTransient) is { } pause)
        {
            State = State with { Bookmarks = State.Bookmarks.Replace(bookmark, bookmark with { Attempt = bookmark.Attempt + 1 }) };
            Emit(pause > TimeSpan.Zero ? new StartTimer(bookmark.ExecutionId, TimerPurpose.Retry, new IntervalSchedule(pause)) : new RepeatActivity(bookmark.ExecutionId));
            return;
        }
        State = State with { Bookmarks = State.Bookmarks.Remove(bookmark) };
        FaultAt(Due(bookmark), faulted.Message);
    }

    /// <summary>Ends an instance that takes step after step without waiting for anything.</summary>
    public void StopRunaway()
    {
        var due = State.Scheduled[0];
        var rest = State.Scheduled.RemoveAt(0);
        var activity = Node(due.NodeId);
        State = State with { Scheduled = [] };
        Raise(due, $"the walk took {WorkflowRunner.MaximumBurst} steps in a row without waiting for anything and was stopped before activity " +
            $"'{activity.Id}' ({activity.Type}); expected fewer. Look for a loop whose condition never changes.");
        GiveUp(State.Incidents[^1].Message);
        State = State with { Withdrawn = State.Withdrawn.AddRange(rest) };
    }

    /// <summary>Work that is due is not begun, as the instance is faulting and nobody would use it; a retry begins it.</summary>
    public void Forgo(ScheduledActivity due) => State = State with { Withdrawn = State.Withdrawn.Add(due) };

    /// <summary>Activities that faulted run again in the same executions, and so does what was given up.</summary>
    public void Retry(IReadOnlyList<Incident> incidents)
    {
        State = State with
        {
            Status = InstanceStatus.Running,
            Fault = null,
            Incidents = State.Incidents.RemoveRange(incidents),
            Scheduled = State.Scheduled.AddRange(incidents.Select(incident => incident.Activity)).AddRange(State.Withdrawn),
            Withdrawn = [],
        };
        State = State with { Scopes = State.Scopes.ConvertAll(scope => scope with { Halted = StillHalted(scope) }) };
        foreach (var incident in incidents) Emit(new ResolveIncident(incident.Activity.ExecutionId));
    }

    /// <summary>An activity faulted. What is already due still runs; what waits is cancelled, unless the definition goes on with incidents. All as on Elsa.</summary>
    private void FaultAt(ScheduledActivity due, string message)
    {
        _executing = null;
        Record(Node(due.NodeId), due.ExecutionId, outcome: null);
        Halt(due.Owner, due.NodeId, due.Order);
        Raise(due, message);
        if (!definition.ContinuesWithIncidents) GiveUp(Told(State.Incidents[^1]));
    }

    private void Raise(ScheduledActivity due, string message)
    {
        var activity = Node(due.NodeId);
        State = State with { Incidents = State.Incidents.Add(new Incident(due, message)) };
        Emit(new RaiseIncident(due.ExecutionId, activity.Id, activity.Type, message));
    }

    private void GiveUp(string fault)
    {
        State = State with { Fault = State.Fault ?? fault, Withdrawn = State.Withdrawn.AddRange(State.Bookmarks.Select(Due)) };
        foreach (var bookmark in State.Bookmarks) Halt(bookmark.Owner, bookmark.NodeId, bookmark.Order);
        Withdraw(State.Bookmarks);
    }

    private ImmutableList<HaltedActivity> StillHalted(FlowScope scope) =>
        [.. State.Incidents.FindAll(left => left.Activity.Owner == scope.ExecutionId).Select(left => new HaltedActivity(left.Activity.NodeId, left.Activity.Order))];

    private string Told(Incident incident)
    {
        var activity = Node(incident.Activity.NodeId);
        return $"activity '{activity.Id}' ({activity.Type}): {incident.Message}";
    }

    private static ScheduledActivity Due(Bookmark bookmark) =>
        new(bookmark.NodeId, bookmark.ExecutionId, VisitOf(bookmark.ExecutionId), bookmark.Owner, bookmark.IsBackward) { Order = bookmark.Order, LoopVariables = bookmark.LoopVariables };

    private static int VisitOf(string executionId) => int.Parse(executionId.AsSpan(executionId.LastIndexOf('#') + 1), CultureInfo.InvariantCulture);
}
