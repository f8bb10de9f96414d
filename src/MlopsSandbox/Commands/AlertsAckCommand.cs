using System.CommandLine;
using MlopsSandbox.Alerts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Runs;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops alerts ack ALERT</c>: somebody takes an alert up.</summary>
internal sealed class AlertsAckCommand : MlopsCommand
{
    private readonly Argument<string> _alert = AlertArgument.Create();
    private readonly Option<string> _note = new("--note") { Description = "what is done about it, for those who look at it later.", HelpName = "text", Required = true };
    private readonly Option<string> _by = ByOption.Create("who takes it up");

    public AlertsAckCommand(Shell shell) : base(shell, "ack", "Takes an alert up: it stays open until checks are quiet or another model serves.",
        new Example("alerts ack alert-0001 --note \"the price list changed\" --by anna", "anna has taken it up"))
    {
        _note.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Remarks.NoteProblem("--note", text) is { } problem) result.AddError(problem);
        });
        Add(_alert);
        Add(_note);
        Add(_by);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        AlertRow alert = new AlertDesk(catalog, invocation.Hints).Acknowledge(
            invocation.Parsed.GetRequiredValue(_alert), invocation.Parsed.GetRequiredValue(_by), invocation.Parsed.GetRequiredValue(_note));
        invocation.Answer(alert, screen => AlertPages.Draw(screen, alert, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
