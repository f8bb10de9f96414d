using System.CommandLine;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Policies;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Commands;

/// <summary>Shows a retrain policy.</summary>
internal abstract class PoliciesLookCommand : MlopsCommand
{
    private readonly Option<string?> _endpoint = PolicyOptions.Endpoint();
    private readonly Option<string?> _scenario = PolicyOptions.Scenario();

    protected PoliciesLookCommand(Shell shell, string name, string description, params Example[] examples) : base(shell, name, description, examples)
    {
        Add(_endpoint);
        Add(_scenario);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        PolicyShape shown = new PolicyDesk(catalog, invocation.Places, invocation.Hints).Show(invocation.Parsed.GetValue(_endpoint), invocation.Parsed.GetValue(_scenario));
        invocation.Answer(shown, screen => PolicyPage.Draw(screen, shown, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
