using System.CommandLine;
using System.Globalization;
using MlopsSandbox.Authoring;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using MlopsSandbox.Workflows.Definitions;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops workflows save</c>: a file becomes the next version of its workflow.</summary>
internal sealed class WorkflowsSaveCommand : MlopsCommand
{
    private readonly Argument<string> _file = new("file") { HelpName = "FILE", Description = "a definition's file; its definitionId says which workflow it is a version of." };

    public WorkflowsSaveCommand(Shell shell) : base(shell, "save", "Saves a definition's file as the next version of its workflow, in the first folder that is searched; what was there stays in the catalog.",
        new Example("workflows save edited.json", "checks it, numbers it, and has new runs take it"))
    {
        Add(_file);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string file = invocation.Parsed.GetRequiredValue(_file);
        string name = DefinitionFolder.Load(file, Stages.All().Activities).DefinitionId;
        using CatalogStore? catalog = invocation.FindCatalog();
        WorkflowDesk desk = new(invocation.Shelf(), catalog, Stages.All().Activities, invocation.Places.Workflows[0]);
        OpenedWorkflow saved = desk.Save(name, await File.ReadAllTextAsync(file, cancellation).ConfigureAwait(false), expected: null);
        invocation.Answer(WorkflowShape.Of(saved.File, saved.File.Reading.Problems), screen =>
        {
            screen.WriteLine($"{saved.File.File}: version {saved.File.LastGood!.Version.ToString(CultureInfo.InvariantCulture)} of '{name}'; new runs take it.");
            screen.WriteHint("Run it", invocation.Hints.For("run", name));
        });
        return ExitCodes.Succeeded;
    }
}
