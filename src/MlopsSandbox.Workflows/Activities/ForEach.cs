using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Runs its body for each item of a list, one after the other.</summary>
internal sealed class ForEach : LoopActivity
{
    private const string Items = "items";

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.ForEach", "Looping", "Runs an activity for each item of a list.",
        [new ActivityInput(Items, "Object", "The list.")], ["Done"], [new ActivityOutput("currentValue", "Object", "The item of this round.")]);

    public override Step Execute(ActivityExecution execution)
    {
        var items = execution.IsSet(Items) ? LoopItems.Of(execution.Input(Items)) : Json.NoItems;
        var scope = execution.Walk.Open(execution.Activity, execution.Due);
        execution.Walk.Update(scope = scope with { Inputs = scope.Inputs.SetItem(Items, items) });
        Continue(execution, scope);
        return new Opened();
    }

    protected override void Continue(ActivityExecution execution, FlowScope scope)
    {
        var (walk, items, index) = (execution.Walk, scope.Inputs[Items], scope.Position ?? 0);
        if (index < items.GetArrayLength())
        {
            walk.Update(scope with { Position = index + 1 });
            execution.Output(LoopVariable.CurrentValue, items[index]);
            if (execution.Activity.ChildIn(Body) is { } body)
            {
                walk.Schedule(body, scope.ExecutionId, loopVariables: LoopItems.Variables(index, items[index]));
                return;
            }
        }
        walk.Close(scope.ExecutionId);
    }
}
