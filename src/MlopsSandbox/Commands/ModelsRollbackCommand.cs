using System.CommandLine;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops models rollback MODEL</c>: back to the champion before.</summary>
internal sealed class ModelsRollbackCommand : MlopsCommand
{
    private readonly Argument<string> _model = new("model") { HelpName = "MODEL", Description = "a model group, such as telco-churn-0001." };
    private readonly Option<string> _reason = ReasonOption.Create();
    private readonly Option<string> _by = ByOption.Create("who does it");

    public ModelsRollbackCommand(Shell shell) : base(shell, "rollback", "Gives an endpoint back to the model version that served before.",
        new Example("models rollback telco-churn-0001 --reason \"complaints since Monday\"", "the champion before serves again"))
    {
        Add(_model);
        Add(_reason);
        Add(_by);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        ChampionChange change = new(AlertFile.Read(invocation.Places.Home, invocation.Environment));
        ModelVersion champion = catalog.Write(tx => change.Rollback(
            tx, invocation.Parsed.GetRequiredValue(_model), invocation.Parsed.GetRequiredValue(_reason), invocation.Parsed.GetRequiredValue(_by)));
        invocation.Answer(champion, screen => ModelsTable.Draw(screen, [champion]));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
