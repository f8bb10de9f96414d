using System.CommandLine;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Policies;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops policies set KIND</c>: changes when a model is trained again, from its next check on.</summary>
internal sealed class PoliciesSetCommand : MlopsCommand
{
    private readonly PolicyOptions _policy = new();
    private readonly Option<string?> _endpoint = PolicyOptions.Endpoint();
    private readonly Option<string?> _scenario = PolicyOptions.Scenario();
    private readonly Option<string> _reason = ReasonOption.Create("why, for those who look at the policy later.");
    private readonly Option<string> _by = ByOption.Create("who sets it");

    public PoliciesSetCommand(Shell shell) : base(shell, "set", "Sets when an endpoint's model is trained again, from its next check on.",
        new("policies set never --reason \"frozen for the audit\"", "only people retrain"),
        new("policies set any drift periodic --every-days 30 --cooldown-days 7 --reason \"monthly at least\"", "on drift or each month, a week apart"),
        new("policies set cost --retrain-cost 2000 --horizon-days 30 --scenario telco-churn --reason \"trainings cost people's time\"", "for all endpoints of a scenario"),
        new("policies set labels --every-labels 1000 --data window --rows 5000 --approval --reason trial", "each 1,000 labels, on the last 5,000, after a person agrees"),
        new("policies set default --reason \"the audit is over\"", "the scenario's own again"))
    {
        _policy.AddTo(this);
        Add(_endpoint);
        Add(_scenario);
        Add(_reason);
        Add(_by);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        RetrainPolicy? policy = _policy.Of(invocation.Parsed);
        string? scenario = invocation.Parsed.GetValue(_scenario);
        using CatalogStore catalog = scenario is null ? invocation.OpenCatalog() : CatalogStore.Open(invocation.Places.Home, TimeProvider.System);
        PolicyShape now = new PolicyDesk(catalog, invocation.Places, invocation.Hints).Set(
            invocation.Parsed.GetValue(_endpoint), scenario, policy, invocation.Parsed.GetRequiredValue(_by), invocation.Parsed.GetRequiredValue(_reason));
        invocation.Answer(now, screen => PolicyPage.Draw(screen, now, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
