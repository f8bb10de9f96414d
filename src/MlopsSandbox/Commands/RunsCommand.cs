using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops runs</c>: everything that has run in this home.</summary>
internal sealed class RunsCommand : MlopsCommand
{
    public RunsCommand(Shell shell) : base(shell, "runs", "Lists the runs of workflows, oldest first.",
        new("runs", "every run, with its status and its cause"),
        new("runs --output json", "the same for a script"))
    {
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore? catalog = invocation.FindCatalog();
        IReadOnlyList<RunRow> runs = catalog?.Read(tx => tx.Runs.All()) ?? [];
        invocation.Answer(runs, screen =>
        {
            if (runs.Count == 0)
            {
                screen.WriteHint($"{invocation.Places.Home}: nothing has run here yet. Begin with", invocation.Hints.For("walkthrough"));
                return;
            }
            RunsTable.Draw(screen, runs);
            screen.WriteHint("One alone", invocation.Hints.For("show", runs[^1].Id));
        });
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
