using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Runs one activity or the other.</summary>
internal sealed class If : Container
{
    private const string Then = "then", Else = "else";

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.If", "Branching", "Runs one activity or another by a condition.",
        [new ActivityInput("condition", "Boolean", "True or false.", "false")], ["Done"],
        [new ActivityOutput("result", "Boolean", "The condition's value.")]);

    public override IReadOnlyList<string> Slots { get; } = [Then, Else];

    public override Step Execute(ActivityExecution execution)
    {
        var isTrue = execution.Flag("condition");
        execution.Output("Result", isTrue ? Json.True : Json.False);
        var scope = execution.Walk.Open(execution.Activity, execution.Due);
        if (execution.Activity.ChildIn(isTrue ? Then : Else) is { } child) execution.Walk.Schedule(child, scope.ExecutionId);
        else execution.Walk.Close(scope.ExecutionId);
        return new Opened();
    }

    public override void ChildLeft(Walk walk, FlowScope scope, ActivityDefinition child, Leaves leaves, bool isBackward) => walk.Close(scope.ExecutionId);
}
