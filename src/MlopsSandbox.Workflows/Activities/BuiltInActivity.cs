using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>An activity type that the runner executes itself. A new one is one class, listed in <see cref="ActivityTypes"/>.</summary>
internal abstract class BuiltInActivity
{
    public abstract ActivityDescriptor Descriptor { get; }

    /// <summary>True when the flowchart or sequence that contains it ends with it.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>True when what it waits for comes from people or from outside, so that nothing goes on meanwhile.</summary>
    public virtual bool WaitsForPeople => false;

    /// <summary>True when it can start instances, see <see cref="TriggerOf"/>.</summary>
    public virtual bool IsTrigger => false;

    /// <summary>What starts an instance with this activity.</summary>
    /// <exception cref="FaultException">That can't be told.</exception>
    /// <exception cref="Expressions.ExpressionException">An input can't be evaluated.</exception>
    public virtual WorkflowTrigger TriggerOf(ActivityExecution execution) => throw new InvalidOperationException($"{Descriptor.Type} is no trigger.");

    /// <summary>Does the work of one execution.</summary>
    /// <exception cref="FaultException">The activity faults.</exception>
    /// <exception cref="Expressions.ExpressionException">An input can't be evaluated.</exception>
    public abstract Step Execute(ActivityExecution execution);

    /// <summary>The ports that this activity can leave by as far as the definition tells, or null when only the run can tell.</summary>
    public virtual IReadOnlyList<string>? Ports(ActivityDefinition activity) => Descriptor.Outcomes;

    /// <summary>What is wrong with this activity beyond its declared inputs, each with the property it is about.</summary>
    public virtual IEnumerable<(string Property, string Message)> Problems(
        ActivityDefinition activity, IReadOnlyCollection<VariableDefinition> variables) => [];

    /// <summary>What in this activity walks, but hardly as meant, each with the property it is about.</summary>
    public virtual IEnumerable<(string Property, string Message)> Warnings(ActivityDefinition activity) => [];

    /// <summary>The expressions that stand outside of declared inputs, each with its path below the activity.</summary>
    public virtual IEnumerable<(string Path, Expressions.WorkflowExpression Expression)> OtherExpressions(ActivityDefinition activity) => [];
}
