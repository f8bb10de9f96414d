using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Asks people, and waits until one of them has decided.</summary>
internal sealed class Approval : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("MlopsSandbox.Approval", "Flow", "Asks a person to approve or to reject, and waits for the decision.",
        [
            new ActivityInput("title", "String", "What is to be decided, in a few words; by default the activity's name."),
            new ActivityInput("message", "String", "What whoever decides should know."),
        ],
        [ApprovalOutcomes.Approved, ApprovalOutcomes.Rejected],
        [
            new ActivityOutput("by", "String", "Who decided."),
            new ActivityOutput("reason", "String", "Why."),
        ]);

    public override bool WaitsForPeople => true;

    public override Step Execute(ActivityExecution execution)
    {
        var title = execution.Text("title") is { Length: > 0 } given ? given : execution.Activity.Name;
        var message = execution.Text("message");
        return execution.WaitFor(new AskApproval(execution.Id, execution.Activity.Id, title, message));
    }
}
