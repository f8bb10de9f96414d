namespace MlopsSandbox.Workflows.Activities;

/// <summary>Faults the instance.</summary>
internal sealed class Fault : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Fault", "Primitives", "Faults the workflow.",
        [
            new ActivityInput("code", "String", "Code of the fault.", "\"0\""),
            new ActivityInput("category", "String", "Category of the fault, such as HTTP.", "\"General\""),
            new ActivityInput("faultType", "String", "Type of the fault, such as System or Business.", "\"System\""),
            new ActivityInput("message", "String", "What is wrong, for people."),
        ],
        ["Done"], []);

    public override Step Execute(ActivityExecution execution) =>
        throw new FaultException(execution.Text("message") is { Length: > 0 } message ? message : $"fault {execution.Text("code")}");
}
