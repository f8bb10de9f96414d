using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Tests.Oracle;

/// <summary>
/// A walk by Elsa's rules, written apart from the runner and as plainly as can be: a queue, a tree of executions that tell their parents when they end,
/// everything mutable, nothing kept. Reads the document itself; knows of expressions only what <see cref="RandomDefinition"/> draws.
/// </summary>
internal sealed partial class NaiveWalk
{
    private readonly Queue<Execution> _due = new();
    private readonly Dictionary<string, int> _visits = [];
    private readonly Execution _workflow;
    private bool _hasFinished, _hasFaulted;

    public NaiveWalk(JsonNode document)
    {
        Declare(document, Variables);
        _workflow = new Execution(new JsonObject { ["id"] = "", ["type"] = "Workflow" }, null, "#0") { Status = Status.Running };
        Schedule(_workflow, document["root"]!);
    }

    /// <summary>What completed, as <c>id#visit outcome</c>, in that order.</summary>
    public List<string> Journal { get; } = [];

    /// <summary>What waits to be answered, as <c>id#visit</c>.</summary>
    public List<Execution> Waiting { get; } = [];

    public Dictionary<string, int> Variables { get; } = [];

    public string State { get; private set; } = "Running";

    /// <summary>Everything that is due, one after the other.</summary>
    public void Run()
    {
        for (var steps = 0; _due.TryDequeue(out var next); steps++)
        {
            if (steps == 1_000) throw new InvalidOperationException("The definition takes more steps than any that is drawn should.");
            Try(next, () => Execute(next));
        }
        if (_hasFaulted) State = "Faulted";
        else if (_hasFinished || Waiting.Count == 0) State = "Finished";
        if (State != "Running") Waiting.Clear();
    }

    public void Complete(Execution waiting, string outcome)
    {
        Waiting.Remove(waiting);
        Try(waiting, () => Complete(waiting, [outcome]));
        Run();
    }

    public void CancelAll()
    {
        Waiting.Clear();
        State = "Cancelled";
    }

    public void Fault(Execution waiting)
    {
        Waiting.Remove(waiting);
        Fail(waiting);
        Run();
    }

    private void Try(Execution execution, Action act)
    {
        try { act(); }
        catch (WalkFault) { Fail(execution); }
    }

    private void Fail(Execution execution)
    {
        execution.Status = Status.Faulted;
        _hasFaulted = true;
    }

    private void Schedule(Execution owner, JsonNode activity, bool isBackward = false)
    {
        var id = (string)activity["id"]!;
        var visit = _visits[id] = _visits.GetValueOrDefault(id, -1) + 1;
        _due.Enqueue(new Execution(activity, owner, $"{id}#{visit}") { IsBackward = isBackward });
    }

    private void Execute(Execution it)
    {
        it.Owner!.Children.Add(it);
        it.Status = Status.Running;
        Declare(it.Activity, it.Variables);
        switch (it.Type)
        {
            case "Elsa.WriteLine" or "Elsa.Start" or "Elsa.End": Complete(it); break;
            case "MlopsSandbox.Prep" or "MlopsSandbox.Evaluate" or "Elsa.Delay" or "Elsa.Event" or "Elsa.RunTask" or "Elsa.ExecuteWorkflow": if (!_hasFaulted) Waiting.Add(it); break;
            case "Elsa.SetVariable": Set(it); Complete(it); break;
            case "Elsa.Fault": throw new WalkFault();
            case "Elsa.Finish": FinishAll(); Complete(it); break;
            case "Elsa.Complete": CompleteAll(it); break;
            case "Elsa.Break": Break(it); Complete(it); break;
            case "Elsa.FlowDecision": Complete(it, [Holds(it, it.Activity["condition"]) ? "True" : "False"]); break;
            case "Elsa.FlowSwitch": Complete(it, Matches(it).Select(match => (string)match["label"]!).DefaultIfEmpty("Default").ToArray()); break;
            case "Elsa.FlowFork": Complete(it, Branches(it.Activity)); break;
            case "Elsa.FlowJoin": CancelAncestors(it.Owner!, it.Activity); Complete(it); break;
            case "Elsa.If": ScheduleOrComplete(it, it.Activity[Holds(it, it.Activity["condition"]) ? "then" : "else"]); break;
            case "Elsa.Flowchart": ScheduleOrComplete(it, new FlowMap(it.Activity).Start); break;
            case "Elsa.Sequence" or "Elsa.While" or "Elsa.For" or "Elsa.ForEach": Round(it); break;
            case "Elsa.Parallel": ScheduleAll(it, it.Activity["activities"]!.AsArray()!); break;
            case "Elsa.ParallelForEach": ScheduleAll(it, Items(it.Activity).Select(_ => it.Activity["body"])); break;
            case "Elsa.Switch":
                ScheduleAll(it, Matches(it).Select(match => match["activity"]).DefaultIfEmpty(it.Activity["default"]));
                break;
            default: throw new NotSupportedException(it.Type);
        }
    }

    private void ChildCompleted(Execution it, Execution child, string[] outcomes)
    {
        switch (it.Type)
        {
            case "Workflow" or "Elsa.If": Complete(it); break;
            case "Elsa.Flowchart": FlowOn(it, child, outcomes); break;
            case "Elsa.Sequence" when child.IsTerminal: Complete(it); break;
            case "Elsa.Sequence" or "Elsa.While" or "Elsa.For" or "Elsa.ForEach": Round(it); break;
            case "Elsa.Parallel" or "Elsa.ParallelForEach" or "Elsa.Switch": if (--it.Outstanding == 0) Complete(it); break;
            default: throw new NotSupportedException(it.Type);
        }
    }

    // Starts the next round of a loop or the next activity of a sequence, or ends it.
    private void Round(Execution it)
    {
        var next = it.IsBreaking ? null : it.Type switch
        {
            "Elsa.Sequence" => it.Activity["activities"]!.AsArray().ElementAtOrDefault(it.Rounds),
            "Elsa.While" => Holds(it, it.Activity["condition"]) ? it.Activity["body"] : null,
            "Elsa.ForEach" => it.Rounds < Items(it.Activity).Count ? it.Activity["body"] : null,
            _ => IsInRange(it) ? it.Activity["body"] : null,
        };
        it.Rounds++;
        ScheduleOrComplete(it, next);
    }

    private static bool IsInRange(Execution loop)
    {
        int Number(string name) => (int)loop.Activity[name]!["expression"]!["value"]!;
        var at = Number("start") + (loop.Rounds * Number("step"));
        var isInclusive = (bool)loop.Activity["outerBoundInclusive"]!["expression"]!["value"]!;
        return (isInclusive && at == Number("end")) || (Number("step") >= 0 ? at < Number("end") : at > Number("end"));
    }

    private void ScheduleOrComplete(Execution it, JsonNode? next)
    {
        if (next is null) Complete(it);
        else Schedule(it, next);
    }

    private void ScheduleAll(Execution it, IEnumerable<JsonNode?> activities)
    {
        foreach (var activity in activities.OfType<JsonNode>())
        {
            Schedule(it, activity);
            it.Outstanding++;
        }
        if (it.Outstanding == 0) Complete(it);
    }

    private void Complete(Execution it, string[]? outcomes = null)
    {
        if (it.Status != Status.Running) return;
        foreach (var child in it.Children.ToList()) Cancel(child);
        if (it.Status != Status.Running) return;
        it.Status = Status.Completed;
        if (it.Owner is null) return;
        if (it.Owner != _workflow) Journal.Add($"{it.Name} {string.Join(", ", outcomes ?? ["Done"])}");
        if (it.Owner.Status == Status.Running && !_hasFinished) ChildCompleted(it.Owner, it, outcomes ?? ["Done"]);
    }

    private void Cancel(Execution it)
    {
        if (it.Status is Status.Completed or Status.Cancelled) return;
        Withdraw(it);
        it.Status = Status.Cancelled;
        foreach (var child in it.Children.ToList()) Cancel(child);
        Waiting.Remove(it);
        if (it.Owner is { Type: "Elsa.Flowchart", Status: not Status.Cancelled } flowchart) PassOver(flowchart, it.Activity);
    }

    private void Withdraw(Execution owner)
    {
        var kept = _due.Where(due => due.Owner != owner).ToList();
        _due.Clear();
        foreach (var due in kept) _due.Enqueue(due);
    }

    private void FinishAll()
    {
        _due.Clear();
        Waiting.Clear();
        if (_hasFaulted) throw new WalkFault();
        _hasFinished = true;
    }

    private void CompleteAll(Execution it)
    {
        var loops = it.Loops.ToList();
        if (loops.Count == 0) Complete(it);
        Complete(_workflow);
        foreach (var loop in loops) Cancel(loop);
    }

    private static void Break(Execution it)
    {
        for (var outer = it.Owner; outer is not null; outer = outer.Owner)
        {
            if (outer.IsLoop || outer.Type == "Elsa.Sequence") outer.IsBreaking = true;
            if (outer.IsLoop) return;
        }
    }
}
