using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Runs its body as long as a condition holds.</summary>
internal sealed class While : LoopActivity
{
    private const string Condition = "condition";

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.While", "Looping", "Runs an activity again and again while a condition holds.",
        [new ActivityInput(Condition, "Boolean", "True or false; asked before each round.", "false")], ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        if (!execution.Flag(Condition)) return Leaves.Done;
        Begin(execution, execution.Walk.Open(execution.Activity, execution.Due));
        return new Opened();
    }

    public override IEnumerable<(string Property, string Message)> Problems(ActivityDefinition activity, IReadOnlyCollection<VariableDefinition> variables)
    {
        if (IsAlwaysTrue(activity) && activity.ChildIn(Body) is { } body && !CanEnd(body))
            yield return (Condition, "the condition is always true, and nothing in the body leaves the loop or waits; " +
                "expected a loop that ends. Add an Elsa.Break, or let the condition change.");
    }

    protected override void Continue(ActivityExecution execution, FlowScope scope)
    {
        if (execution.Flag(Condition)) Begin(execution, scope);
        else execution.Walk.Close(scope.ExecutionId);
    }

    private static void Begin(ActivityExecution execution, FlowScope scope) => execution.Walk.Schedule(execution.Activity.ChildIn(Body)
        ?? throw new FaultException("the condition holds, but there is no body that could change it; expected an activity. Set \"body\"."), scope.ExecutionId);

    private static bool IsAlwaysTrue(ActivityDefinition activity) =>
        activity.Inputs.TryGetValue(Condition, out var condition) && condition.Expression.Type == ExpressionEvaluation.Literal
        && string.Equals(TypedValue.AsText(condition.Expression.Value), bool.TrueString, StringComparison.OrdinalIgnoreCase);

    private static bool CanEnd(ActivityDefinition inside) =>
        inside.Behaviour is null or Break or Complete or Finish or Fault or DispatchWorkflowActivity || inside.Activities.Any(CanEnd);
}
