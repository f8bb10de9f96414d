using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Shows a line.</summary>
internal sealed class WriteLineActivity : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.WriteLine", "Console", "Writes a line of text.",
        [new ActivityInput("text", "String", "The text to write.")], ["Done"], []);

    public override Step Execute(ActivityExecution execution)
    {
        var text = execution.Text("text") ?? "";
        execution.Walk.Emit(new WriteLine(execution.Id, text));
        return new Leaves(["Done"], text);
    }
}
