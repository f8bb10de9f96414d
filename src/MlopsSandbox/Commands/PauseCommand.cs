using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using RunPage = MlopsSandbox.Rendering.RunPage;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops pause RUN</c>: holds a run, whichever process works on it.</summary>
internal sealed class PauseCommand : MlopsCommand
{
    private readonly Argument<string?> _run = RunArgument.Create();

    public PauseCommand(Shell shell) : base(shell, "pause", "Holds a run, and the runs that it waits for: stages that are at work end and are kept, no other is begun.",
        new Example("pause lifecycle-0002", "go on with 'resume lifecycle-0002'"))
    {
        Add(_run);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string id = invocation.Parsed.GetRequiredValue(_run)!;
        using (CatalogStore catalog = invocation.OpenCatalog()) RunLookup.Show(catalog, id, invocation.Hints);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        sandbox.Bridge.Control.Pause(id);
        RunRow run = sandbox.Catalog.Read(tx => tx.Runs.Show(id)!);
        invocation.Answer(run, screen => RunPage.Draw(screen, run, invocation.Hints));
        return ExitCodes.Succeeded;
    }
}
