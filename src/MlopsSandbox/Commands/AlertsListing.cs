using System.CommandLine;
using MlopsSandbox.Alerts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Commands;

/// <summary>Lists alerts.</summary>
internal abstract class AlertsListing : MlopsCommand
{
    private readonly Option<string?> _endpoint = new("--endpoint") { Description = "Only alerts of this endpoint.", HelpName = "name" };
    private readonly Option<bool> _all = new("--all") { Description = "Those that are over too." };

    protected AlertsListing(Shell shell, string name, string description, params Example[] examples) : base(shell, name, description, examples)
    {
        Add(_endpoint);
        Add(_all);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore? catalog = invocation.FindCatalog();
        bool all = invocation.Parsed.GetValue(_all);
        IReadOnlyList<AlertRow> alerts = catalog is null ? [] : new AlertDesk(catalog, invocation.Hints).List(invocation.Parsed.GetValue(_endpoint), all);
        invocation.Answer(alerts, screen => AlertPages.DrawAll(screen, alerts, all, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
