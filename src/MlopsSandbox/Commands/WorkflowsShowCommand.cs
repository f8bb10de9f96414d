using System.CommandLine;
using MlopsSandbox.Rendering;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops workflows show</c>: one definition as readable text, or its document.</summary>
internal sealed class WorkflowsShowCommand : MlopsCommand
{
    private readonly Argument<string> _workflow = WorkflowArgument.Create();

    public WorkflowsShowCommand(Shell shell) : base(shell, "show", "Shows a workflow definition: inputs, variables, activities and connections; with -o json its document.",
        new("workflows show lifecycle", "what it does, as text"),
        new("workflows show lifecycle -o json", "the document, as Elsa Studio imports it"))
    {
        Add(_workflow);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string named = invocation.Parsed.GetRequiredValue(_workflow);
        DefinitionFile file = invocation.Shelf().FindFile(named);
        WorkflowDefinition definition = file.LastGood ?? throw new DefinitionException(file.Reading.Problems);
        if (invocation.IsJson) invocation.Terminal.Out.WriteLine(definition.ToJson());
        else
        {
            WorkflowPages.Draw(invocation.Terminal.Screen, definition, file.File);
            invocation.Terminal.Screen.WriteHint("A picture of it", invocation.Hints.For("workflows", "draw", named, "--out", $"{definition.DefinitionId}.svg"));
        }
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
