using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops models promote MODEL VERSION</c>: makes a version the champion by hand.</summary>
internal sealed class ModelsPromoteCommand : MlopsCommand
{
    private readonly Argument<string> _model = new("model") { HelpName = "MODEL", Description = "a model group, such as telco-churn-0001." };
    private readonly Argument<int> _version = new("version") { HelpName = "VERSION", Description = "a version's number, such as 2.", CustomParser = ParseVersion };
    private readonly Option<string> _reason = ReasonOption.Create();
    private readonly Option<string> _by = ByOption.Create("who does it");

    public ModelsPromoteCommand(Shell shell) : base(shell, "promote", "Makes a model version the champion: its endpoint serves it from now on.",
        new Example("models promote telco-churn-0001 2 --reason \"better on recent labels\"", "version 2 serves"))
    {
        Add(_model);
        Add(_version);
        Add(_reason);
        Add(_by);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        ChampionChange change = new(AlertFile.Read(invocation.Places.Home, invocation.Environment));
        ModelVersion promoted = catalog.Write(tx => change.Promote(
            tx, invocation.Parsed.GetRequiredValue(_model), invocation.Parsed.GetRequiredValue(_version), invocation.Parsed.GetRequiredValue(_reason), invocation.Parsed.GetRequiredValue(_by)));
        invocation.Answer(promoted, screen => ModelsTable.Draw(screen, [promoted]));
        return Task.FromResult(ExitCodes.Succeeded);
    }

    private static int ParseVersion(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version > 0) return version;
        result.AddError($"VERSION is '{text}'; expected the number of a version, such as 2.");
        return 0;
    }
}
