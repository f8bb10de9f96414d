using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops models</c>: the registry.</summary>
internal sealed class ModelsCommand : MlopsCommand
{
    public ModelsCommand(Shell shell) : base(shell, "models", "Lists the registry's model versions.",
        new("models", "every model version, its aliases and its AUC"),
        new("models promote telco-churn-0001 2 --reason \"better on recent labels\"", "makes version 2 the champion"),
        new("models rollback telco-churn-0001 --reason \"complaints since Monday\"", "back to the champion before"))
    {
        Add(Global.Output);
        Add(new ModelsPromoteCommand(shell));
        Add(new ModelsRollbackCommand(shell));
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore? catalog = invocation.FindCatalog();
        IReadOnlyList<ModelVersion> models = catalog?.Read(tx => tx.Models.All()) ?? [];
        invocation.Answer(models, screen =>
        {
            if (models.Count > 0) ModelsTable.Draw(screen, models);
            else screen.WriteHint($"{invocation.Places.Home}: no model was deployed yet. Begin with", invocation.Hints.For("walkthrough"));
        });
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
