using System.CommandLine;
using MlopsSandbox.Alerts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops alerts show ALERT</c>.</summary>
internal sealed class AlertsShowCommand : MlopsCommand
{
    private readonly Argument<string> _alert = AlertArgument.Create();

    public AlertsShowCommand(Shell shell) : base(shell, "show", "Shows one alert: what was found, who took it up, and who was told.",
        new Example("alerts show alert-0001", "with every notification and why it failed, if it did"))
    {
        Add(_alert);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        AlertRow alert = new AlertDesk(catalog, invocation.Hints).Show(invocation.Parsed.GetRequiredValue(_alert));
        invocation.Answer(alert, screen => AlertPages.Draw(screen, alert, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}

/// <summary>The alert that a command is about.</summary>
internal static class AlertArgument
{
    /// <summary>A new argument.</summary>
    public static Argument<string> Create() => new("alert") { HelpName = "ALERT", Description = "an alert's id, such as alert-0001." };
}
