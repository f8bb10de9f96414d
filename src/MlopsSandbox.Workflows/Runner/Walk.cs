using System.Collections.Immutable;
using System.Text.Json;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>One step of one instance while it is being decided: the state so far and the commands so far.</summary>
internal sealed partial class Walk(WorkflowDefinition definition, InstanceState state)
{
    private readonly List<WorkflowCommand> _commands = [];
    private ScheduledActivity? _executing;

    public WorkflowDefinition Definition => definition;

    public InstanceState State { get; set; } = state;

    /// <summary>The decision, once nothing is left to do in this step.</summary>
    public Decision Decide()
    {
        if (State.Status == InstanceStatus.Running && State.Scheduled.IsEmpty && State.Bookmarks.IsEmpty && !IsHeldByIncident) End();
        ForgetClosed();
        return new Decision(State, _commands);
    }

    public void Start(WorkflowStarted started)
    {
        State = State with { IsStarted = true, InstanceId = started.InstanceId, Trigger = started.Trigger, CorrelationId = started.CorrelationId, Inputs = State.Inputs.SetItems(started.Inputs) };
        State = State with { Variables = State.Variables.SetItems(Initial(definition.Variables)) };
        Schedule(definition.Root, owner: null);
    }

    public void Schedule(ActivityDefinition activity, string? owner, bool isBackward = false, ImmutableList<LoopVariable>? loopVariables = null)
    {
        var visit = State.Visits.GetValueOrDefault(activity.NodeId);
        var due = new ScheduledActivity(activity.NodeId, $"{activity.NodeId}#{visit}", visit, owner, isBackward) { Order = State.Executions, LoopVariables = loopVariables ?? [] };
        State = State with { Executions = due.Order + 1, Visits = State.Visits.SetItem(activity.NodeId, visit + 1), Scheduled = State.Scheduled.Add(due) };
    }

    public void Emit(WorkflowCommand command) => _commands.Add(command);

    public void ExecuteNext()
    {
        var due = State.Scheduled[0];
        var activity = Node(due.NodeId);
        State = State with { Scheduled = State.Scheduled.RemoveAt(0), Burst = State.Burst + 1 };
        _executing = due;
        var correlationId = State.CorrelationId;
        try
        {
            TakeLoopVariables(activity, due);
            Follow(due, activity, new ActivityExecution(this, activity, due).Run());
        }
        catch (Exception e) when (e is ExpressionException or FaultException)
        {
            FaultAt(due, e.Message);
        }
        finally
        {
            _executing = null;
        }
        if (State.CorrelationId != correlationId) Emit(new Correlated(due.ExecutionId, State.CorrelationId));
    }

    /// <summary>What was waited for is there.</summary>
    public void Resume(Bookmark bookmark, string outcome, IReadOnlyDictionary<string, JsonElement>? outputs = null)
    {
        var activity = Node(bookmark.NodeId);
        State = State with { Bookmarks = State.Bookmarks.Remove(bookmark) };
        try
        {
            foreach (var (name, value) in outputs ?? ImmutableDictionary<string, JsonElement>.Empty) Output(activity, bookmark.ExecutionId, bookmark.Owner, name, value);
            Leave(activity, bookmark.ExecutionId, bookmark.Owner, bookmark.IsBackward, new Leaves(outcome));
        }
        catch (Exception e) when (e is ExpressionException or FaultException)
        {
            FaultAt(Due(bookmark), e.Message);
        }
    }

    /// <summary>Another workflow that was waited for has ended, or waits.</summary>
    public void Resume(Bookmark bookmark, WorkflowReturned returned)
    {
        var call = (WorkflowCall)Node(bookmark.NodeId).Behaviour!;
        Resume(bookmark, "Done", new Dictionary<string, JsonElement> { ["result"] = call.ResultOf(returned) });
    }

    public void Leave(ActivityDefinition activity, ScheduledActivity due, Leaves leaves) => Leave(activity, due.ExecutionId, due.Owner, due.IsBackward, leaves);

    /// <summary>An activity is done: it is journaled, and the container around it hears which ports it left by.</summary>
    public void Leave(ActivityDefinition activity, string executionId, string? owner, bool isBackward, Leaves leaves)
    {
        _executing = null;
        if (activity != definition.Root || activity.Behaviour is not Container) Record(activity, executionId, string.Join(", ", leaves.Ports), leaves.Text);
        if (ScopeOf(owner) is { } scope) ContainerOf(scope).ChildLeft(this, scope, activity, leaves, isBackward);
    }

    /// <summary>The open container of that execution, or null.</summary>
    public FlowScope? ScopeOf(string? executionId) => Known(executionId) is { IsClosed: false } open ? open : null;

    /// <summary>The containers around an activity, innermost first, those that have ended or were cancelled too.</summary>
    public IEnumerable<FlowScope> Around(string? owner)
    {
        for (var scope = Kept(owner); scope is not null; scope = Kept(scope.Owner)) yield return scope;
    }

    public Container ContainerOf(FlowScope scope) => (Container)Node(scope.NodeId).Behaviour!;

    public void Update(FlowScope scope) => State = State with { Scopes = State.Scopes.SetItem(PlaceOf(scope.ExecutionId), scope) };

    public ActivityDefinition Node(string nodeId) => definition.FindNode(nodeId) ?? throw new InvalidOperationException(
        $"workflow '{definition.DefinitionId}' has no node '{nodeId}' that the instance's state names; " +
        "expected the definition that the instance was started with.");

    private void Follow(ScheduledActivity due, ActivityDefinition activity, Step step)
    {
        switch (step)
        {
            case Leaves leaves:
                Leave(activity, due, leaves);
                break;
            case Halts:
                Halt(due.Owner, due.NodeId, due.Order);
                break;
            case Waits:
                var bookmark = new Bookmark(due.NodeId, due.ExecutionId, due.Owner, due.IsBackward) { Order = due.Order, LoopVariables = due.LoopVariables };
                State = State with { Bookmarks = State.Bookmarks.Add(bookmark) };
                break;
        }
    }

    /// <summary>The container of that execution, also one that has ended while something in it is due; or null.</summary>
    public FlowScope? Known(string? executionId) => Kept(executionId) is { IsCancelled: false } scope ? scope : null;

    private FlowScope? Kept(string? executionId) => executionId is not null && PlaceOf(executionId) is var place and >= 0 ? State.Scopes[place] : null;

    // The newest first, as most that is asked for is. By its index: what the list offers for searching costs more than the few scopes that there are.
    private int PlaceOf(string executionId)
    {
        var scopes = State.Scopes;
        var place = scopes.Count - 1;
        while (place >= 0 && scopes[place].ExecutionId != executionId) place--;
        return place;
    }

    private void Record(ActivityDefinition activity, string executionId, string? outcome, string? text = null) =>
        State = State with { Journal = State.Journal.Add(new JournalEntry(activity.Id, executionId, activity.Type, outcome, text)) };
}
