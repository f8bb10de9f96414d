using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Runs;
using RunPage = MlopsSandbox.Rendering.RunPage;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops cancel RUN</c>: ends a run on request, whichever process works on it.</summary>
internal sealed class CancelCommand : MlopsCommand
{
    private readonly Argument<string?> _run = RunArgument.Create();

    public CancelCommand(Shell shell) : base(shell, "cancel", "Ends a run on request: its jobs are told to stop, and runs that it waits for are cancelled too.",
        new Example("cancel lifecycle-0002", "whichever process works on it"))
    {
        Add(_run);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string id = invocation.Parsed.GetRequiredValue(_run)!;
        using (CatalogStore catalog = invocation.OpenCatalog()) RunCancellation.Check(catalog, id, invocation.Hints);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        RunRow run = RunCancellation.Cancel(sandbox, id, invocation.Hints);
        invocation.Answer(run, screen => RunPage.Draw(screen, run, invocation.Hints));
        return ExitCodes.Succeeded;
    }
}
