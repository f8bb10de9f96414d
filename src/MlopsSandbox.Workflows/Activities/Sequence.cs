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
        Begin(execution.Walk, scope.ExecutionId, execution.Activity.Activities is [var first, ..] ? first : null);
        return new Opened();
    }

    public override void ChildLeft(Walk walk, FlowScope scope, ActivityDefinition child, Leaves leaves, bool isBackward)
    {
        var isOver = scope.IsBreaking || child.Behaviour is { IsTerminal: true };
        Begin(walk, scope.ExecutionId, isOver ? null : After(child, walk.Node(scope.NodeId).Activities));
    }

    public override bool BreakOut(Walk walk, FlowScope scope)
    {
        walk.Update(scope with { IsBreaking = true });
        return false;
    }

    private static ActivityDefinition? After(ActivityDefinition child, IReadOnlyList<ActivityDefinition> activities)
    {
        var place = 0;
        while (activities[place] != child) place++;
        return place + 1 < activities.Count ? activities[place + 1] : null;
    }

    private static void Begin(Walk walk, string executionId, ActivityDefinition? next)
    {
        if (next is not null) walk.Schedule(next, executionId);
        else walk.Close(executionId);
    }
}
