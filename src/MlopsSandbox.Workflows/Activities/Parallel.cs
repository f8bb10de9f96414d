using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Its activities side by side; it is done when all are.</summary>
internal sealed class Parallel : ActivityGroup
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Parallel", "Workflows", "Runs activities side by side.", [], ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        var (walk, branches) = (execution.Walk, execution.Activity.Activities);
        var scope = walk.Open(execution.Activity, execution.Due);
        walk.Update(scope with { Outstanding = branches.Count });
        foreach (var branch in branches) walk.Schedule(branch, scope.ExecutionId);
        if (branches.Count == 0) walk.Close(scope.ExecutionId);
        return new Opened();
    }

    public override void ChildLeft(Walk walk, FlowScope scope, ActivityDefinition child, Leaves leaves, bool isBackward) => walk.OneLess(scope);
}
