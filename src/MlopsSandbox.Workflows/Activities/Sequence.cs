using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Its activities one after the other, whatever port each leaves by.</summary>
internal sealed class Sequence : ActivityGroup
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Sequence", "Workflows", "Executes activities one after the other.", [], ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        var scope = execution.Walk.Open(execution.Activity, execution.Due);
        Begin(execution.Walk, scope.ExecutionId, execution.Activity.Activities);
        return new Opened();
    }

    public override void ChildLeft(Walk walk, FlowScope scope, ActivityDefinition child, Leaves leaves, bool isBackward)
    {
        var rest = walk.Node(scope.NodeId).Activities.SkipWhile(other => other != child).Skip(1);
        Begin(walk, scope.ExecutionId, scope.IsBreaking || child.Behaviour is { IsTerminal: true } ? [] : rest);
    }

    public override bool BreakOut(Walk walk, FlowScope scope)
    {
        walk.Update(scope with { IsBreaking = true });
        return false;
    }

    private static void Begin(Walk walk, string executionId, IEnumerable<ActivityDefinition> rest)
    {
        if (rest.FirstOrDefault() is { } next) walk.Schedule(next, executionId);
        else walk.Close(executionId);
    }
}
