using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops workflows list</c>: the definitions of the folders that are searched.</summary>
internal class WorkflowsListCommand : MlopsCommand
{
    public WorkflowsListCommand(Shell shell, string name, string description, params Example[] examples) : base(shell, name, description, examples) => Add(Global.Output);

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        IReadOnlyList<WorkflowShape> workflows = WorkflowShape.All(invocation.Shelf());
        invocation.Answer(workflows, screen =>
        {
            WorkflowPages.DrawList(screen, workflows);
            if (workflows.FirstOrDefault(workflow => workflow.IsWalkable) is { } first) screen.WriteHint("Look at one", invocation.Hints.For("workflows", "show", first.Name));
            if (workflows.Any(workflow => !workflow.IsWalkable)) screen.WriteHint("What is wrong", invocation.Hints.For("workflows", "validate"));
        });
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
