using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using RunPage = MlopsSandbox.Rendering.RunPage;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops show RUN</c>: one run, stage by stage, with its journal.</summary>
internal sealed class ShowCommand : MlopsCommand
{
    private readonly Argument<string?> _run = RunArgument.Create();

    public ShowCommand(Shell shell) : base(shell, "show", "Shows one run: its stages, what they measured and made, and its journal.",
        new("show lifecycle-0001", "a run, stage by stage"),
        new("show lifecycle-0001 --output json", "with every metric, hash and trial"))
    {
        Add(_run);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        RunRow run = RunLookup.Show(catalog, invocation.Parsed.GetRequiredValue(_run)!, invocation.Hints);
        invocation.Answer(run, screen => RunPage.Draw(screen, run, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
