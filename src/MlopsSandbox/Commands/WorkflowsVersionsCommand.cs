using System.CommandLine;
using MlopsSandbox.Authoring;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops workflows versions</c>: what files and catalog have of a workflow.</summary>
internal sealed class WorkflowsVersionsCommand : MlopsCommand
{
    private readonly Argument<string> _workflow = new("workflow") { HelpName = "WORKFLOW", Description = "the name of a workflow that 'workflows' lists." };

    public WorkflowsVersionsCommand(Shell shell) : base(shell, "versions", "Lists the versions of a workflow: those of files, and those that runs took or that were replaced.",
        new Example("workflows versions lifecycle", "the newest first"))
    {
        Add(_workflow);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore? catalog = invocation.FindCatalog();
        WorkflowDesk desk = new(invocation.Shelf(), catalog, Stages.All().Activities, invocation.Places.Workflows[0]);
        IReadOnlyList<WorkflowVersion> versions = desk.Versions(invocation.Parsed.GetRequiredValue(_workflow));
        invocation.Answer(versions, screen => WorkflowPages.DrawVersions(screen, versions));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
