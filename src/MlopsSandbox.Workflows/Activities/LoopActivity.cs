using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Runs its body again and again, one round after the other, until it has enough or somebody breaks out.</summary>
internal abstract class LoopActivity : Container
{
    protected const string Body = "body";

    public sealed override IReadOnlyList<string> Slots { get; } = [Body];

    public sealed override void ChildLeft(Walk walk, FlowScope scope, ActivityDefinition child, Leaves leaves, bool isBackward)
    {
        if (scope.IsBreaking)
        {
            walk.Close(scope.ExecutionId);
            return;
        }
        var loop = walk.Node(scope.NodeId);
        try
        {
            Continue(new ActivityExecution(walk, loop, scope), scope);
        }
        catch (Exception e) when (e is ExpressionException or FaultException)
        {
            throw new FaultException($"its loop '{loop.Id}' ({loop.Type}) can't go on: {e.Message}");    // the body's last activity faults, as in Elsa
        }
    }

    public sealed override bool BreakOut(Walk walk, FlowScope scope)
    {
        walk.Update(scope with { IsBreaking = true });
        return true;
    }

    public override IEnumerable<(string Property, string Message)> Warnings(ActivityDefinition activity)
    {
        if (activity.ChildIn(Body) is null) yield return ("", "it has no body, so that it does nothing; expected an activity. Set \"body\".");
    }

    /// <summary>Begins the next round, or closes the loop when there is none.</summary>
    protected abstract void Continue(ActivityExecution execution, FlowScope scope);
}
