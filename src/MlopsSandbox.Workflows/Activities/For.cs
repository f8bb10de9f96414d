using System.Collections.Immutable;
using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Runs its body for each number from one to another.</summary>
internal sealed class For : LoopActivity
{
    private const string Start = "start", End = "end", By = "step", Inclusive = "outerBoundInclusive";

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.For", "Looping", "Runs an activity for each number from a start to an end.",
        [
            new ActivityInput(Start, "Int32", "The first number.", "0"),
            new ActivityInput(End, "Int32", "The last number.", "0"),
            new ActivityInput(By, "Int32", "How far one number is from the next; below 0 to count down.", "1"),
            new ActivityInput(Inclusive, "Boolean", "Whether the end itself is the last number.", "true"),
        ],
        ["Done"],
        [new ActivityOutput("currentValue", "Object", "The number of this round.")]);

    public override Step Execute(ActivityExecution execution)
    {
        var inputs = Descriptor.Inputs.ToImmutableSortedDictionary(input => input.Name, input => execution.InputOrZero(input.Name), StringComparer.Ordinal);
        var scope = execution.Walk.Open(execution.Activity, execution.Due) with { Inputs = inputs };
        execution.Walk.Update(scope);
        if (execution.Activity.ChildIn(Body) is not null) Continue(execution, scope);    // without a body it never ends, as on Elsa
        return new Opened();
    }

    protected override void Continue(ActivityExecution execution, FlowScope scope)
    {
        var by = Number(scope, By);
        var current = scope.Position is { } before ? unchecked(before + by) : Number(scope, Start);
        if (IsPast(scope, current, by))
        {
            execution.Walk.Close(scope.ExecutionId);
            return;
        }
        var value = Json.Number(current);
        execution.Walk.Update(scope with { Position = current });
        execution.Walk.Schedule(execution.Activity.ChildIn(Body)!, scope.ExecutionId, loopVariables: [new LoopVariable(LoopVariable.CurrentValue, value)]);
        execution.Output(LoopVariable.CurrentValue, value);
    }

    private static bool IsPast(FlowScope scope, int current, int by)
    {
        var end = Number(scope, End);
        if (current == end) return scope.Inputs[Inclusive].ValueKind != JsonValueKind.True;
        return by >= 0 ? current > end : current < end;
    }

    private static int Number(FlowScope scope, string input) => scope.Inputs[input].GetInt32();
}
